/** Tests of the queues that builds wait in. */
import { setImmediate as turn } from "node:timers/promises";
import { Lanes } from "../Core/lane.mjs";

/** @param {import("../Core/report.mjs").Group} group */
export async function testLanes(group) {
  const lanes = new Lanes(2);
  const events = [];
  const open = new Map();
  const job = (lane, name, options) => {
    const body = () => {
      events.push(`+${name}`);
      return new Promise((resolve) => open.set(name, resolve)).finally(() => events.push(`-${name}`));
    };
    return lanes.run(lane, body, options);
  };
  const settle = async () => {
    for (let count = 0; count < 5; count += 1) await turn();
    return events.join(" ");
  };
  const is = (name, told, wanted) => (told === wanted ? group.pass(name) : group.fail(name, `${told} instead of ${wanted}`));
  const all = [job("a", "a1"), job("a", "a2"), job("b", "b1"), job("c", "c1")];
  is("one of a queue and two in all run at a time", await settle(), "+a1 +b1");
  open.get("b1")();
  is("who waited longest is next", await settle(), "+a1 +b1 -b1 +c1");
  open.get("a1")(Promise.reject(new Error("no")));
  is("a failure makes room too", await settle(), "+a1 +b1 -b1 +c1 -a1 +a2");
  open.get("c1")();
  open.get("a2")();
  await settle();
  events.length = 0;
  all.push(job("a", "a3"), job("b", "b2"), job("c", "c2"), job("d", "d1", { isFirst: true }));
  await settle();
  open.get("a3")();
  is("a job for which much waits takes the first room", await settle(), "+a3 +b2 -a3 +d1");
  open.get("b2")();
  await settle();
  for (const name of ["c2", "d1"]) open.get(name)();
  await settle();
  events.length = 0;
  all.push(job("b", "b3"), job("c", "c3"), job("d", "d2"), job("a", "a4"));
  await settle();
  open.get("b3")();
  is("the longest queue takes room first", await settle(), "+b3 +c3 -b3 +a4");
  open.get("c3")();
  open.get("a4")();
  await settle();
  open.get("d2")();
  is("who asked gets the result", (await Promise.allSettled(all)).map(({ status }) => status).join(), ["rejected", ...Array.from({ length: 11 }, () => "fulfilled")].join());
}
