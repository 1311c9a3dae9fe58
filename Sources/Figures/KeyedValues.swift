/// Values under keys of any type: what one type of key stands for cannot be mistaken for another's.
///
/// A key is a type of its own for each use, and holds everything that its value depends on.
struct KeyedValues: Sendable {
  /// A dictionary for each pair of a type of keys and a type of values.
  private var tables: [ObjectIdentifier: any Sendable] = [:]

  /// The value of a key; nil if there is none.
  subscript<Key: Hashable & Sendable, Value: Sendable>(key: Key) -> Value? {
    get { table(Key.self, Value.self)[key] }
    set {
      var table = table(Key.self, Value.self)
      table[key] = newValue
      tables[ObjectIdentifier([Key: Value].self)] = table
    }
  }

  private func table<Key: Hashable & Sendable, Value: Sendable>(
    _ key: Key.Type, _ value: Value.Type
  ) -> [Key: Value] {
    tables[ObjectIdentifier([Key: Value].self)] as? [Key: Value] ?? [:]
  }
}

/// What stands for a value that takes long to make: a type for each use, which holds all that goes into it.
public protocol ValueKey: Hashable, Sendable {
  /// What is made.
  associatedtype Value: Sendable
}

/// A key in the hands of one part of a figure, and of one theme where that makes a difference.
struct ScopedKey<Key: Hashable & Sendable>: Hashable, Sendable {
  let part: Int?
  var theme: String?
  let key: Key
}
