// What stands where a module has nothing of that kind.

// @part no-objects
const $keep = undefined;

// @part no-functions
const $share = () => {};

// @part no-answers
const $answered = undefined;

// @part no-signals
const $signals = undefined;
const $abort = undefined;
