import BindgenIDL
import BindgenModel

/// Where a type stands: which way its values go, and where to report what is wrong with it.
struct TypeSite {
    enum Position: Equatable {
        case exportArgument, exportResult
        case importArgument, importResult
        case callbackArgument, callbackResult
        /// Inside a dictionary or a sequence, which may go either way.
        case nested
    }
    var position: Position
    var annotations: Annotations
    var range: SourceRange
    var breadcrumb: [String]

    init(_ position: Position, _ origin: Origin) {
        self.position = position
        annotations = origin.annotations
        range = origin.range
        breadcrumb = origin.breadcrumb
    }
}
