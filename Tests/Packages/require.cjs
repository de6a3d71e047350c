/** A CommonJS program: where Node can `require` an ES module it works, for no entry waits at its top level. */
const { Greeter, init } = require("greeter");

init().then(() => console.log(`@answers ${JSON.stringify({ main: Greeter.hello("Ada") === "Hello, Ada!" ? "yes" : "no" })}`));
