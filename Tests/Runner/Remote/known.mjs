/** Where a proxy answers otherwise than the module itself, and why. What is not here is a fault. */
const unmade = "depends on calls that were not made in the worker";
const host = "the test has told this thread's instance of the host's script to do something else, and the worker has an instance of its own";
const counted = "counts objects, of which the worker has others";
const during = "a function is called after Swift has gone on, so it cannot change what Swift is about to see";

/** By family, the members and the reason. @type {Record<string, [member: RegExp, why: string][]>} */
export const known = {
  AsyncCallbacks: [[/^(Calls\.(log|ask)|Rewriter\.)/, unmade]],
  AsyncCode: [[/^Code\.ticks/, "counts the turns of other tasks meanwhile"]],
  AsyncSequences: [[/^Sequences\.log/, unmade], [/^Readers\.source/, host]],
  BufferSources: [[/^(Sources\.fillDuring|Page\.shownBytes)/, during]],
  Buffers: [[/^Bytes\.fillDuring/, during], [/^Bytes\.storage/, "the test has written into its view of the memory"]],
  CallbackInterfaces: [[/^(Source\.fire|Calls\.callEnded)/, unmade]],
  Callbacks: [[/^Calls\.boxes/, counted]],
  Classes: [[/^(Counter|Sealed)\.(id|alive|mode)/, counted], [/^Counter\.(label|value|valueAfter)/, unmade]],
  DeferredCallbacks: [[/^Parser\.feedStrictly/, during]],
  Errors: [[/^Errors\.(pay|rename|anything|chained|facts)/, host]],
  ForeignMemory: [[/^(Pot|Tape)\.bytes/, "the test has written into its view of the memory"]],
  Imports: [[/^Calls\./, host]],
  Inheritance: [[/^(Ring\.hole|Shapes\.circumference)/, "the test gives objects another prototype"], [/^Shape\.alive/, counted]],
  Lifetimes: [
    [/^Rows\.fails/, "an object of the module's that is thrown arrives as a clone"],
    [/^\w+\.dispose/, "nobody waits for it"],
    [/^(X\.keep|Returns\.seen|Get\.pairOrError)/, unmade],
    [/^Picture\.alive/, counted],
  ],
  ObservableArrays: [[/^Playlist\.changes/, unmade]],
  Overrides: [[/^(Shape|Figure)/, "what a class of JavaScript's overrides stays in its thread"]],
  Promises: [[/^Later\./, host]],
  Properties: [[/^(Data|Store|Shelf|OpenShelf|Library)\./, unmade]],
  Reflection: [[/^(EventTarget\.dispatchEvent|URLSearchParams\.toString)/, unmade]],
  Shapes: [[/^Channel\.end/, "a disposer that is a promise disposes of the object itself, which is noted as a call"], [/^Bells\.pull/, unmade]],
  Throws: [[/^Failing\.afterWork/, during]],
  Values: [[/^(Values\.same|Store\.holds)/, "a clone is another object"]],
  Views: [[/^Image\./, "the test has written into its view of the memory"]],
};
