/// How a result comes back. Arguments always cross flat; a wasm function has one result at most.
package struct ResultPlan: Equatable, Sendable {
    package enum Passing: String, Sendable {
        /// `undefined`
        case none
        /// The wasm result.
        case slot
        /// The stored form in the instance's result area, read before anything else can run.
        case area
        /// Swift calls an import with the flat form while the value lives; the glue keeps it for the caller.
        case delivered
        /// A string: its bytes in the result area and their number as the wasm result, or -1 for one that is delivered because it
        /// does not fit there. Of a union with a string, other members are in the result area, and the wasm result says which.
        case text
        /// A promise that JavaScript makes for the call. Swift is given its number, and settles it by an import when it has the value.
        case promised
    }
    package var crossing: Crossing
    package var passing: Passing
}

extension ResultPlan {
    /// The bytes of the result area at the start of the marshalling region that a result may use.
    package static let areaSize = 248

    /// Swift returns to JavaScript.
    init(returnedToJavaScript crossing: Crossing) {
        self.crossing = crossing
        let traits = crossing.traits
        passing =
            if crossing.isNothing {
                .none
            } else if traits.contains(.isView) {
                .area
            } else if traits.contains(.isText) {
                .text
            } else if !traits.isDisjoint(with: [.isVariable, .isAddress, .lendsHandle]) || crossing.layout.size > Self.areaSize {
                .delivered
            } else {
                crossing.slots.count == 1 ? .slot : .area
            }
    }

    /// No result.
    package static let nothing = ResultPlan(crossing: .undefined(UndefinedCrossing()), passing: .none)

    /// An operation of Swift's that goes on after its call.
    init(promised crossing: Crossing) {
        self.crossing = crossing
        passing = .promised
    }

    /// What is delivered, where something is: of a union with a string, the string.
    package var delivery: Crossing {
        guard passing == .text else { return crossing }
        return crossing.parts.first { $0.crossing.traits.contains(.isText) }?.crossing ?? crossing
    }

    /// What the Swift function gives: of a promise, its value.
    package var awaited: Crossing { passing == .promised ? crossing.form.promised ?? crossing : crossing }

    /// JavaScript returns to Swift.
    package init(returnedToSwift crossing: Crossing) {
        self.crossing = crossing
        passing = crossing.isNothing ? .none : crossing.slots.count == 1 ? .slot : .area
    }

    /// The type of the wasm result.
    package var coreType: CoreType? {
        switch passing {
        case .none, .area, .delivered, .promised: nil
        case .slot: crossing.slots.first?.type
        case .text: .i32
        }
    }
}
