/// The columns that identify a row.
struct RowKey: Sendable {
  /// Their positions, in the order of the key.
  let columns: [Int]
  /// Whether they stand side by side in their order.
  private let isRun: Bool

  /// Made of the seed that this process has for its hashed collections, which nobody outside knows.
  private static let secret = (secretPart(0), secretPart(1))

  init(columns: [Int]) {
    self.columns = columns
    isRun = !columns.isEmpty && zip(columns, columns.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// A hash of a row's key; equal keys have equal hashes in one process.
  ///
  /// What is hashed are the cells with a comma between them: as a rule a run of the row itself.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - cells: Where the row's cells are.
  /// - Returns: The hash.
  func hash(_ bytes: RawSpan, _ cells: [Range<Int>]) -> UInt64 {
    if isRun {
      var length = columns.count - 1
      for column in columns { length += cells[column].count }
      let run = cells[columns[0]].lowerBound..<cells[columns[columns.count - 1]].upperBound
      if run.count == length { return ByteScan.hash(bytes, run, secret: Self.secret) }
    }
    var key: [UInt8] = []
    for (number, column) in columns.enumerated() {
      if number > 0 { key.append(UInt8(ascii: ",")) }
      for position in cells[column] {
        key.append(unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self))
      }
    }
    return unsafe ByteScan.hash(key.span.bytes, 0..<key.count, secret: Self.secret)
  }

  private static func secretPart(_ number: Int) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(number)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
