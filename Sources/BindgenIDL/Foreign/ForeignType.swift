/// Names of types that Swift, TypeScript, C and Rust have, and the Web IDL for them. Only names without a meaning are looked up here: whoever
/// declares a `Data` or a `Set` means that.
package enum ForeignType {
    package enum Answer: Equatable, Sendable {
        /// The one type that is meant.
        case one(String)
        /// Several types, the likeliest first, each with a word about it.
        case several([Choice])
        /// A sentence that says what to do instead.
        case advice(String)
        /// An interface that JavaScript has, with a member of it as an example.
        case platform(member: String)

        package var isOne: Bool {
            if case .one = self { return true }
            return false
        }

        /// Whether the name itself is known, and not only the way in which it begins or ends.
        package func isKnown(_ name: String) -> Bool {
            if case .platform = self { return PlatformNames.isListed(name) }
            return true
        }
    }

    package struct Choice: Equatable, Sendable {
        package var type: String
        package var word: String
    }

    package static func answer(to name: String) -> Answer? {
        if let type = ones[name] { return .one(type) }
        if let choices = choices[name] { return .several(choices) }
        if let sentence = sentences[name] { return .advice(sentence) }
        return PlatformNames.member(of: name).map(Answer.platform)
    }

    /// What is said about the name, as a whole sentence.
    package static func sentence(_ name: String, _ answer: Answer) -> String {
        switch answer {
        case .one(let type): "unknown type `\(name)`; in Web IDL it is `\(type)`"
        case .several(let choices):
            "unknown type `\(name)`; Web IDL has "
                + choices.enumerated().map { index, choice in
                    (index == 0 ? "" : index == choices.count - 1 ? " and " : ", ") + "`\(choice.type)` (\(choice.word))"
                }.joined()
        case .advice(let sentence): "unknown type `\(name)`; \(sentence)"
        case .platform(let member):
            "unknown type `\(name)`; JavaScript has it, so import what you need of it: "
                + "`[Import] interface \(name) {\(member.isEmpty ? "" : " \(member) ")};`"
        }
    }

    /// The type that stands for the name in an example, and whether it is the only one that is right.
    static func example(for name: String) -> (type: String, isSure: Bool) {
        switch answer(to: name) {
        case .one(let type): (type, true)
        case .several(let choices): (choices.first?.type ?? name, false)
        case .advice, .platform: (name, false)
        case nil: (name, true)
        }
    }

    // MARK: - The words

    private static let ones: [String: String] = {
        let words: [(type: String, names: String)] = [
            ("boolean", "bool Bool Boolean BOOL"),
            ("byte", "Int8 int8 int8_t i8 sbyte"),
            ("octet", "UInt8 Uint8 uint8 uint8_t u8 uchar ubyte"),
            ("short", "Int16 int16 int16_t i16"),
            ("unsigned short", "UInt16 Uint16 uint16 uint16_t u16 ushort"),
            ("long", "Int32 int32 int32_t i32 int"),
            ("unsigned long", "UInt32 Uint32 uint32 uint32_t u32 uint"),
            ("long long", "Int64 int64 int64_t i64"),
            ("unsigned long long", "UInt64 Uint64 uint64 uint64_t u64 ulong"),
            ("float", "Float Float32 float32 float32_t f32"),
            ("double", "Double Float64 float64 float64_t f64 CGFloat TimeInterval"),
            ("DOMString", "String string Substring NSString str StaticString"),
            ("undefined", "Void nil None unit Unit"),
            ("any", "Any unknown JSValue"),
            ("object", "Object AnyObject NSObject JSObject"),
            ("bigint", "BigInt Int128 UInt128 i128 u128"),
            ("symbol", "Symbol"),
            ("Uint8Array", "Data NSData Bytes bytes ByteArray UInt8Array"),
        ]
        var table: [String: String] = [:]
        for (type, names) in words {
            for name in names.split(separator: " ") { table[String(name)] = type }
        }
        return table
    }()

    private static let choices: [String: [Choice]] = {
        let signed = [
            Choice(type: "long", word: "32 bits, as many as an Int has in WebAssembly"),
            Choice(type: "long long", word: "64 bits"),
        ]
        let unsigned = [
            Choice(type: "unsigned long", word: "32 bits, enough for every size in WebAssembly"),
            Choice(type: "unsigned long long", word: "64 bits"),
        ]
        let whole = [
            Choice(type: "long", word: "32 bits"), Choice(type: "unsigned long", word: "32 bits, from 0 on"),
            Choice(type: "long long", word: "64 bits"),
        ]
        let number = [
            Choice(type: "double", word: "any number"), Choice(type: "long", word: "whole, 32 bits"),
            Choice(type: "unsigned long", word: "whole, from 0 on"),
        ]
        let exact = [Choice(type: "double", word: "about 16 digits"), Choice(type: "DOMString", word: "the digits as text")]
        let character = [
            Choice(type: "DOMString", word: "text"), Choice(type: "octet", word: "a byte"),
            Choice(type: "unsigned short", word: "a unit of UTF-16"),
        ]
        let floats = [Choice(type: "Float32Array", word: "Swift's Float"), Choice(type: "Float64Array", word: "Swift's Double")]
        let integers = [Choice(type: "Int32Array", word: "Swift's Int32"), Choice(type: "sequence<long>", word: "any iterable")]
        let bytes = [
            Choice(type: "Uint8Array", word: "a view of bytes"), Choice(type: "ArrayBuffer", word: "the bytes themselves"),
        ]
        let dates = [
            Choice(type: "double", word: "milliseconds since 1970, as Date.now() gives"),
            Choice(type: "[Import] interface Date { double getTime(); };", word: "JavaScript's object, declared in your IDL"),
        ]
        let urls = [
            Choice(type: "USVString", word: "the address as text"),
            Choice(
                type: "[Import] interface URL { readonly attribute USVString href; };",
                word: "JavaScript's object, declared in your IDL"),
        ]
        let maps = [
            Choice(type: "record<DOMString, T>", word: "an object whose keys are text"),
            Choice(type: "[Import] interface Map {};", word: "JavaScript's object, declared in your IDL"),
        ]
        let table: [(names: String, choices: [Choice])] = [
            ("Int NSInteger isize ssize_t intptr_t ptrdiff_t", signed),
            ("UInt NSUInteger usize size_t uintptr_t", unsigned),
            ("integer Integer", whole),
            ("number Number NSNumber", number),
            ("Decimal decimal", exact),
            ("char Char Character", character),
            ("FloatArray NumberArray", floats),
            ("IntArray", integers),
            ("Buffer buffer", bytes),
            ("Date", dates),
            ("URL", urls),
            ("Map", maps),
        ]
        return Dictionary(
            table.flatMap { row in row.names.split(separator: " ").map { (String($0), row.choices) } },
            uniquingKeysWith: { first, _ in first })
    }()

    private static let sentences: [String: String] = {
        let array = "an array is `sequence<T>`, and `FrozenArray<T>` as the type of an attribute"
        let set = "a set crosses as `sequence<T>`; an interface can be `setlike<T>`"
        let record = "text keys with values are `record<DOMString, T>`; fixed keys are a `dictionary`"
        let function = "a function has a declaration of its own: `callback Name = undefined (DOMString text);`"
        let error = "a member that may throw has `[Throws]` before it, and gives no error"
        let member = "Web IDL puts the type first: `undefined name(DOMString text);`, `attribute long name;`"
        let own = "name the interface itself"
        let rows: [(names: String, sentence: String)] = [
            ("Array List Vec vector ArraySlice ReadonlyArray Sequence Iterable Iterator Collection NSArray", array),
            ("Set HashSet NSSet ReadonlySet", set),
            ("Dictionary Record HashMap NSDictionary", record),
            ("Optional Option", "what may be null is `T?`"),
            ("closure Closure function fn Fn", function),
            ("Error Exception NSError Result Throwable", error),
            ("Self self this This", own),
            ("Never never", "what gives nothing back is `undefined`"),
            ("Tuple tuple", "several values together are a `dictionary`"),
            (
                "Range ClosedRange",
                "two arguments are a range, or a `dictionary` with `required long start` and `required long end`"
            ),
            ("UUID", "write `DOMString`, for it crosses as text"),
            ("JSON", "write a `dictionary` for values of a known form, or `any`"),
            ("Future Task", "what comes later is `Promise<T>`"),
            ("func var let", member),
        ]
        return Dictionary(
            rows.flatMap { row in row.names.split(separator: " ").map { (String($0), row.sentence) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
