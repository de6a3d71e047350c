/** Of interfaces that are copied in part, what the engine has besides is not looked at. */
export const partial = new Set(["Node", "Event", "EventTarget", "DOMMatrixReadOnly", "DOMMatrix"]);

/** What is ours, beside the standard's. */
export const ours = new Set(["dispose", Symbol.dispose, Symbol.for("nodejs.util.inspect.custom"), Symbol.for("Deno.customInspect")]);

/** Where an engine, or one version, is not as the standard has it, or the copy is not: `places` are the differences that are let pass. */
export const deviations = [
  { engines: ["node", "deno", "bun"], places: /\.Symbol\((?!Symbol\.)[^)]*\)$/, why: "hooks for console.log, and internals under symbols" },
  { engines: ["node"], places: /^(Headers|FormData)\.prototype\.(entries|keys|values|Symbol\(Symbol\.iterator\)) elsewhere$/, why: "undici looks at the receiver when the iterator is asked for its first value" },
  { engines: ["node"], places: /^Event\.prototype\.[A-Z_]+$|^EventTarget: constants$/, why: "Node has Event's constants on the class alone" },
  { engines: ["node"], places: /^EventTarget: (two calls|again)$/, why: "Node ends an event after the first phase, and throws an Error for one that is dispatched twice" },
  { engines: ["node20"], places: /^FormData\.(length|prototype\.constructor)$/, why: "Node 20 counts an argument of FormData's that is optional" },
  { engines: ["node20"], places: /^EventTarget: is not cancelled$/, why: "Node 20 lets a passive listener cancel an event" },
  { engines: ["node20"], places: /^URLSearchParams: of null$/, why: "Node 20 takes null for no argument" },
  { engines: ["chromium"], places: /^NodeList: (is set|is set behind the last|is defined|below another object)$/, why: "Chromium says that it has set or defined an index where nothing can be" },
  { engines: ["deno"], places: /^(DOMPoint|DOMMatrix)(ReadOnly)?(\.prototype| inherits)$/, why: "in Deno these classes' prototypes can be replaced, and the classes do not inherit statics" },
  { engines: ["deno"], places: /^FormData\.(length|prototype\.(constructor|append|set))$/, why: "Deno counts arguments that are optional, or are not those of a text" },
  { engines: ["deno"], places: /^Event(Target)?\.prototype\.\w+( elsewhere)?$/, why: "in Deno some members of events cannot be enumerated, have another length, or take any receiver" },
  { engines: ["deno"], places: /^EventTarget: (a text as one|an event of wrong options)$/, why: "Deno takes any listener and any options" },
  { engines: ["bun"], places: /^(URLSearchParams|Headers|FormData)\.(from|prototype\.(toJSON|length|getAll|count))$|^URLSearchParams: (in JSON|for in)$/, why: "Bun has members of its own" },
  { engines: ["bun"], places: /^Headers\.prototype\.getSetCookie elsewhere$|^EventTarget: again$/, why: "Bun lets the first pass, and throws an Error for the second" },
  { engines: ["bun"], places: /^Headers: (is then|keys|values|forEach)$/, why: "Bun has Set-Cookie behind all others" },
];
