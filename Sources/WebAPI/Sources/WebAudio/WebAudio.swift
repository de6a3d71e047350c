import BindgenRuntime
public import WebDOM

extension EventName where Occurrence == Event {
    /// A context runs, waits or is closed (Web Audio API 1.1.3).
    public static var statechange: EventName { EventName("statechange", Event.init(unchecked:)) }
}

extension EventName where Occurrence == OfflineAudioCompletionEvent {
    /// A context that plays to nobody has made its sound (Web Audio API 1.3.3).
    public static var complete: EventName { EventName("complete", OfflineAudioCompletionEvent.init(unchecked:)) }
}
