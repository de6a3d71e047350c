import BindgenRuntime
public import WebDOM

/// The databases of the page's origin.
public var indexedDB: IDBFactory { IndexedDBScope.indexedDB }

// The events of Indexed Database (4, "API") and the interface of each.

extension EventName where Occurrence == Event {
    /// A request has its result.
    public static var success: EventName { EventName("success", Event.init(unchecked:)) }
}

extension EventName where Occurrence == IDBVersionChangeEvent {
    /// The database is older than asked for, or new: stores are made here.
    public static var upgradeneeded: EventName { EventName("upgradeneeded", IDBVersionChangeEvent.init(unchecked:)) }
    /// Another page waits until this one closes the database.
    public static var versionchange: EventName { EventName("versionchange", IDBVersionChangeEvent.init(unchecked:)) }
    /// The request waits for pages that have the database open.
    public static var blocked: EventName { EventName("blocked", IDBVersionChangeEvent.init(unchecked:)) }
}
