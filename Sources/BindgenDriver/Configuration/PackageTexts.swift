/// The texts of the user's that go into the npm package as they are.
struct PackageTexts {
    var license: LicenseFile?
    var readme: [UInt8]?

    /// Reads what bindgen.json names, and the license where it stands by itself.
    init(_ configuration: PackageConfiguration, folder: String) throws(BuildError) {
        license = try LicenseFile.find(in: folder, license: configuration.manifest.license)
        guard let path = configuration.readme else { return }
        readme = FileSystem.read(folder + "/" + path)
        if readme == nil {
            throw BuildError("\(PackageConfiguration.fileName): `readme` names \(path), which cannot be read")
        }
    }
}
