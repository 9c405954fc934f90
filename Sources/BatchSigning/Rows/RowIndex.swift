internal import Parallel

/// Where the rows of a file begin: the header first, then one row after another, each with its
/// line feed.
struct RowIndex: Sendable {
  let bytes: [UInt8]
  /// The first byte of every row, and the end of the file.
  private let starts: [Int]

  /// The longest row that is taken.
  static let greatestRowLength = 1 << 16

  /// Finds the rows.
  ///
  /// - Throws: ``SigningError`` with `E_ROW` where the header or the last line feed is missing,
  ///   `E_LIMIT` for a row that is too long.
  init(_ bytes: [UInt8], subject: String, plan: WorkPlan) throws(SigningError) {
    guard bytes.last == UInt8(ascii: "\n") else {
      throw SigningError(.row, subject, "the last row has no line end")
    }
    let parts = plan.mapChunks(of: bytes.count, chunkLength: 1 << 22) { range in
      ByteScan.lineEnds(in: bytes, range)
    }
    var starts: [Int] = []
    starts.reserveCapacity(parts.reduce(1) { $0 + $1.count })
    starts.append(0)
    for part in parts { starts += part }
    for index in 1..<starts.count where starts[index] - starts[index - 1] > Self.greatestRowLength {
      throw SigningError(.limit, subject, "row \(index - 1) is too long")
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Rows without the header.
  var rowCount: Int { starts.count - 2 }

  /// The bytes of the header with its line feed.
  var header: Range<Int> { 0..<starts[1] }

  /// The bytes of a row with its line feed; the first one after the header is row 0.
  func row(_ index: Int) -> Range<Int> { starts[index + 1]..<starts[index + 2] }
}
