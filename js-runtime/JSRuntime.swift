/// The JavaScript runtime, carried inside the tool: generated modules take the parts that they need.
package enum JSRuntime {
    /// The text of every file, in the order in which parts are emitted.
    package static var files: [String] {
        [
            PackageResources.memory_js, PackageResources.failure_js, PackageResources.conversions_js, PackageResources.strings_js,
            PackageResources.strings_small_js,
            PackageResources.handles_js, PackageResources.objects_js, PackageResources.closures_js, PackageResources.views_js,
            PackageResources.sequences_js, PackageResources.loader_js,
        ].map { String(decoding: $0, as: UTF8.self) }
    }
}
