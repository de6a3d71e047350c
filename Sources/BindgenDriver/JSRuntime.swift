import CarriedFiles

/// The JavaScript runtime, carried inside the tool: generated modules take the parts that they need.
enum JSRuntime {
    /// The text of every file, in the order in which parts are emitted.
    static var files: [String] {
        [
            memory_js(), failure_js(), jobs_js(), named_js(),
            conversions_js(),
            strings_js(), strings_small_js(),
            inspection_js(), handles_js(), objects_js(), objects_small_js(),
            closures_js(), iteration_js(), streams_js(),
            suspension_js(), views_js(), threads_js(),
            sequences_js(), sequences_small_js(), records_js(),
            observable_js(),
            values_js(), numbers_js(),
            loader_js(), reactor_js(), start_js(), wasi_js(),
            program_js(),
        ].map { CarriedFile($0).text }
    }

    /// The parts of `<package>/worker`: what runs beside the program, and what in the worker.
    static var remoteFiles: [String] {
        [
            choice_js(), remote_absent_js(), remote_js(), remote_pool_js(), remote_threads_js(),
            remote_values_js(),
        ].map { CarriedFile($0).text }
    }
    static var serveFiles: [String] { [choice_js(), serve_absent_js(), serve_js()].map { CarriedFile($0).text } }

    /// The part of `<package>/bundler` that is the same for every package, and its declarations. Before it stand the imports of
    /// `node:` modules and the constants `packageName` and `fileName`; Node and Bun run it, in a bundler's configuration.
    static var bundlerScript: String { CarriedFile(bundler_js()).text }
    static var bundlerDeclarations: String { CarriedFile(bundler_d_ts()).text }

    /// `<package>/wasi`: a file system in memory and WASI over it, as one script. The second file begins with its import of the first, and
    /// what that exports for it alone is no export of the package.
    static var wasiScript: String {
        let files = CarriedFile(file_system_js()).text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("export ") && !line.hasPrefix("export class FileSystem") ? line.dropFirst("export ".count) : line
        }
        return files.joined(separator: "\n") + CarriedFile(preview1_js()).text.drop { $0 != ";" }.dropFirst()
    }
    static var wasiDeclarations: String { CarriedFile(preview1_d_ts()).text }

    /// The script that connects a page with `bindgen dev`.
    static var devClient: String { CarriedFile(client_js()).text }

    /// The scripts that run tests in the pages of `bindgen test`, by the name that they have there.
    static var testScripts: [String: String] {
        [
            "node-test.js": node_test_js(), "node-assert.js": node_assert_js(),
            "node-assert-strict.js": node_assert_strict_js(), "run-tests.js": run_tests_js(),
        ].mapValues { CarriedFile($0).text }
    }

    /// The plugin that builds a package for Vite and Rollup, and its declarations.
    static var vitePluginScript: String { CarriedFile(vite_plugin_bindgen_js()).text }
    static var vitePluginDeclarations: String {
        CarriedFile(vite_plugin_bindgen_d_ts()).text
    }
}
