// What Web Animations add to other interfaces (https://drafts.csswg.org/web-animations-1/#the-animatable-interface-mixin).
partial interface Element {
  /// Plays frames: an object, or an array of objects, with properties of CSS.
  [Throws] Animation animate(object? keyframes, optional (unrestricted double or KeyframeAnimationOptions) options = {});
  sequence<Animation> getAnimations(optional GetAnimationsOptions options = {});
};
partial interface Document {
  readonly attribute DocumentTimeline timeline;
};
dictionary KeyframeAnimationOptions : KeyframeEffectOptions {
  DOMString id = "";
  AnimationTimeline? timeline;
};
dictionary GetAnimationsOptions {
  boolean subtree = false;
};
/// An animation is over, or was taken back (Web Animations 6.8).
[Import]
interface AnimationPlaybackEvent : Event {
  readonly attribute double? currentTime;
  readonly attribute double? timelineTime;
};
