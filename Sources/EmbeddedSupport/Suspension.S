// The stack pointer of a call that waits in place (JavaScript Promise Integration). See Suspension.c.
//
// Between JavaScript's going on and wasm's, other calls may run, so it is wasm that has to switch, before and behind the import that suspends. What
// is needed on the way back stands in locals: nothing of it may lie on a stack that is being changed.
#if defined(__wasm__) && !defined(__wasi__)

	.globaltype	__stack_pointer, i32
	.functype	bindgen_stack_take (i32, i32, i32) -> (i32)
	.functype	bindgen_stack_check (i32) -> ()
	.functype	bindgen_stack_give (i32) -> ()
	.functype	bindgen_suspendable_run (i32, i32) -> ()
	.functype	bindgen_suspend_call (i32, i32) -> ()
	.import_module	bindgen_suspend_call, bindgen
	.import_name	bindgen_suspend_call, suspend

// void bindgen_suspendable_enter(void *call, void (*body)(void *), int32_t promise, size_t size)
	.section	.text.bindgen_suspendable_enter,"",@
	.globl	bindgen_suspendable_enter
	.type	bindgen_suspendable_enter,@function
bindgen_suspendable_enter:
	.functype	bindgen_suspendable_enter (i32, i32, i32, i32) -> ()
	.local	i32
	local.get	0
	local.get	2
	local.get	3
	call	bindgen_stack_take
	local.tee	4
	global.get	__stack_pointer
	i32.store	0
	local.get	4
	i32.const	0
	i32.load	bindgen_suspendable
	i32.store	4
	i32.const	0
	local.get	4
	i32.store	bindgen_suspendable
	local.get	3
	if
	local.get	4
	i32.const	48
	i32.add
	local.get	3
	i32.add
	global.set	__stack_pointer
	end_if
	local.get	0
	local.get	1
	call	bindgen_suspendable_run
	local.get	4
	call	bindgen_stack_check
	local.get	3
	if
	local.get	4
	i32.load	0
	global.set	__stack_pointer
	end_if
	i32.const	0
	local.get	4
	i32.load	4
	i32.store	bindgen_suspendable
	local.get	4
	call	bindgen_stack_give
	end_function

// void bindgen_suspend(int32_t promise): waits until the promise of this handle is settled
	.section	.text.bindgen_suspend,"",@
	.globl	bindgen_suspend
	.type	bindgen_suspend,@function
bindgen_suspend:
	.functype	bindgen_suspend (i32) -> ()
	.local	i32, i32
	global.get	__stack_pointer
	local.set	1
	i32.const	0
	i32.load	bindgen_suspendable
	local.tee	2
	call	bindgen_stack_check
	local.get	2
	i32.load	12
	if
	local.get	2
	i32.load	0
	global.set	__stack_pointer
	end_if
	i32.const	0
	local.get	2
	i32.load	4
	i32.store	bindgen_suspendable
	local.get	2
	i32.load	8
	local.get	0
	call	bindgen_suspend_call
	local.get	2
	global.get	__stack_pointer
	i32.store	0
	local.get	2
	i32.const	0
	i32.load	bindgen_suspendable
	i32.store	4
	i32.const	0
	local.get	2
	i32.store	bindgen_suspendable
	local.get	2
	i32.load	12
	if
	local.get	1
	global.set	__stack_pointer
	end_if
	end_function

#endif
