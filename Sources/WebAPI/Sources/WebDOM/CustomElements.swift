import BindgenRuntime

/// What a custom element does: a class of Swift's, with an object for each element (HTML 4.13).
///
/// An element keeps its object. An object that kept its element would keep both for ever, so each call is told the element.
public protocol CustomElement: AnyObject {
    /// The element has come into a document.
    func connected(_ element: HTMLElement)
    /// The element has left its document.
    func disconnected(_ element: HTMLElement)
    /// The element is in another document.
    func adopted(_ element: HTMLElement)
    /// An attribute has changed that is observed. It is nil where it was not there, or is no more.
    func attributeChanged(_ element: HTMLElement, _ name: String, from old: String?, to new: String?)
}

extension CustomElement {
    /// Does nothing.
    public func connected(_ element: HTMLElement) {}
    /// Does nothing.
    public func disconnected(_ element: HTMLElement) {}
    /// Does nothing.
    public func adopted(_ element: HTMLElement) {}
    /// Does nothing.
    public func attributeChanged(_ element: HTMLElement, _ name: String, from old: String?, to new: String?) {}

    func react(_ method: String, _ element: HTMLElement, _ arguments: [JSValue]) {
        switch method {
        case "connectedCallback": connected(element)
        case "disconnectedCallback": disconnected(element)
        case "adoptedCallback": adopted(element)
        default:
            guard arguments.count > 2, let name = arguments[0].text else { return }
            attributeChanged(element, name, from: arguments[1].text, to: arguments[2].text)
        }
    }
}

/// Where an element has the function that calls its object.
private let reaction = "bindgen.customElement"

extension CustomElementRegistry {
    /// Defines a custom element whose class is Swift's.
    ///
    /// The class in JavaScript is a function that makes an `HTMLElement`; nothing is made of text, so that every Content-Security-Policy allows
    /// it. Elements of the name that are in the document already become what is defined.
    ///
    /// - Parameters:
    ///   - name: the name of the tag, with a hyphen.
    ///   - attributes: the attributes whose changes the object is told.
    ///   - make: makes the object of an element. Attributes and children may not be there yet.
    public func define<Behavior: CustomElement>(
        _ name: String, observing attributes: [String] = [], _ make: @escaping (HTMLElement) -> Behavior
    ) throws(JSError) {
        guard case .object(let base) = try JSObject.global.get("HTMLElement"),
            case .object(let basePrototype) = try base.get("prototype")
        else { throw JSError("there is no HTMLElement", kind: .typeError) }
        var made: ElementClass?
        let constructor = ElementClass {
            guard let made else { return HTMLElement(unchecked: base) }
            let element = ElementReflection.construct(target: base, arguments: [], newTarget: made)
            let object = make(element)
            _ = ElementReflection.set(target: element, key: reaction) { method, element, arguments in
                object.react(method, element, arguments)
            }
            return element
        }
        made = constructor
        guard case .object(let prototype) = try constructor.get("prototype") else { return }
        _ = ElementReflection.setPrototypeOf(target: prototype, prototype: basePrototype)
        _ = ElementReflection.setPrototypeOf(target: constructor, prototype: base)
        try constructor.set("observedAttributes", .object(JSArray(attributes.map { JSValue($0) }).object))
        for method in ["connectedCallback", "disconnectedCallback", "adoptedCallback", "attributeChangedCallback"] {
            let handler = ElementMethodHandler { (_, element, arguments) throws(JSError) in
                _ = try element.call(reaction, JSValue(method), .object(element), .object(JSArray(arguments).object))
            }
            try prototype.set(method, .object(ElementMethodProxy(target: constructor, handler: handler)))
        }
        _ = try call("define", JSValue(name), .object(constructor))
    }
}
