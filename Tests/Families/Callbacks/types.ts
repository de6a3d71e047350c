import { Calls, Through, init } from "callbacks";
import type { Handlers, Notify, OfNumbers, OfNumbersInput, OfPerson, OfPersonInput, Rewrite, Transform } from "callbacks";

await init();
const double: Transform = (value) => value * 2;
const result: number = Calls.apply(double, 2);
// Functions with fewer parameters are fine, as everywhere.
Calls.apply(() => 1, 2);
// @ts-expect-error the result is a number
Calls.apply((value) => String(value), 2);
// @ts-expect-error the argument is a number
Calls.apply((value: string) => 1, 2);
// @ts-expect-error the callback is required
Calls.apply(null, 2);
const notify: Notify = () => {};
Calls.callOptional();
Calls.callOptional(notify);
// @ts-expect-error optional is not nullable
Calls.callOptional(null);
Calls.callNullable(null);
const closure = Calls.multiplier(2);
closure(3).toFixed();
closure.dispose();
closure[Symbol.dispose]();
const plain: Transform = Calls.multiplier(2);
const maybe = Calls.maybe(true);
// @ts-expect-error it may be null
maybe(1);
maybe?.dispose();
const several: Transform[] = Calls.several(2);
const handlers: Handlers = { transform: double };
// @ts-expect-error transform is required
const incomplete: Handlers = { done: notify };
const prefixer: Rewrite = Calls.prefixer("a");
const level = Through.level((value) => (value === "low" ? "high" : "low"), "low");
// @ts-expect-error no value of the enum
Through.level(() => "middle", "low");
// What JavaScript gives may return whatever iterates, and is given arrays; of what Swift gives it is the other way round.
const evens: OfNumbersInput = (numbers) => new Set(numbers.filter((number) => number % 2 === 0));
const numbers: number[] = Through.numbers(evens, new Set([1, 2]));
const back: OfNumbers = Through.numbersBack(evens);
const again: number[] = back(new Set([1, 2]));
// @ts-expect-error Swift gives an array
const ofSets: OfNumbersInput = (numbers: Set<number>) => numbers;
// @ts-expect-error Swift returns an array
const set: Set<number> = back([1]);
const person: OfPersonInput = (person) => person;
const personBack: OfPerson = Through.personBack(person);
// A function of Swift's can go back.
Through.person(personBack, { name: "a" });
export { again, numbers, ofSets, set };
export { handlers, incomplete, level, plain, prefixer, result, several };
