/// The JavaScript runtime, carried inside the tool: generated modules take the parts that they need.
package enum JSRuntime {
    /// The text of every file, in the order in which parts are emitted.
    package static var files: [String] {
        [
            PackageResources.memory_js, PackageResources.failure_js, PackageResources.jobs_js, PackageResources.named_js,
            PackageResources.conversions_js,
            PackageResources.strings_js, PackageResources.strings_small_js,
            PackageResources.inspection_js, PackageResources.handles_js, PackageResources.objects_js,
            PackageResources.closures_js, PackageResources.iteration_js, PackageResources.streams_js,
            PackageResources.suspension_js, PackageResources.views_js,
            PackageResources.sequences_js, PackageResources.sequences_small_js, PackageResources.records_js,
            PackageResources.observable_js,
            PackageResources.values_js, PackageResources.numbers_js,
            PackageResources.loader_js, PackageResources.reactor_js, PackageResources.start_js, PackageResources.wasi_js,
        ].map { String(decoding: $0, as: UTF8.self) }
    }

    /// The part of `<package>/bundler` that is the same for every package, and its declarations. Before it stand the imports of
    /// `node:` modules and the constants `packageName` and `fileName`; Node and Bun run it, in a bundler's configuration.
    package static var bundlerScript: String { String(decoding: PackageResources.bundler_js, as: UTF8.self) }
    package static var bundlerDeclarations: String { String(decoding: PackageResources.bundler_d_ts, as: UTF8.self) }

    /// The script that connects a page with `bindgen dev`.
    package static var devClient: String { String(decoding: PackageResources.client_js, as: UTF8.self) }

    /// The scripts that run tests in the pages of `bindgen test`, by the name that they have there.
    package static var testScripts: [String: String] {
        [
            "node-test.js": PackageResources.node_test_js, "node-assert.js": PackageResources.node_assert_js,
            "node-assert-strict.js": PackageResources.node_assert_strict_js, "run-tests.js": PackageResources.run_tests_js,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The plugin that builds a package for Vite and Rollup, and its declarations.
    package static var vitePluginScript: String { String(decoding: PackageResources.vite_plugin_bindgen_js, as: UTF8.self) }
    package static var vitePluginDeclarations: String {
        String(decoding: PackageResources.vite_plugin_bindgen_d_ts, as: UTF8.self)
    }
}
