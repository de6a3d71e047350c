extension PackageConfiguration {
    /// What a package would lack on npm that works where it was built.
    /// - Parameter importedModules: the ES modules that the IDL names.
    package func remarks(moduleName: String, importedModules: [String]) -> [String] {
        var remarks: [String] = []
        let derived = OutputNames.packageName(moduleName: moduleName)
        if manifest.name == nil, let fault = PackageName.fault(in: derived) {
            remarks.append("the name of the npm package, `\(derived)`, \(fault); it is `name` in \(Self.fileName)")
        }
        let stated = Set(((manifest.dependencies ?? []) + (manifest.peerDependencies ?? [])).map(\.key))
        var missing: [String] = []
        for case let name? in importedModules.map(PackageName.ofImport) where !stated.contains(name) && !missing.contains(name) {
            missing.append(name)
        }
        for name in missing {
            remarks.append(
                "[Import=\"\(name)\"]: npm will not install it with the package; name it in \(Self.fileName): "
                    + "\"dependencies\": {\"\(name)\": \"…\"}")
        }
        return remarks
    }
}
