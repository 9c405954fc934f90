internal import Parallel

/// Where rows begin in a run of bytes, each with its line feed.
struct RowIndex: Sendable {
  let bytes: [UInt8]
  /// The first byte of every complete row, and the end of the last one.
  private let starts: [Int]

  /// The longest row that is taken.
  static let greatestRowLength = 1 << 16

  /// Finds the rows.
  init(_ bytes: [UInt8], plan: WorkPlan) {
    let parts = plan.mapChunks(of: bytes.count, chunkLength: 1 << 22) { range in
      ByteScan.lineEnds(in: bytes, range)
    }
    var starts: [Int] = []
    starts.reserveCapacity(parts.reduce(1) { $0 + $1.count })
    starts.append(0)
    for part in parts { starts += part }
    self.bytes = bytes
    self.starts = starts
  }

  /// Complete rows.
  var rowCount: Int { starts.count - 1 }

  /// The bytes of a row with its line feed.
  func row(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Where a row begins; for ``rowCount`` where the last one ends.
  func start(_ index: Int) -> Int { starts[index] }

  /// The bytes of a row that has begun.
  var rest: ArraySlice<UInt8> { bytes[starts[starts.count - 1]...] }
}
