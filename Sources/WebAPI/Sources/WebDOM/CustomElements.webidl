// What `CustomElementRegistry.define(_:observing:_:)` is made of: a function that is a class, and methods that are told their object (ECMAScript
// 10.5.12 and 28.1).

/// A function that `new` can call, for a class of elements.
[Identity] callback ElementClass = HTMLElement ();
/// A method of all elements of a class: a function with the object on which it was called.
[Throws] callback ElementMethod = undefined (any target, HTMLElement element, sequence<any> arguments);
/// What an element's own object of Swift's does.
callback ElementReaction = undefined (DOMString method, HTMLElement element, sequence<any> arguments);
/// How a Proxy of a function is called.
dictionary ElementMethodHandler {
  /// Called in the place of the function.
  required ElementMethod apply;
};
/// A function that calls an `ElementMethod`.
[Import, JSName="Proxy"]
interface ElementMethodProxy {
  /// Of a function, and what is called in its place.
  constructor(object target, ElementMethodHandler handler);
};
/// What an element is made and changed by.
[Import, JSName="Reflect"]
namespace ElementReflection {
  /// `new target(...arguments)` whose `new.target` is another class.
  HTMLElement construct(object target, sequence<any> arguments, ElementClass newTarget);
  /// Whether the object has the prototype now.
  boolean setPrototypeOf(object target, object prototype);
  /// Gives a property a function that calls the closure.
  boolean set(object target, DOMString key, ElementReaction value);
};
