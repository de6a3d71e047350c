# What wasm-bindgen's tool adds to a module: it moves the stack pointer, so that JavaScript has room for a result of several words.

    .globaltype __stack_pointer, i32
    .globl __wbindgen_add_to_stack_pointer
    .export_name __wbindgen_add_to_stack_pointer, __wbindgen_add_to_stack_pointer
    .type __wbindgen_add_to_stack_pointer, @function
__wbindgen_add_to_stack_pointer:
    .functype __wbindgen_add_to_stack_pointer (i32) -> (i32)
    global.get __stack_pointer
    local.get 0
    i32.add
    global.set __stack_pointer
    global.get __stack_pointer
    end_function
