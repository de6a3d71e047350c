import BindgenRuntime

// `Language`, `Guest`, `Listener` and the protocol `GreeterExports` are generated from `api.idl`. Where this enum and the IDL
// disagree, the compiler says so here.

enum Greeter: GreeterExports {
    static func hello(name: String) -> String {
        "Hello, \(name)!"
    }

    static func greet(guest: Guest) throws(JSError) -> String {
        if guest.name.isEmpty { throw JSError("a guest needs a name", kind: .rangeError) }
        let greeting = try salutation(in: guest.language, at: guest.hour)
        let name = guest.title.map { "\($0) \(guest.name)" } ?? guest.name
        return switch guest.language {
        case .japanese: "\(name)さん、\(greeting)！"
        case .english, .german, .french: "\(greeting), \(name)!"
        }
    }

    static func greetAll(guests: [Guest], listener: Listener) throws(JSError) -> UInt32 {
        for guest in guests {
            listener(try greet(guest: guest), guest)
        }
        return UInt32(guests.count)
    }

    /// What people say to each other in a language, at an hour of the day or at any time.
    private static func salutation(in language: Language, at hour: UInt8?) throws(JSError) -> String {
        guard let hour else {
            return switch language {
            case .english: "Hello"
            case .german: "Hallo"
            case .french: "Salut"
            case .japanese: "こんにちは"
            }
        }
        if hour > 23 { throw JSError("there is no hour \(hour) in a day", kind: .rangeError) }
        let isEvening = hour >= 18
        let isMorning = !isEvening && hour < 11
        return switch language {
        case .english: isMorning ? "Good morning" : isEvening ? "Good evening" : "Good day"
        case .german: isMorning ? "Guten Morgen" : isEvening ? "Guten Abend" : "Guten Tag"
        case .french: isEvening ? "Bonsoir" : "Bonjour"
        case .japanese: isMorning ? "おはようございます" : isEvening ? "こんばんは" : "こんにちは"
        }
    }
}
