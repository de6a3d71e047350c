// @part supports
  const $supports = Object.freeze({ jspi: typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function" });
