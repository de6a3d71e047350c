/// A message about the user's IDL: what is wrong, where, and what to write instead.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable {
        case error, warning, note
    }

    /// A further place that explains the message, such as a first definition.
    package struct Note: Sendable {
        package var message: String
        package var range: SourceRange

        package init(message: String, range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// An edit that mends the fault; present only where there is exactly one right edit.
    package struct FixIt: Sendable {
        package struct Edit: Sendable {
            package var range: SourceRange
            package var replacement: String

            package init(range: SourceRange, replacement: String) {
                self.range = range
                self.replacement = replacement
            }
        }
        package var message: String
        package var edits: [Edit]

        package init(message: String, edits: [Edit]) {
            self.message = message
            self.edits = edits
        }
    }

    package var severity: Severity
    /// The rule's id: the name of the file that holds the rule and of its test folder, such as `duplicate-definition`.
    package var rule: String
    package var message: String
    package var range: SourceRange
    /// Where in the grammar the fault stands, outermost first: `["interface Image", "operation blur", "argument radius"]`.
    package var breadcrumb: [String]
    package var notes: [Note]
    package var fixIts: [FixIt]

    package init(
        _ severity: Severity, rule: String, _ message: String, at range: SourceRange, breadcrumb: [String] = [],
        notes: [Note] = [], fixIts: [FixIt] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.range = range
        self.breadcrumb = breadcrumb
        self.notes = notes
        self.fixIts = fixIts
    }
}
