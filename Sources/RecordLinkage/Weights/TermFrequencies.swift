import Parallel

/// How common names, birth days and further values are among the people of one table.
///
/// Shares are of people (rows of the reference table), smoothed towards what a name or a day is
/// worth before any data are seen, so that small files do not make every name look rare.
struct TermFrequencies: Sendable {
  /// What is counted, each in a table of its own.
  private enum Term: Int, CaseIterable {
    case birth, family, given, middle, toned, letters
  }

  private let tables: [CountTable]
  private let people: Double

  /// Pseudo-people behind the prior shares.
  private static let prior = 200.0
  private static let priorBirth = 1.0 / 1500
  private static let priorFamily = 0.05
  private static let priorGiven = 0.01
  private static let priorMiddle = 0.1
  private static let priorFurther = 0.005

  /// Counts the people of a table, each term on its own thread.
  init(_ rows: StandardRows, furtherFields: Int, plan: WorkPlan) {
    people = Double(rows.keys.count)
    tables = plan.map(count: Term.allCases.count + furtherFields) { number in
      var table = CountTable()
      for position in rows.keys.indices { table.add(Self.key(number, rows, position)) }
      return table
    }
  }

  /// The key under which a term of a row is counted; 0 where it has none.
  private static func key(_ number: Int, _ rows: StandardRows, _ position: Int) -> UInt64 {
    let keys = rows.keys[position]
    switch Term(rawValue: number) {
    case .birth: return UInt64(keys.birth.bits)
    case .family: return UInt64(keys.family)
    case .given: return UInt64(keys.given)
    case .middle: return keys.syllableCount > 2 ? middleKey(keys, rows.store) : 0
    case .toned: return keys.toned
    case .letters: return keys.letters
    case nil: return rows.further(position, number - Term.allCases.count)
    }
  }

  /// The second syllable stands for the middle of a name.
  private static func middleKey(_ keys: PersonKeys, _ store: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0
    var syllable = 0
    for index in keys.text {
      if store[index] >= NameScan.endOfSyllable {
        syllable += 1
        if syllable == 2 { break }
      } else if syllable == 1 {
        hash = (hash ^ UInt64(Letter.folded(store[index]))) &* 0x0000_0100_0000_01B3
      }
    }
    return max(1, mixed(hash))
  }

  private func count(_ number: Int, _ rows: StandardRows, _ position: Int) -> Int {
    tables[number].count(Self.key(number, rows, position))
  }

  private func share(
    _ number: Int, _ rows: StandardRows, _ position: Int, prior: Double
  ) -> Double {
    let others = Double(max(0, count(number, rows, position) - 1))
    return (others + Self.prior * prior) / (people + Self.prior)
  }

  /// The shares of one row's terms, as logarithms to base 2.
  func logShares(_ rows: StandardRows, _ position: Int) -> LogShares {
    let family = share(Term.family.rawValue, rows, position, prior: Self.priorFamily)
    let given = share(Term.given.rawValue, rows, position, prior: Self.priorGiven)
    let middle =
      rows.keys[position].syllableCount > 2
      ? share(Term.middle.rawValue, rows, position, prior: Self.priorMiddle) : 1
    let birth = share(Term.birth.rawValue, rows, position, prior: Self.priorBirth)
    let independent = family * given * middle
    return LogShares(
      letters: log(fullName(.letters, independent, rows, position)),
      toned: log(fullName(.toned, independent, rows, position)),
      family: log(family), given: log(given), birth: log(birth))
  }

  /// Between what the name's parts would give if they were independent and how often it stands in
  /// the table beside this row; each counts as much.
  private func fullName(
    _ term: Term, _ independent: Double, _ rows: StandardRows, _ position: Int
  ) -> Double {
    let others = Double(max(0, count(term.rawValue, rows, position) - 1))
    let pseudoPeople = max(people, Self.prior)
    return (others + pseudoPeople * independent + 0.1) / (people + pseudoPeople)
  }

  private func log(_ share: Double) -> Float { Float(base2Logarithm(share)) }

  /// The share of people with this row's value of a further field, as a logarithm to base 2.
  func logFurther(_ field: Int, _ rows: StandardRows, _ position: Int) -> Double {
    base2Logarithm(
      share(Term.allCases.count + field, rows, position, prior: Self.priorFurther))
  }
}

/// How common the terms of one person are, as logarithms to base 2 of shares of people.
struct LogShares: Sendable {
  /// The full name without and with its marks.
  var letters: Float
  var toned: Float
  /// The first and the last syllable.
  var family: Float
  var given: Float
  /// The birth day; 1 January is a default in many registers and counts as often as it stands.
  var birth: Float

  /// Nothing is counted.
  static let none = LogShares(letters: 0, toned: 0, family: 0, given: 0, birth: 0)
}
