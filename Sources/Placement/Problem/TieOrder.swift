/// A secondary key by which equal scores are told apart.
public enum TieKey: Hashable, Sendable, CustomStringConvertible {
  /// A tie column, counted from 0, of which the larger value is better.
  case larger(column: Int)
  /// A tie column, counted from 0, of which the smaller value is better.
  case smaller(column: Int)
  /// The earlier wish is better.
  ///
  /// Priorities then depend on what people hand in: the placement is stable and best for the lists
  /// as given, but moving a safe wish up can gain a seat.
  case wishRank

  /// The word for the key: `tie_1`, `-tie_1`, `wish-rank`.
  public var description: String {
    switch self {
    case .larger(let column): "tie_\(column + 1)"
    case .smaller(let column): "-tie_\(column + 1)"
    case .wishRank: "wish-rank"
    }
  }
}

/// The secondary keys in the order in which they are asked.
public struct TieOrder: Hashable, Sendable, CustomStringConvertible {
  /// The keys, the most important one first.
  public let keys: [TieKey]

  /// An order of these keys; none means that equal scores are equal.
  public init(_ keys: [TieKey] = []) { self.keys = keys }

  /// Reads words such as `tie_1,-tie_2,wish-rank`.
  ///
  /// - Parameter text: Words separated by commas; blanks around them do not count; empty text is
  ///   no key.
  /// - Throws: ``PlacementError/Code/tieKey`` for a word that is no key, and
  ///   ``PlacementError/Code/duplicate`` for a key that stands twice.
  public init(parsing text: String) throws(PlacementError) {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let isBlank = text.utf8.allSatisfy { $0 == 32 }
    try self.init(words: isBlank ? [] : words)
  }

  /// Reads one word a key.
  ///
  /// - Parameter words: `tie_N` (larger is better), `-tie_N` (smaller is better), `wish-rank`.
  /// - Throws: As ``init(parsing:)``.
  public init(words: [String]) throws(PlacementError) {
    var keys: [TieKey] = []
    for word in words {
      let key = try TieOrder.key(
        String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
      let repeats = keys.contains { $0 == key || ($0.column != nil && $0.column == key.column) }
      if repeats { throw PlacementError(.duplicate, subject: "\(word)", detail: "tie key") }
      keys.append(key)
    }
    self.keys = keys
  }

  /// How many tie columns the wishes must have.
  public var columnCount: Int {
    keys.reduce(0) { max($0, ($1.column ?? -1) + 1) }
  }

  /// The words, separated by commas.
  public var description: String { keys.map(\.description).joined(separator: ",") }

  private static func key(_ word: String) throws(PlacementError) -> TieKey {
    if word == "wish-rank" { return .wishRank }
    let isSmaller = word.hasPrefix("-")
    let name = isSmaller ? String(word.dropFirst()) : word
    let digits = name.dropFirst(4)
    guard name.hasPrefix("tie_"), let number = Int(digits), (1...64).contains(number),
      String(number) == digits
    else { throw PlacementError(.tieKey, subject: "\(word)") }
    return isSmaller ? .smaller(column: number - 1) : .larger(column: number - 1)
  }
}

extension TieKey {
  /// The tie column that is read, counted from 0; `nil` for the wish rank.
  public var column: Int? {
    switch self {
    case .larger(let column), .smaller(let column): column
    case .wishRank: nil
    }
  }

  /// Whether a value ranks behind another one; a missing one ranks behind all.
  func isWorse(_ value: Int128, than other: Int128) -> Bool {
    if value == other || other == WishTable.missingTie { return false }
    if value == WishTable.missingTie { return true }
    return if case .larger = self { value < other } else { value > other }
  }
}
