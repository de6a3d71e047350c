/** Prints to which file of the package each subpath leads, under the conditions of the runtime and of its command line. */
const names = ["greeter", "greeter/inline", "greeter/instance", "greeter/integrity", "greeter/module.wasm", "greeter/greeter.wasm", "greeter/package.json"];
const answers = {};
for (const name of names) {
  try {
    answers[name] = import.meta.resolve(name).split("/").at(-1);
  } catch (error) {
    answers[name] = `${error.code ?? error}`;
  }
}
console.log(`@answers ${JSON.stringify(answers)}`);
