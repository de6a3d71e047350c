/// What WebGPU adds to the navigator (https://gpuweb.github.io/gpuweb/#navigator-gpu).
partial interface Navigator {
  /// Where a browser has WebGPU: `navigator.supports(.gpu)` asks before.
  readonly attribute GPU gpu;
};
