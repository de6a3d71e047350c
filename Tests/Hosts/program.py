"""Runs a program in wasmtime: program.py MODULE FOLDER ACCESS VARIABLES ARGUMENT…, where the folder is its `/`, ACCESS is `rw`
or `ro`, and VARIABLES are JSON."""

import json
import sys

from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig

path, folder, access, variables, *arguments = sys.argv[1:]
engine = Engine()
linker = Linker(engine)
linker.define_wasi()
store = Store(engine)
config = WasiConfig()
config.argv = ["program", *arguments]
config.env = list(json.loads(variables).items())
config.inherit_stdin()
config.inherit_stdout()
config.inherit_stderr()
config.preopen_dir(folder, "/", access == "rw")
config.preopen_dir("/dev", "/dev")
store.set_wasi(config)
instance = linker.instantiate(store, Module.from_file(engine, path))
code = 0
try:
    instance.exports(store)["_start"](store)
except ExitTrap as exit:
    code = exit.code
sys.exit(code)
