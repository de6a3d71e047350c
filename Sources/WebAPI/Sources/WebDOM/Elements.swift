import BindgenRuntime

/// The name of an element of HTML, with its class.
public struct ElementName<Created: Element> {
    /// As `createElement` takes it.
    public let text: String
    let make: (JSObject) -> Created

    /// A name, and how an element of it is made of the object that JavaScript has: by `init(unchecked:)` of its class.
    public init(_ text: String, _ make: @escaping (JSObject) -> Created) { (self.text, self.make) = (text, make) }
}

extension Document {
    /// Makes an element: `document.create(.button)` is an `HTMLButtonElement`.
    ///
    /// - Parameters:
    ///   - text: its text, where it has one.
    ///   - classes: its classes, with spaces between them.
    public func create<Created: Element>(_ name: ElementName<Created>, _ text: String? = nil, class classes: String? = nil)
        -> Created
    {
        let element = name.make(createElement(localName: name.text))
        if let classes { element.className = classes }
        if let text { element.textContent = text }
        return element
    }
}

// The elements of HTML (HTML 4, "The elements of HTML") and the interface of each.

extension ElementName where Created == HTMLAnchorElement {
    public static var a: ElementName { ElementName("a", HTMLAnchorElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLAreaElement {
    public static var area: ElementName { ElementName("area", HTMLAreaElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLAudioElement {
    public static var audio: ElementName { ElementName("audio", HTMLAudioElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLBRElement {
    public static var br: ElementName { ElementName("br", HTMLBRElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLBaseElement {
    public static var base: ElementName { ElementName("base", HTMLBaseElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLButtonElement {
    public static var button: ElementName { ElementName("button", HTMLButtonElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLCanvasElement {
    public static var canvas: ElementName { ElementName("canvas", HTMLCanvasElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDListElement {
    public static var dl: ElementName { ElementName("dl", HTMLDListElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDataElement {
    public static var data: ElementName { ElementName("data", HTMLDataElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDataListElement {
    public static var datalist: ElementName { ElementName("datalist", HTMLDataListElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDetailsElement {
    public static var details: ElementName { ElementName("details", HTMLDetailsElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDialogElement {
    public static var dialog: ElementName { ElementName("dialog", HTMLDialogElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLDivElement {
    public static var div: ElementName { ElementName("div", HTMLDivElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLElement {
    public static var abbr: ElementName { ElementName("abbr", HTMLElement.init(unchecked:)) }
    public static var address: ElementName { ElementName("address", HTMLElement.init(unchecked:)) }
    public static var article: ElementName { ElementName("article", HTMLElement.init(unchecked:)) }
    public static var aside: ElementName { ElementName("aside", HTMLElement.init(unchecked:)) }
    public static var b: ElementName { ElementName("b", HTMLElement.init(unchecked:)) }
    public static var bdi: ElementName { ElementName("bdi", HTMLElement.init(unchecked:)) }
    public static var bdo: ElementName { ElementName("bdo", HTMLElement.init(unchecked:)) }
    public static var cite: ElementName { ElementName("cite", HTMLElement.init(unchecked:)) }
    public static var code: ElementName { ElementName("code", HTMLElement.init(unchecked:)) }
    public static var dd: ElementName { ElementName("dd", HTMLElement.init(unchecked:)) }
    public static var dfn: ElementName { ElementName("dfn", HTMLElement.init(unchecked:)) }
    public static var dt: ElementName { ElementName("dt", HTMLElement.init(unchecked:)) }
    public static var em: ElementName { ElementName("em", HTMLElement.init(unchecked:)) }
    public static var figcaption: ElementName { ElementName("figcaption", HTMLElement.init(unchecked:)) }
    public static var figure: ElementName { ElementName("figure", HTMLElement.init(unchecked:)) }
    public static var footer: ElementName { ElementName("footer", HTMLElement.init(unchecked:)) }
    public static var header: ElementName { ElementName("header", HTMLElement.init(unchecked:)) }
    public static var hgroup: ElementName { ElementName("hgroup", HTMLElement.init(unchecked:)) }
    public static var i: ElementName { ElementName("i", HTMLElement.init(unchecked:)) }
    public static var kbd: ElementName { ElementName("kbd", HTMLElement.init(unchecked:)) }
    public static var main: ElementName { ElementName("main", HTMLElement.init(unchecked:)) }
    public static var mark: ElementName { ElementName("mark", HTMLElement.init(unchecked:)) }
    public static var nav: ElementName { ElementName("nav", HTMLElement.init(unchecked:)) }
    public static var rp: ElementName { ElementName("rp", HTMLElement.init(unchecked:)) }
    public static var rt: ElementName { ElementName("rt", HTMLElement.init(unchecked:)) }
    public static var ruby: ElementName { ElementName("ruby", HTMLElement.init(unchecked:)) }
    public static var s: ElementName { ElementName("s", HTMLElement.init(unchecked:)) }
    public static var samp: ElementName { ElementName("samp", HTMLElement.init(unchecked:)) }
    public static var search: ElementName { ElementName("search", HTMLElement.init(unchecked:)) }
    public static var section: ElementName { ElementName("section", HTMLElement.init(unchecked:)) }
    public static var small: ElementName { ElementName("small", HTMLElement.init(unchecked:)) }
    public static var strong: ElementName { ElementName("strong", HTMLElement.init(unchecked:)) }
    public static var sub: ElementName { ElementName("sub", HTMLElement.init(unchecked:)) }
    public static var summary: ElementName { ElementName("summary", HTMLElement.init(unchecked:)) }
    public static var sup: ElementName { ElementName("sup", HTMLElement.init(unchecked:)) }
    public static var u: ElementName { ElementName("u", HTMLElement.init(unchecked:)) }
    public static var wbr: ElementName { ElementName("wbr", HTMLElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLEmbedElement {
    public static var embed: ElementName { ElementName("embed", HTMLEmbedElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLFieldSetElement {
    public static var fieldset: ElementName { ElementName("fieldset", HTMLFieldSetElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLFormElement {
    public static var form: ElementName { ElementName("form", HTMLFormElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLHRElement {
    public static var hr: ElementName { ElementName("hr", HTMLHRElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLHeadingElement {
    public static var h1: ElementName { ElementName("h1", HTMLHeadingElement.init(unchecked:)) }
    public static var h2: ElementName { ElementName("h2", HTMLHeadingElement.init(unchecked:)) }
    public static var h3: ElementName { ElementName("h3", HTMLHeadingElement.init(unchecked:)) }
    public static var h4: ElementName { ElementName("h4", HTMLHeadingElement.init(unchecked:)) }
    public static var h5: ElementName { ElementName("h5", HTMLHeadingElement.init(unchecked:)) }
    public static var h6: ElementName { ElementName("h6", HTMLHeadingElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLIFrameElement {
    public static var iframe: ElementName { ElementName("iframe", HTMLIFrameElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLImageElement {
    public static var img: ElementName { ElementName("img", HTMLImageElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLInputElement {
    public static var input: ElementName { ElementName("input", HTMLInputElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLLIElement {
    public static var li: ElementName { ElementName("li", HTMLLIElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLLabelElement {
    public static var label: ElementName { ElementName("label", HTMLLabelElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLLegendElement {
    public static var legend: ElementName { ElementName("legend", HTMLLegendElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLLinkElement {
    public static var link: ElementName { ElementName("link", HTMLLinkElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLMapElement {
    public static var map: ElementName { ElementName("map", HTMLMapElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLMenuElement {
    public static var menu: ElementName { ElementName("menu", HTMLMenuElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLMetaElement {
    public static var meta: ElementName { ElementName("meta", HTMLMetaElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLMeterElement {
    public static var meter: ElementName { ElementName("meter", HTMLMeterElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLModElement {
    public static var del: ElementName { ElementName("del", HTMLModElement.init(unchecked:)) }
    public static var ins: ElementName { ElementName("ins", HTMLModElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLOListElement {
    public static var ol: ElementName { ElementName("ol", HTMLOListElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLObjectElement {
    public static var object: ElementName { ElementName("object", HTMLObjectElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLOptGroupElement {
    public static var optgroup: ElementName { ElementName("optgroup", HTMLOptGroupElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLOptionElement {
    public static var option: ElementName { ElementName("option", HTMLOptionElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLOutputElement {
    public static var output: ElementName { ElementName("output", HTMLOutputElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLParagraphElement {
    public static var p: ElementName { ElementName("p", HTMLParagraphElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLPictureElement {
    public static var picture: ElementName { ElementName("picture", HTMLPictureElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLPreElement {
    public static var pre: ElementName { ElementName("pre", HTMLPreElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLProgressElement {
    public static var progress: ElementName { ElementName("progress", HTMLProgressElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLQuoteElement {
    public static var blockquote: ElementName { ElementName("blockquote", HTMLQuoteElement.init(unchecked:)) }
    public static var q: ElementName { ElementName("q", HTMLQuoteElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLScriptElement {
    public static var script: ElementName { ElementName("script", HTMLScriptElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLSelectElement {
    public static var select: ElementName { ElementName("select", HTMLSelectElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLSlotElement {
    public static var slot: ElementName { ElementName("slot", HTMLSlotElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLSourceElement {
    public static var source: ElementName { ElementName("source", HTMLSourceElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLSpanElement {
    public static var span: ElementName { ElementName("span", HTMLSpanElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLStyleElement {
    public static var style: ElementName { ElementName("style", HTMLStyleElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableCaptionElement {
    public static var caption: ElementName { ElementName("caption", HTMLTableCaptionElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableCellElement {
    public static var td: ElementName { ElementName("td", HTMLTableCellElement.init(unchecked:)) }
    public static var th: ElementName { ElementName("th", HTMLTableCellElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableColElement {
    public static var col: ElementName { ElementName("col", HTMLTableColElement.init(unchecked:)) }
    public static var colgroup: ElementName { ElementName("colgroup", HTMLTableColElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableElement {
    public static var table: ElementName { ElementName("table", HTMLTableElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableRowElement {
    public static var tr: ElementName { ElementName("tr", HTMLTableRowElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTableSectionElement {
    public static var tbody: ElementName { ElementName("tbody", HTMLTableSectionElement.init(unchecked:)) }
    public static var tfoot: ElementName { ElementName("tfoot", HTMLTableSectionElement.init(unchecked:)) }
    public static var thead: ElementName { ElementName("thead", HTMLTableSectionElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTemplateElement {
    public static var template: ElementName { ElementName("template", HTMLTemplateElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTextAreaElement {
    public static var textarea: ElementName { ElementName("textarea", HTMLTextAreaElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTimeElement {
    public static var time: ElementName { ElementName("time", HTMLTimeElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTitleElement {
    public static var title: ElementName { ElementName("title", HTMLTitleElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLTrackElement {
    public static var track: ElementName { ElementName("track", HTMLTrackElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLUListElement {
    public static var ul: ElementName { ElementName("ul", HTMLUListElement.init(unchecked:)) }
}

extension ElementName where Created == HTMLVideoElement {
    public static var video: ElementName { ElementName("video", HTMLVideoElement.init(unchecked:)) }
}
