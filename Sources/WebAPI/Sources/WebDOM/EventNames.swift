// The events of the standards, and the interface of each: no IDL says that. Where two standards give one name to events of two interfaces,
// as `load`, the name has the interface that both are; `ErrorEvent(event)` tells more.

extension EventName where Occurrence == Event {
    public static var abort: EventName { EventName("abort", Event.init(unchecked:)) }
    public static var cancel: EventName { EventName("cancel", Event.init(unchecked:)) }
    public static var canplay: EventName { EventName("canplay", Event.init(unchecked:)) }
    public static var canplaythrough: EventName { EventName("canplaythrough", Event.init(unchecked:)) }
    public static var change: EventName { EventName("change", Event.init(unchecked:)) }
    public static var close: EventName { EventName("close", Event.init(unchecked:)) }
    public static var cuechange: EventName { EventName("cuechange", Event.init(unchecked:)) }
    public static var durationchange: EventName { EventName("durationchange", Event.init(unchecked:)) }
    public static var emptied: EventName { EventName("emptied", Event.init(unchecked:)) }
    public static var ended: EventName { EventName("ended", Event.init(unchecked:)) }
    public static var error: EventName { EventName("error", Event.init(unchecked:)) }
    public static var fullscreenchange: EventName { EventName("fullscreenchange", Event.init(unchecked:)) }
    public static var fullscreenerror: EventName { EventName("fullscreenerror", Event.init(unchecked:)) }
    public static var load: EventName { EventName("load", Event.init(unchecked:)) }
    public static var loadeddata: EventName { EventName("loadeddata", Event.init(unchecked:)) }
    public static var loadedmetadata: EventName { EventName("loadedmetadata", Event.init(unchecked:)) }
    public static var loadstart: EventName { EventName("loadstart", Event.init(unchecked:)) }
    public static var online: EventName { EventName("online", Event.init(unchecked:)) }
    public static var offline: EventName { EventName("offline", Event.init(unchecked:)) }
    public static var open: EventName { EventName("open", Event.init(unchecked:)) }
    public static var pause: EventName { EventName("pause", Event.init(unchecked:)) }
    public static var play: EventName { EventName("play", Event.init(unchecked:)) }
    public static var playing: EventName { EventName("playing", Event.init(unchecked:)) }
    public static var ratechange: EventName { EventName("ratechange", Event.init(unchecked:)) }
    public static var readystatechange: EventName { EventName("readystatechange", Event.init(unchecked:)) }
    public static var reset: EventName { EventName("reset", Event.init(unchecked:)) }
    public static var resize: EventName { EventName("resize", Event.init(unchecked:)) }
    public static var scroll: EventName { EventName("scroll", Event.init(unchecked:)) }
    public static var scrollend: EventName { EventName("scrollend", Event.init(unchecked:)) }
    public static var seeked: EventName { EventName("seeked", Event.init(unchecked:)) }
    public static var seeking: EventName { EventName("seeking", Event.init(unchecked:)) }
    public static var select: EventName { EventName("select", Event.init(unchecked:)) }
    public static var selectionchange: EventName { EventName("selectionchange", Event.init(unchecked:)) }
    public static var selectstart: EventName { EventName("selectstart", Event.init(unchecked:)) }
    public static var slotchange: EventName { EventName("slotchange", Event.init(unchecked:)) }
    public static var stalled: EventName { EventName("stalled", Event.init(unchecked:)) }
    public static var suspend: EventName { EventName("suspend", Event.init(unchecked:)) }
    public static var timeupdate: EventName { EventName("timeupdate", Event.init(unchecked:)) }
    public static var visibilitychange: EventName { EventName("visibilitychange", Event.init(unchecked:)) }
    public static var volumechange: EventName { EventName("volumechange", Event.init(unchecked:)) }
    public static var waiting: EventName { EventName("waiting", Event.init(unchecked:)) }
    public static var domContentLoaded: EventName { EventName("DOMContentLoaded", Event.init(unchecked:)) }
    public static var languagechange: EventName { EventName("languagechange", Event.init(unchecked:)) }
    public static var invalid: EventName { EventName("invalid", Event.init(unchecked:)) }
}

extension EventName where Occurrence == MouseEvent {
    public static var click: EventName { EventName("click", MouseEvent.init(unchecked:)) }
    public static var dblclick: EventName { EventName("dblclick", MouseEvent.init(unchecked:)) }
    public static var auxclick: EventName { EventName("auxclick", MouseEvent.init(unchecked:)) }
    public static var contextmenu: EventName { EventName("contextmenu", MouseEvent.init(unchecked:)) }
    public static var mousedown: EventName { EventName("mousedown", MouseEvent.init(unchecked:)) }
    public static var mouseup: EventName { EventName("mouseup", MouseEvent.init(unchecked:)) }
    public static var mousemove: EventName { EventName("mousemove", MouseEvent.init(unchecked:)) }
    public static var mouseenter: EventName { EventName("mouseenter", MouseEvent.init(unchecked:)) }
    public static var mouseleave: EventName { EventName("mouseleave", MouseEvent.init(unchecked:)) }
    public static var mouseover: EventName { EventName("mouseover", MouseEvent.init(unchecked:)) }
    public static var mouseout: EventName { EventName("mouseout", MouseEvent.init(unchecked:)) }
}

extension EventName where Occurrence == PointerEvent {
    public static var pointerdown: EventName { EventName("pointerdown", PointerEvent.init(unchecked:)) }
    public static var pointerup: EventName { EventName("pointerup", PointerEvent.init(unchecked:)) }
    public static var pointermove: EventName { EventName("pointermove", PointerEvent.init(unchecked:)) }
    public static var pointerenter: EventName { EventName("pointerenter", PointerEvent.init(unchecked:)) }
    public static var pointerleave: EventName { EventName("pointerleave", PointerEvent.init(unchecked:)) }
    public static var pointerover: EventName { EventName("pointerover", PointerEvent.init(unchecked:)) }
    public static var pointerout: EventName { EventName("pointerout", PointerEvent.init(unchecked:)) }
    public static var pointercancel: EventName { EventName("pointercancel", PointerEvent.init(unchecked:)) }
    public static var gotpointercapture: EventName { EventName("gotpointercapture", PointerEvent.init(unchecked:)) }
    public static var lostpointercapture: EventName { EventName("lostpointercapture", PointerEvent.init(unchecked:)) }
}

extension EventName where Occurrence == KeyboardEvent {
    public static var keydown: EventName { EventName("keydown", KeyboardEvent.init(unchecked:)) }
    public static var keyup: EventName { EventName("keyup", KeyboardEvent.init(unchecked:)) }
}

extension EventName where Occurrence == WheelEvent {
    public static var wheel: EventName { EventName("wheel", WheelEvent.init(unchecked:)) }
}

extension EventName where Occurrence == InputEvent {
    public static var input: EventName { EventName("input", InputEvent.init(unchecked:)) }
    public static var beforeinput: EventName { EventName("beforeinput", InputEvent.init(unchecked:)) }
}

extension EventName where Occurrence == CompositionEvent {
    public static var compositionstart: EventName { EventName("compositionstart", CompositionEvent.init(unchecked:)) }
    public static var compositionupdate: EventName { EventName("compositionupdate", CompositionEvent.init(unchecked:)) }
    public static var compositionend: EventName { EventName("compositionend", CompositionEvent.init(unchecked:)) }
}

extension EventName where Occurrence == FocusEvent {
    public static var focus: EventName { EventName("focus", FocusEvent.init(unchecked:)) }
    public static var blur: EventName { EventName("blur", FocusEvent.init(unchecked:)) }
    public static var focusin: EventName { EventName("focusin", FocusEvent.init(unchecked:)) }
    public static var focusout: EventName { EventName("focusout", FocusEvent.init(unchecked:)) }
}

extension EventName where Occurrence == TouchEvent {
    public static var touchstart: EventName { EventName("touchstart", TouchEvent.init(unchecked:)) }
    public static var touchend: EventName { EventName("touchend", TouchEvent.init(unchecked:)) }
    public static var touchmove: EventName { EventName("touchmove", TouchEvent.init(unchecked:)) }
    public static var touchcancel: EventName { EventName("touchcancel", TouchEvent.init(unchecked:)) }
}

extension EventName where Occurrence == DragEvent {
    public static var drag: EventName { EventName("drag", DragEvent.init(unchecked:)) }
    public static var dragstart: EventName { EventName("dragstart", DragEvent.init(unchecked:)) }
    public static var dragend: EventName { EventName("dragend", DragEvent.init(unchecked:)) }
    public static var dragenter: EventName { EventName("dragenter", DragEvent.init(unchecked:)) }
    public static var dragleave: EventName { EventName("dragleave", DragEvent.init(unchecked:)) }
    public static var dragover: EventName { EventName("dragover", DragEvent.init(unchecked:)) }
    public static var drop: EventName { EventName("drop", DragEvent.init(unchecked:)) }
}

extension EventName where Occurrence == ClipboardEvent {
    public static var copy: EventName { EventName("copy", ClipboardEvent.init(unchecked:)) }
    public static var cut: EventName { EventName("cut", ClipboardEvent.init(unchecked:)) }
    public static var paste: EventName { EventName("paste", ClipboardEvent.init(unchecked:)) }
}

extension EventName where Occurrence == SubmitEvent {
    public static var submit: EventName { EventName("submit", SubmitEvent.init(unchecked:)) }
}

extension EventName where Occurrence == FormDataEvent {
    public static var formdata: EventName { EventName("formdata", FormDataEvent.init(unchecked:)) }
}

extension EventName where Occurrence == ToggleEvent {
    public static var toggle: EventName { EventName("toggle", ToggleEvent.init(unchecked:)) }
    public static var beforetoggle: EventName { EventName("beforetoggle", ToggleEvent.init(unchecked:)) }
}

extension EventName where Occurrence == CommandEvent {
    public static var command: EventName { EventName("command", CommandEvent.init(unchecked:)) }
}

extension EventName where Occurrence == MessageEvent {
    public static var message: EventName { EventName("message", MessageEvent.init(unchecked:)) }
    public static var messageerror: EventName { EventName("messageerror", MessageEvent.init(unchecked:)) }
}

extension EventName where Occurrence == PopStateEvent {
    public static var popstate: EventName { EventName("popstate", PopStateEvent.init(unchecked:)) }
}

extension EventName where Occurrence == HashChangeEvent {
    public static var hashchange: EventName { EventName("hashchange", HashChangeEvent.init(unchecked:)) }
}

extension EventName where Occurrence == PageTransitionEvent {
    public static var pageshow: EventName { EventName("pageshow", PageTransitionEvent.init(unchecked:)) }
    public static var pagehide: EventName { EventName("pagehide", PageTransitionEvent.init(unchecked:)) }
}

extension EventName where Occurrence == StorageEvent {
    public static var storage: EventName { EventName("storage", StorageEvent.init(unchecked:)) }
}

extension EventName where Occurrence == BeforeUnloadEvent {
    public static var beforeunload: EventName { EventName("beforeunload", BeforeUnloadEvent.init(unchecked:)) }
}

extension EventName where Occurrence == PromiseRejectionEvent {
    public static var unhandledrejection: EventName { EventName("unhandledrejection", PromiseRejectionEvent.init(unchecked:)) }
    public static var rejectionhandled: EventName { EventName("rejectionhandled", PromiseRejectionEvent.init(unchecked:)) }
}

extension EventName where Occurrence == ProgressEvent {
    public static var progress: EventName { EventName("progress", ProgressEvent.init(unchecked:)) }
    public static var loadend: EventName { EventName("loadend", ProgressEvent.init(unchecked:)) }
    public static var timeout: EventName { EventName("timeout", ProgressEvent.init(unchecked:)) }
}
