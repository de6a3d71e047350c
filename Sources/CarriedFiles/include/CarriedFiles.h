/// The texts that the tool carries inside, each as UTF-8 that ends with a zero. The files stand where they are edited, checked and tested.
#ifndef CARRIED_FILES_H
#define CARRIED_FILES_H

#pragma clang assume_nonnull begin

// The JavaScript runtime, of which generated modules take the parts that they need.
const unsigned char *closures_js(void);
const unsigned char *conversions_js(void);
const unsigned char *failure_js(void);
const unsigned char *handles_js(void);
const unsigned char *inspection_js(void);
const unsigned char *iteration_js(void);
const unsigned char *jobs_js(void);
const unsigned char *loader_js(void);
const unsigned char *memory_js(void);
const unsigned char *named_js(void);
const unsigned char *numbers_js(void);
const unsigned char *objects_js(void);
const unsigned char *observable_js(void);
const unsigned char *program_js(void);
const unsigned char *reactor_js(void);
const unsigned char *records_js(void);
const unsigned char *objects_small_js(void);
const unsigned char *sequences_small_js(void);
const unsigned char *sequences_js(void);
const unsigned char *start_js(void);
const unsigned char *streams_js(void);
const unsigned char *strings_small_js(void);
const unsigned char *strings_js(void);
const unsigned char *suspension_js(void);
const unsigned char *threads_js(void);
const unsigned char *values_js(void);
const unsigned char *views_js(void);
const unsigned char *wasi_js(void);

// The two halves of `<package>/worker`.
const unsigned char *choice_js(void);
const unsigned char *remote_absent_js(void);
const unsigned char *remote_js(void);
const unsigned char *remote_pool_js(void);
const unsigned char *remote_threads_js(void);
const unsigned char *remote_values_js(void);
const unsigned char *serve_absent_js(void);
const unsigned char *serve_js(void);

// The plugins that a package has for bundlers.
const unsigned char *bundler_d_ts(void);
const unsigned char *bundler_js(void);

// Scripts for the pages of `bindgen dev` and `bindgen test`.
const unsigned char *client_js(void);
const unsigned char *node_assert_strict_js(void);
const unsigned char *node_assert_js(void);
const unsigned char *node_test_js(void);
const unsigned char *run_tests_js(void);

// The plugin that `bindgen vite` writes.
const unsigned char *vite_plugin_bindgen_d_ts(void);
const unsigned char *vite_plugin_bindgen_js(void);

// What a package brings for modules that import WASI.
const unsigned char *file_system_js(void);
const unsigned char *preview1_d_ts(void);
const unsigned char *preview1_js(void);

// Swift's module `_Concurrency`, and the module that tries a compiler.
const unsigned char *Actors_swift(void);
const unsigned char *AsyncSequence_swift(void);
const unsigned char *AsyncStream_swift(void);
const unsigned char *Continuations_swift(void);
const unsigned char *Sleep_swift(void);
const unsigned char *Task_swift(void);
const unsigned char *TaskGroups_swift(void);

const unsigned char *SelfTest_swift(void);
const unsigned char *self_test_host_mjs(void);
const unsigned char *self_test_idl(void);
const unsigned char *self_test_mjs(void);

// The package that `bindgen new` makes.
const unsigned char *Greeter_swift(void);
const unsigned char *Life_swift(void);
const unsigned char *api_idl(void);
const unsigned char *icon_svg(void);
const unsigned char *index_html(void);
const unsigned char *main_mjs(void);
const unsigned char *module_test_mjs(void);
const unsigned char *page_mjs(void);
const unsigned char *style_css(void);

#pragma clang assume_nonnull end

#endif
