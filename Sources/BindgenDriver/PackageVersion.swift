/// The version of swift-bindgen: of the tool, and of the runtime and the plugins that packages depend on.
///
/// BindgenPlugin has this file as well, and compares: it imports nothing, and is `public` because plugins have no `package` access.
public enum PackageVersion {
    public static let number = "0.1.0"
}
