public import WebDOM

extension EventName where Occurrence == AnimationPlaybackEvent {
    /// An animation is over (Web Animations 4.4.18).
    public static var finish: EventName { EventName("finish", AnimationPlaybackEvent.init(unchecked:)) }
}
