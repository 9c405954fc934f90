internal import Parallel

/// Goes through a rows file once more to find out whether equal hashes come from equal keys.
struct DuplicateSearch {
  /// The hashes that several rows have.
  let hashes: Set<UInt64>
  let schema: RowSchema

  private static let bufferLength = 16 << 20

  /// Looks for a row that has the key of an earlier one.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - digest: What it was before: a file that somebody has changed since is refused.
  /// - Throws: ``SigningError`` with `E_DUP` for the first such row, or `E_DIGEST`.
  func run(_ file: BatchFile, digest: SHA256Digest) throws(SigningError) {
    var hash = SHA256()
    var seen: Set<[[UInt8]]> = []
    var duplicate: Int?
    var cells: [Range<Int>] = []
    var (position, number) = (0, 0)
    var rest: ArraySlice<UInt8> = []
    while position < file.byteCount {
      let end = min(file.byteCount, position + Self.bufferLength)
      let index = RowIndex(try file.read(position..<end, after: rest), plan: .sequential)
      unsafe hash.update(index.bytes.span.bytes.extracting(rest.count...))
      for row in 0..<index.rowCount where duplicate == nil {
        // Row 0 is the header.
        defer { number += 1 }
        guard number > 0 else { continue }
        try schema.rules.check(index.bytes.span, index.row(row), number: number, cells: &cells)
        guard hashes.contains(unsafe schema.key.hash(index.bytes.span.bytes, cells)) else {
          continue
        }
        let key = schema.key.columns.map { Array(index.bytes[cells[$0]]) }
        if !seen.insert(key).inserted { duplicate = number }
      }
      rest = index.rest
      position = end
    }
    guard hash.finish() == digest else {
      throw SigningError(.digest, file.name, "the file was changed while it was checked")
    }
    if let duplicate {
      throw SigningError(.duplicate, file.name, "row \(duplicate) repeats a key")
    }
  }
}
