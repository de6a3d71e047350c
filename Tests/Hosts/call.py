"""Calls an export of a module in wasmtime: call.py MODULE EXPORT ARGUMENT…, where arguments are such as f64:0.5 or i32:7."""

import sys

from wasmtime import Engine, Instance, Module, Store

path, name, *arguments = sys.argv[1:]
engine = Engine()
store = Store(engine)
instance = Instance(store, Module.from_file(engine, path), [])
values = []
for argument in arguments:
    kind, value = argument.split(":")
    values.append(int(value) if kind.startswith("i") else float(value))
print(repr(instance.exports(store)[name](store, *values)))
