import endings from "./endings.mjs";
import ownership from "./ownership.mjs";
import release from "./release.mjs";

export default async function (t) {
  await release(t);
  await endings(t);
  await ownership(t);
}
