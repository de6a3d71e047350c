// What stands where a module has nothing of that kind.

// @part no-answers
const $answers = false;
const $answer = undefined;
const $lost = undefined;

// @part no-objects
const $state = undefined;

// @part no-functions
const $flags = undefined;
const $run = undefined;
const $letGo = undefined;
const $raise = () => {};
