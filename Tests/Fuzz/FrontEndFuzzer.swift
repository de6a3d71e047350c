import BindgenIDL
import BindgenModel

/// libFuzzer's entry: any bytes go through everything that the front end does with one file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrontEnd(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = SourceFile(path: "fuzz.idl", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    for dialect in [Dialect.bindgen, .standard] {
        let (tree, diagnostics) = parse(file, dialect: dialect)
        require(tree.text == file.bytes || file.bytes.contains(0), "the text does not come back")
        let resolved = resolve([tree], dialect: dialect).diagnostics
        let all = diagnostics + resolved
        for diagnostic in all where diagnostic.range.file === file {
            require(diagnostic.range.offsets.upperBound <= count, "a range beyond the end")
        }
        for format in DiagnosticRenderer.Format.allCases {
            require(!DiagnosticRenderer(format: format).render(all).utf8.isEmpty || all.isEmpty, "nothing rendered")
        }
        let mended = SourceFile(path: "fuzz.idl", bytes: FixItApplication.apply(all, to: file).bytes)
        _ = resolve([parse(mended, dialect: dialect).tree], dialect: dialect)
        require(!astJSON(tree).isEmpty, "no JSON")
    }
    resolveAsSet(file)
    guard let once = format(file) else { return 0 }
    let again = SourceFile(path: "fuzz.idl", text: once)
    require(format(again) == once, "formatting is not stable")
    require(spellings(file) == spellings(again), "formatting changed the tokens")
    return 0
}

/// The pieces between record separators as the files of one set; the renderer looks at every range.
private func resolveAsSet(_ file: SourceFile) {
    let pieces = file.bytes.split(separator: 0x1E, maxSplits: 7)
    if pieces.count < 2 { return }
    let trees = pieces.enumerated().map { parse(SourceFile(path: "\($0).idl", bytes: Array($1))).tree }
    _ = DiagnosticRenderer().render(resolve(trees).diagnostics)
}

/// The texts of all tokens. Bytes that are not UTF-8 come back as U+FFFD, in the formatted text as well.
private func spellings(_ file: SourceFile) -> [String] {
    parse(file).tree.tokens.map { file.text(in: $0.offsets) }
}

private func require(_ condition: Bool, _ message: StaticString) {
    if !condition { fatalError("\(message)") }
}
