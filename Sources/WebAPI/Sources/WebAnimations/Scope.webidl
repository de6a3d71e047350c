// What Web Animations add to other interfaces (https://drafts.csswg.org/web-animations-1/#the-animatable-interface-mixin).
partial interface Element {
  /// Plays frames: an object, or an array of objects, with properties of CSS.
  [Throws] Animation animate(object? keyframes, optional (unrestricted double or KeyframeAnimationOptions) options = {});
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-animatable-getanimations).
  sequence<Animation> getAnimations(optional GetAnimationsOptions options = {});
};
partial interface Document {
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-document-timeline).
  readonly attribute DocumentTimeline timeline;
};
dictionary KeyframeAnimationOptions : KeyframeEffectOptions {
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-keyframeanimationoptions-id).
  DOMString id = "";
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-keyframeanimationoptions-timeline).
  AnimationTimeline? timeline;
};
dictionary GetAnimationsOptions {
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-getanimationsoptions-subtree).
  boolean subtree = false;
};
/// An animation is over, or was taken back (Web Animations 6.8).
[Import]
interface AnimationPlaybackEvent : Event {
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-animationplaybackevent-currenttime).
  readonly attribute double? currentTime;
  /// [Web Animations](https://drafts.csswg.org/web-animations-1/#dom-animationplaybackevent-timelinetime).
  readonly attribute double? timelineTime;
};
