import Tabular

/// The sources of results, one for each sitting of each assessment, and the beginnings of their results'
/// keys.
struct ResultSources: Sendable {
  /// The number of each source in a linkage.
  let numbers: [UInt32]
  /// The name of each and a slash.
  let prefixes: TextColumn
  /// The place of the first sitting of each assessment.
  private let firstPlaces: [Int]

  /// The sources of an exchange, which `number` numbers.
  init(_ names: ResultNames, number: (String) -> UInt32) {
    var (firstPlaces, numbers): ([Int], [UInt32]) = ([], [])
    var prefixes = TextColumn()
    for sittings in names.sources {
      firstPlaces.append(numbers.count)
      for name in sittings {
        numbers.append(number(name))
        prefixes.append("\(name)/")
      }
    }
    (self.firstPlaces, self.numbers, self.prefixes) = (firstPlaces, numbers, prefixes)
  }

  /// The place of the source of results of an assessment and a sitting.
  func place(_ assessment: Int32, _ sitting: Int32) -> Int {
    firstPlaces[Int(assessment)] + Int(sitting)
  }

  /// Whether keys of one source stand before keys of another; nil where the candidate numbers decide.
  func precedes(_ one: Int, _ other: Int) -> Bool? {
    prefixes.withBytes(at: one) { first in
      prefixes.withBytes(at: other) { second in
        let common = min(first.count, second.count)
        let order = first.extracting(0..<common).byteOrder(to: second.extracting(0..<common))
        return order == 0 ? nil : order < 0
      }
    }
  }
}
