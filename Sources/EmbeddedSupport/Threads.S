// How a thread comes to a stack and to data of its own. See Threads.c.
#if defined(__wasm_atomics__) && !defined(__wasi__)

	.globaltype	__stack_pointer, i32
	.functype	__wasm_init_tls (i32) -> ()
	.functype	bindgen_thread_loop (i32) -> ()

// void bindgen_thread_run(Thread *thread)
	.section	.text.bindgen_thread_run,"",@
	.globl	bindgen_thread_run
	.type	bindgen_thread_run,@function
	.export_name	bindgen_thread_run, bindgen.runThread
bindgen_thread_run:
	.functype	bindgen_thread_run (i32) -> ()
	local.get	0
	i32.load	0
	global.set	__stack_pointer
	local.get	0
	i32.load	4
	call	__wasm_init_tls
	local.get	0
	call	bindgen_thread_loop
	end_function
#endif
