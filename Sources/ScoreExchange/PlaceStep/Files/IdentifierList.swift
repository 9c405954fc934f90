/// Identifiers, each once, numbered in the order in which they come.
struct IdentifierList: Sendable {
  private(set) var identifiers: [String] = []
  /// Whether each stands behind the one before it in byte order; then no look-up is needed.
  private(set) var isAscending = true
  /// The numbers, once the order was broken.
  private var numbers: [String: Int32] = [:]

  /// The number of an identifier, which is added if it is new.
  mutating func number(of identifier: String) -> Int32 {
    if isAscending {
      guard let last = identifiers.last else { return add(identifier) }
      if last == identifier { return Int32(identifiers.count - 1) }
      if last.precedesInBytes(identifier) { return add(identifier) }
      isAscending = false
      for (number, known) in identifiers.enumerated() { numbers[known] = Int32(number) }
    }
    if let number = numbers[identifier] { return number }
    numbers[identifier] = Int32(identifiers.count)
    return add(identifier)
  }

  private mutating func add(_ identifier: String) -> Int32 {
    identifiers.append(identifier)
    return Int32(identifiers.count - 1)
  }

  /// Forgets the look-up, when all have come.
  mutating func close() { numbers = [:] }
}
