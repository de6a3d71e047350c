/// What `bindgen help idl` prints: the grammar by examples, each line of which is right. It fits a terminal of 80 columns.
enum IDLSheet {
    static let name = "idl"
    static let summary = "Web IDL on a page"
    static let text = """
        Web IDL on a page. The type stands before the name, and every statement ends
        with `;`. A comment with /// goes into Swift, TypeScript and the README.

        Definitions
          namespace Filters {                  functions: an enum of Swift's with
            double mean(sequence<double> values);                static functions
            readonly attribute DOMString version;
            const long limit = 100;
          };
          interface Image {                    a class, final in Swift
            constructor(unsigned long width, unsigned long height);
            readonly attribute unsigned long width;
            attribute DOMString title;
            undefined blur(double radius);
            static Image decode(Uint8Array bytes);
          };
          dictionary Options {                 a struct, an object in JavaScript
            required DOMString name;
            long quality = 80;
            DOMString note;                    may be missing: an Optional
          };
          enum Mode { "fast", "best" };        a Swift enum, texts in JavaScript
          callback Visit = boolean (DOMString name, double size);
          typedef sequence<octet> Row;         another name for a type
          interface mixin Named { readonly attribute DOMString label; };
          Image includes Named;                the members of a mixin
          partial interface Image { Image copy(); };

        Types                                  Swift          TypeScript
          typedef boolean T1;                  Bool           boolean
          typedef byte T2;                     Int8           number
          typedef octet T3;                    UInt8          number
          typedef short T4;                    Int16          number
          typedef unsigned short T5;           UInt16         number
          typedef long T6;                     Int32          number
          typedef unsigned long T7;            UInt32         number
          typedef long long T8;                Int64          number
          typedef float T9;                    Float          number
          typedef double T10;                  Double         number
          typedef DOMString T11;               String         string
          typedef sequence<double> T12;        [Double]       number[]
          typedef record<DOMString, long> T13; JSRecord       Record<string, …>
          typedef Uint8Array T14;              Span, [UInt8]  Uint8Array
          typedef Image T15;                   Image          Image
          typedef DOMString? T16;              String?        string | null

        Operations
          namespace Calls {
            undefined plain();                 gives nothing
            undefined more(optional long count = 1);           with a default
            undefined less(optional DOMString text);           without: nil
            [Throws] long parse(DOMString text);               may throw
            undefined each(Visit visit);                       a closure
          };

        From JavaScript
          [Import] interface AbortSignal { readonly attribute boolean aborted; };
          [Import] namespace console { undefined log(DOMString text); };
          namespace Waits { undefined stop(AbortSignal signal); };

        Extended attributes stand in brackets before what they are about: [Throws]
        [Import] [JSName="x"] [SwiftName="x"] [View] [Into] [Borrow] [Deprecated].
        """
}
