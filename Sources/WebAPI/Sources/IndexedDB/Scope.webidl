/// What Indexed Database adds to the global scope (https://w3c.github.io/IndexedDB/#factory-interface).
[Import, JSName="globalThis"]
namespace IndexedDBScope {
  /// The databases of the page's origin.
  readonly attribute IDBFactory indexedDB;
};
