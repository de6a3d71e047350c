import BindgenIDL

/// What the standard defines for every set of files (Web IDL 2.13.34 to 2.13.38, 4.1 to 4.3). A definition of the same name in the user's
/// files takes its place.
enum PredefinedDefinitions {
    static let file = SourceFile(path: "<Web IDL>", text: text)

    static func parsed() -> FileSyntax {
        parse(file, dialect: .standard).tree
    }

    private static let text = """
        typedef (Int8Array or Int16Array or Int32Array or Uint8Array or Uint16Array or Uint32Array or Uint8ClampedArray
            or BigInt64Array or BigUint64Array or Float16Array or Float32Array or Float64Array or DataView) ArrayBufferView;
        typedef (ArrayBufferView or ArrayBuffer) BufferSource;
        typedef (ArrayBuffer or SharedArrayBuffer or [AllowShared] ArrayBufferView) AllowSharedBufferSource;
        callback Function = any (any... arguments);
        callback VoidFunction = undefined ();
        [Exposed=*, Serializable]
        interface DOMException {
          constructor(optional DOMString message = "", optional DOMString name = "Error");
          readonly attribute DOMString name;
          readonly attribute DOMString message;
          readonly attribute unsigned short code;
        };
        dictionary QuotaExceededErrorOptions {
          double quota;
          double requested;
        };
        [Exposed=*, Serializable]
        interface QuotaExceededError : DOMException {
          constructor(optional DOMString message = "", optional QuotaExceededErrorOptions options = {});
          readonly attribute double? quota;
          readonly attribute double? requested;
        };
        [Exposed=Window, LegacyNoInterfaceObject]
        interface WindowProxy {};
        """
}

extension Origin {
    /// Whether the standard itself defines it.
    package var isPredefined: Bool { range.file === PredefinedDefinitions.file }
}
