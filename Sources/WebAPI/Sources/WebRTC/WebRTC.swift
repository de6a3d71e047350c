import BindgenRuntime
public import WebDOM

extension EventName where Occurrence == RTCPeerConnectionIceEvent {
    /// A way was found on which others may reach this side (WebRTC 4.4.2); without a candidate, that there are no more.
    public static var icecandidate: EventName { EventName("icecandidate", RTCPeerConnectionIceEvent.init(unchecked:)) }
}

extension EventName where Occurrence == RTCDataChannelEvent {
    /// The other side has opened a channel (WebRTC 6.3).
    public static var datachannel: EventName { EventName("datachannel", RTCDataChannelEvent.init(unchecked:)) }
}

extension EventName where Occurrence == RTCTrackEvent {
    /// Sound or pictures come from the other side (WebRTC 5.7).
    public static var track: EventName { EventName("track", RTCTrackEvent.init(unchecked:)) }
}

extension EventName where Occurrence == Event {
    /// What both sides said of themselves should be said again (WebRTC 4.7.3).
    public static var negotiationneeded: EventName { EventName("negotiationneeded", Event.init(unchecked:)) }
    /// The connection is made, lost or closed (WebRTC 4.4.3).
    public static var connectionstatechange: EventName { EventName("connectionstatechange", Event.init(unchecked:)) }
}
