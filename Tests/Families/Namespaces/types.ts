import * as module from "namespaces";
import { Outside, Plain, Renamed, Values, Words, init } from "namespaces";
import type { Default, Words2 } from "namespaces";

await init();
const answer: number = Plain.ANSWER;
// @ts-expect-error constants are readonly
Plain.ANSWER = 1;
// @ts-expect-error so are a namespace's attributes
Plain.calls = 1;
Renamed.jsName(1);
// @ts-expect-error the IDL's name is not JavaScript's
Renamed.idlName(1);
Words.class(1, 2, 3, 4, 5);
const map: module.Map = new module.Map(1);
// @ts-expect-error the language's Map is another
map.same(new Map());
const where: string = Outside.where();
const words: Words2 = { class: 1, "the-member": 2 };
const value: Default = Values.next("1st");
export { answer, value, where, words };
