/* C, because clang takes a file as it is (`#embed`, C23 6.10.4); an array literal in Swift takes its compiler some 70 us of a processor a byte. */
#include "CarriedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define TEXT(name)                  \
  const unsigned char *name(void) { \
    static const unsigned char text[] = {
#define END \
  , 0       \
  }         \
  ;         \
  return text; }

// The JavaScript runtime, of which generated modules take the parts that they need.
TEXT(closures_js)
#embed "../../js-runtime/src/closures.js"
END

TEXT(conversions_js)
#embed "../../js-runtime/src/conversions.js"
END

TEXT(failure_js)
#embed "../../js-runtime/src/failure.js"
END

TEXT(handles_js)
#embed "../../js-runtime/src/handles.js"
END

TEXT(inspection_js)
#embed "../../js-runtime/src/inspection.js"
END

TEXT(iteration_js)
#embed "../../js-runtime/src/iteration.js"
END

TEXT(jobs_js)
#embed "../../js-runtime/src/jobs.js"
END

TEXT(loader_js)
#embed "../../js-runtime/src/loader.js"
END

TEXT(memory_js)
#embed "../../js-runtime/src/memory.js"
END

TEXT(named_js)
#embed "../../js-runtime/src/named.js"
END

TEXT(numbers_js)
#embed "../../js-runtime/src/numbers.js"
END

TEXT(objects_js)
#embed "../../js-runtime/src/objects.js"
END

TEXT(observable_js)
#embed "../../js-runtime/src/observable.js"
END

TEXT(program_js)
#embed "../../js-runtime/src/program.js"
END

TEXT(reactor_js)
#embed "../../js-runtime/src/reactor.js"
END

TEXT(records_js)
#embed "../../js-runtime/src/records.js"
END

TEXT(objects_small_js)
#embed "../../js-runtime/src/objects-small.js"
END

TEXT(sequences_small_js)
#embed "../../js-runtime/src/sequences-small.js"
END

TEXT(sequences_js)
#embed "../../js-runtime/src/sequences.js"
END

TEXT(start_js)
#embed "../../js-runtime/src/start.js"
END

TEXT(streams_js)
#embed "../../js-runtime/src/streams.js"
END

TEXT(strings_small_js)
#embed "../../js-runtime/src/strings-small.js"
END

TEXT(strings_js)
#embed "../../js-runtime/src/strings.js"
END

TEXT(suspension_js)
#embed "../../js-runtime/src/suspension.js"
END

TEXT(threads_js)
#embed "../../js-runtime/src/threads.js"
END

TEXT(values_js)
#embed "../../js-runtime/src/values.js"
END

TEXT(views_js)
#embed "../../js-runtime/src/views.js"
END

TEXT(wasi_js)
#embed "../../js-runtime/src/wasi.js"
END

// The two halves of `<package>/worker`.
TEXT(choice_js)
#embed "../../js-runtime/worker/choice.js"
END

TEXT(remote_absent_js)
#embed "../../js-runtime/worker/remote-absent.js"
END

TEXT(remote_js)
#embed "../../js-runtime/worker/remote.js"
END

TEXT(remote_pool_js)
#embed "../../js-runtime/worker/remote-pool.js"
END

TEXT(remote_threads_js)
#embed "../../js-runtime/worker/remote-threads.js"
END

TEXT(remote_values_js)
#embed "../../js-runtime/worker/remote-values.js"
END

TEXT(serve_absent_js)
#embed "../../js-runtime/worker/serve-absent.js"
END

TEXT(serve_js)
#embed "../../js-runtime/worker/serve.js"
END

// The plugins that a package has for bundlers.
TEXT(bundler_d_ts)
#embed "../../js-runtime/bundler/bundler.d.ts"
END

TEXT(bundler_js)
#embed "../../js-runtime/bundler/bundler.js"
END

// Scripts for the pages of `bindgen dev` and `bindgen test`.
TEXT(client_js)
#embed "../../js-runtime/dev/client.js"
END

TEXT(node_assert_strict_js)
#embed "../../js-runtime/dev/node-assert-strict.js"
END

TEXT(node_assert_js)
#embed "../../js-runtime/dev/node-assert.js"
END

TEXT(node_test_js)
#embed "../../js-runtime/dev/node-test.js"
END

TEXT(run_tests_js)
#embed "../../js-runtime/dev/run-tests.js"
END

// The plugin that `bindgen vite` writes.
TEXT(vite_plugin_bindgen_d_ts)
#embed "../../js-runtime/vite/vite-plugin-bindgen.d.ts"
END

TEXT(vite_plugin_bindgen_js)
#embed "../../js-runtime/vite/vite-plugin-bindgen.js"
END

// What a package brings for modules that import WASI.
TEXT(file_system_js)
#embed "../../js-runtime/wasi/file-system.js"
END

TEXT(preview1_d_ts)
#embed "../../js-runtime/wasi/preview1.d.ts"
END

TEXT(preview1_js)
#embed "../../js-runtime/wasi/preview1.js"
END

// Swift's module `_Concurrency`, and the module that tries a compiler.
TEXT(Actors_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/Actors.swift"
END

TEXT(AsyncSequence_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/AsyncSequence.swift"
END

TEXT(AsyncStream_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/AsyncStream.swift"
END

TEXT(Continuations_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/Continuations.swift"
END

TEXT(Sleep_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/Sleep.swift"
END

TEXT(Task_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/Task.swift"
END

TEXT(TaskGroups_swift)
#embed "../../Sources/BindgenDriver/Concurrency/Module/TaskGroups.swift"
END

TEXT(SelfTest_swift)
#embed "../../Sources/BindgenDriver/Concurrency/SelfTest/SelfTest.swift"
END

TEXT(self_test_host_mjs)
#embed "../../Sources/BindgenDriver/Concurrency/SelfTest/self-test-host.mjs"
END

TEXT(self_test_idl)
#embed "../../Sources/BindgenDriver/Concurrency/SelfTest/self-test.idl"
END

TEXT(self_test_mjs)
#embed "../../Sources/BindgenDriver/Concurrency/SelfTest/self-test.mjs"
END

// The package that `bindgen new` makes.
TEXT(Greeter_swift)
#embed "../../Sources/BindgenDriver/Scaffold/Template/Greeter.swift"
END

TEXT(Life_swift)
#embed "../../Sources/BindgenDriver/Scaffold/Template/Life.swift"
END

TEXT(api_idl)
#embed "../../Sources/BindgenDriver/Scaffold/Template/api.idl"
END

TEXT(icon_svg)
#embed "../../Sources/BindgenDriver/Scaffold/Template/icon.svg"
END

TEXT(index_html)
#embed "../../Sources/BindgenDriver/Scaffold/Template/index.html"
END

TEXT(main_mjs)
#embed "../../Sources/BindgenDriver/Scaffold/Template/main.mjs"
END

TEXT(module_test_mjs)
#embed "../../Sources/BindgenDriver/Scaffold/Template/module.test.mjs"
END

TEXT(page_mjs)
#embed "../../Sources/BindgenDriver/Scaffold/Template/page.mjs"
END

TEXT(style_css)
#embed "../../Sources/BindgenDriver/Scaffold/Template/style.css"
END
