import { init, Finder } from "letter-finder";

await init();
const finder = new Finder();
finder.add(["one", "two", "three"]);
console.log(finder.find("t").map(({ name }) => name));
