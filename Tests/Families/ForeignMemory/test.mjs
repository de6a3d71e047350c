import failures from "./failures.mjs";
import memory from "./memory.mjs";

export default async function (t) {
  await memory(t);
  await failures(t);
}
