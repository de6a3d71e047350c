"""Calls a component in wasmtime: components.py FILE WHAT, with the calls as JSON in standard input; prints what they gave.

WHAT is `calls`, `objects`, `pages`, `leaks` or `refusals`.
"""

import json
import math
import sys

from wasmtime import Engine, Func, FuncType, Instance, Module, Store, Trap, WasmtimeError
from wasmtime.component import F32, F64, Component, Linker, ListType, OptionType, Record, RecordType, ResourceHost, ResourceType
from wasmtime.component import TupleType, Variant, VariantType

path, what = sys.argv[1:]
package = "acme:words/"
data = open(path, "rb").read()
engine = Engine()
store = Store(engine)


def record(**fields):
    value = Record()
    for name, field in fields.items():
        setattr(value, name, field)
    return value


# The pages that the component has handles of, by their numbers.
pages = {}
number = 0


def page(title, lines):
    global number
    number += 1
    pages[number] = record(title=title, lines=lines)
    return ResourceHost.own(number, 1)


def add_pages(host):
    own = lambda value: value.to_any(store)
    # Each value can be asked once.
    of = lambda value: pages[value.to_host(store).rep]

    def line(store, self, index):
        found = of(self)
        if index < found.lines:
            return f"{found.title}/{index}"
        return record(message="no such line", line=index)

    def longest(store, all):
        best = max(map(of, all), key=lambda page: page.lines)
        return own(page(best.title, best.lines))

    host.add_resource("page", ResourceType.host(1), lambda store, rep: pages.pop(rep))
    host.add_func("[constructor]page", lambda store, title, lines: own(page(title, 2 if lines is None else lines)))
    host.add_func("[method]page.title", lambda store, self: of(self).title)
    host.add_func("[method]page.set-title", lambda store, self, value: setattr(of(self), "title", value))
    host.add_func("[method]page.lines", lambda store, self: of(self).lines)
    host.add_func("[method]page.line", line)
    twin = lambda found: own(page(found.title, found.lines))
    host.add_func("[method]page.twin", lambda store, self: twin(of(self)))
    following = lambda found: own(page(found.title, found.lines - 1)) if found.lines > 0 else None
    host.add_func("[method]page.next", lambda store, self: following(of(self)))
    parts = lambda found, sizes: [own(page(found.title, size)) for size in sizes]
    host.add_func("[method]page.parts", lambda store, self, sizes: parts(of(self), sizes))
    host.add_func("[method]page.is-longer", lambda store, self, other: of(self).lines > of(other).lines)
    host.add_func("[static]page.longest", longest)


def fetch(store, what):
    return Variant("ok", "a cup of tea") if what == "tea" else Variant("err", what.replace(" ", "-"))


def instantiate():
    linker = Linker(engine)
    with linker.root() as root, root.add_instance(package + "host@1.0.0") as host:
        add_pages(host)
    with linker.root() as root, root.add_instance(package + "desk@1.0.0") as host:
        host.add_func("fetch", fetch)
        host.add_func("weigh", lambda store, page: pages[page.to_host(store).rep].lines * 10)
        names = {"very-loud": "very loud", "x2": "x-2"}
        host.add_func("log", lambda store, line: None)
        host.add_func("ask", lambda store, question, volume: f"{question}: {names.get(volume, volume)}")
        host.add_func("scale", lambda store, value, by: value * by)
        host.add_func("numbers", lambda store, who, place: "nein, Grüße" if who.name == "bad" else [1, 2, int(place.x)])
        mean = lambda numbers: sum(numbers) / len(numbers)
        host.add_func("middle", lambda store, points: record(x=mean([p.x for p in points]), y=mean([p.y for p in points])))
    return linker.instantiate(store, Component(engine, data))


instance = instantiate()


def call(interface, name, *arguments):
    place = instance.get_export_index(store, f"{package}{interface}@1.0.0")
    function = instance.get_func(store, instance.get_export_index(store, name, place))
    result = function(store, *arguments)
    function.post_return(store)
    return result


def argument(value, kind):
    """A value of JSON as Python has one of this type: numbers alone do not tell whether they are whole."""
    if value is None:
        return None
    if isinstance(value, dict) and "number" in value:
        number = value["number"]
        return float(number) if isinstance(kind, (F32, F64)) else int(number)
    if isinstance(kind, OptionType):
        return argument(value, kind.payload)
    if isinstance(kind, ListType):
        return bytes(value["bytes"]) if isinstance(value, dict) else [argument(element, kind.element) for element in value]
    if isinstance(kind, TupleType):
        return tuple(argument(element, each) for element, each in zip(value, kind.elements))
    if isinstance(kind, RecordType):
        fields = value["record"]
        return record(**{name: argument(fields[name], each) for name, each in kind.fields})
    if isinstance(kind, VariantType) and isinstance(value, dict):
        return next(argument(value, each) for _, each in kind.cases if isinstance(each, RecordType))
    isNumber = isinstance(value, int) and not isinstance(value, bool)
    kinds = [each for _, each in kind.cases] if isinstance(kind, VariantType) else [kind]
    return float(value) if isNumber and any(isinstance(each, (F32, F64)) for each in kinds) else value


def perform(item):
    place = instance.get_export_index(store, f"{package}words@1.0.0")
    function = instance.get_func(store, instance.get_export_index(store, item["label"], place))
    kinds = [kind for _, kind in function.type(store).params]
    return call("words", item["label"], *[argument(value, kind) for value, kind in zip(item["args"], kinds)])


def printed(value):
    if isinstance(value, (bytes, list)):
        return [printed(element) for element in value]
    if isinstance(value, tuple):
        return [printed(element) for element in value]
    if isinstance(value, Record):
        return {"record": {name: printed(field) for name, field in vars(value).items()}}
    if isinstance(value, float) and math.isnan(value):
        return {"number": "NaN"}
    if isinstance(value, float) and math.isinf(value):
        return {"number": "Infinity" if value > 0 else "-Infinity"}
    if value == 0 and math.copysign(1, value) < 0:
        return {"number": "-0"}
    if isinstance(value, int) and abs(value) > 2**53:
        return {"number": str(value)}
    return value


def refused(body):
    """The kind of error that a call ends with, and no other."""
    try:
        body()
    except (Trap, WasmtimeError, ValueError, TypeError, UnicodeError, OverflowError) as error:
        return type(error).__name__
    return "nothing"


def objects():
    live = lambda: call("objects", "[static]counter.live")
    one = call("objects", "[constructor]counter", None)
    two = call("objects", "[constructor]counter", 2)
    told = [live(), call("objects", "[method]counter.add", one, 2)]
    call("objects", "[method]counter.set-count", two, 58)
    told.append(call("objects", "[method]counter.count", two))
    call("objects", "[method]counter.note", one, "a", None)
    call("objects", "[method]counter.note", one, "ß", "x2")
    told.append(call("objects", "[method]counter.notes", one))
    twin = call("objects", "[method]counter.twin", one)
    merged = call("objects", "[static]counter.merge", twin, two)
    told += [live(), call("objects", "[static]counter.sum", [one, two, twin, merged]), call("objects", "[static]counter.max"), call("access", "write")]
    one.drop(store)
    told += [live(), call("objects", "[method]counter.count", twin)]
    for value in (two, twin, merged):
        value.drop(store)
    return told + [live(), refused(lambda: call("objects", "[method]counter.count", one))]


def host_pages():
    call("words", "bind", "x")
    told = [len(pages)]
    a, b, c = (page(title, lines).to_any(store) for title, lines in (("a", 1), ("b", 2), ("c", 3)))
    told += [call("words", "read", a, [b, c]), len(pages)]
    for title in ("kept", "again"):
        call("words", "keep", page(title, 1).to_any(store))
        told += [len(pages), call("words", "kept")]
    told.append(len(pages))
    call("words", "keep", None)
    return told + [call("words", "kept"), len(pages)]


def leaks(calls):
    def everything():
        for item in calls:
            perform(item)
        one = call("objects", "[constructor]counter", 1)
        call("objects", "[method]counter.note", one, "text", "quiet")
        call("objects", "[method]counter.twin", one).drop(store)
        one.drop(store)

    heap = lambda: call("words", "heap")
    everything()
    before = heap()
    rounds = 10_000 // (len(calls) + 6) + 1
    for _ in range(rounds):
        everything()
    return [before, heap(), rounds * (len(calls) + 6)]


def core():
    """The first module of the component, which has the shims."""
    place = 8
    while place < len(data):
        kind, place = data[place], place + 1
        size = shift = 0
        while True:
            byte, place = data[place], place + 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if kind == 1:
            return data[place : place + size]
        place += size
    raise ValueError("there is no module")


def refusals():
    """What a host gives that does not follow the ABI; wasmtime looks at most of it, and the shims at all that they read."""
    person = record(name="x", age=None, volume="louder", friends=None)
    told = {
        "a surrogate": refused(lambda: call("words", "greet", "\ud800", None)),
        "a case that is not there": refused(lambda: call("words", "older", person)),
        "too few": refused(lambda: call("words", "greet", "x")),
        "a list of others": refused(lambda: call("words", "doubles", ["x"])),
    }
    module = Module(engine, core())
    never = lambda type: Func(store, type, lambda *values: (_ for _ in ()).throw(WasmtimeError("the host is not called")))

    def bad(name, *values, text=None):
        exports = Instance(store, module, [never(item.type) for item in module.imports]).exports(store)
        if text is not None:
            place = exports["cabi_realloc"](store, 0, 0, 1, len(text))
            exports["memory"].write(store, text, place)
            values = (place, len(text), *values)
        return refused(lambda: exports[f"{package}words@1.0.0#{name}"](store, *values))

    told |= {
        "UTF-8 that is none": bad("parse", text=b"a\xff\xfe"),
        "half of a character": bad("parse", text="ß".encode()[:1]),
        "a string outside": bad("parse", 0x7FFF0000, 10),
        "a string whose end wraps": bad("parse", 16, -1),
        "a list outside": bad("doubles", 0x7FFF0000, 1),
        "a list whose size wraps": bad("doubles", 16, 0x20000001),
        "an enum's case": bad("louder", 3),
        "a union's case": bad("reply", 3, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return told


calls = json.load(sys.stdin)
if what == "calls":
    print(json.dumps([printed(perform(item)) for item in calls]))
elif what == "leaks":
    print(json.dumps(leaks(calls)))
else:
    print(json.dumps({"objects": objects, "pages": host_pages, "refusals": refusals}[what]()))
