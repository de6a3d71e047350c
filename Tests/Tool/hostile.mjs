/** IDL whose text tries to break out of the generated Swift, JavaScript and TypeScript. All of it is correct Web IDL. */

/** Words that no identifier of Web IDL may be; a string may. */
const neverNames = ["constructor", "__proto__", "toString"];
const words = ["init", "self", "class", "await", "default", "in", "Type", "arguments", "eval", "static", "repeat", "yield", "protocol"];

/** Words of Swift, JavaScript or both as the names of everything that can have one. */
const reserved = `
/// Words that mean something in a language below.
namespace Words {
${words.map((word) => `  long _${word}(long _${word});`).join("\n")}
};
dictionary Members {
${[...words, "prototype"].map((word) => `  long _${word};`).join("\n")}
};
enum Values { ${[...words, ...neverNames].map((word) => JSON.stringify(word)).join(", ")} };
namespace Use {
  Members members(Members m, Values v);
};
`;

/** Comments that end comments, and strings that end strings. */
const text = `
/// */ alert(1) /* \`\${alert(1)}\` \\u002a/ </script> {@link x} @param y
/** A block. *\\/ \`\`\` <!-- --> */
namespace Text {
  /// Ends here: */ export const stolen = 1; /*
  DOMString quotes(optional DOMString a = "\\\\u0022 ' \` \${a} \\\\ */");
};
enum Odd { "", "*/ \${x} '", "a-b", "1", "é", "constructor" };
enum Japanese { "日本" };
enum Slashes { "//" };
enum Backslash { "\\\\" };
enum Quote { "'" };
enum Tick { "\`" };
enum Emoji { "👋" };
dictionary Defaults {
  DOMString quote = "'";
  DOMString dollar = "\${process.exit(1)}";
  DOMString backslash = "\\\\n";
  Odd odd = "*/ \${x} '";
};
namespace OddUse {
  Odd same(Odd value);
  Slashes slashes(Backslash a, Quote b, Tick c, Emoji d, Japanese e);
  Defaults keep(optional Defaults value = {});
};
`;

/** Names that meet once case or punctuation is gone. */
const collisions = `
namespace Case { long name(); long Name(); long NAME(); long name_(); };
dictionary Self { long self; long Self; };
interface Any { constructor(); attribute long Any; long _any(); };
namespace Lone { Self make(Any _any); };
`;

export const hostile = { reserved, text, collisions };
