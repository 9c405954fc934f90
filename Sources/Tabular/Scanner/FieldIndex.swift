import Parallel

/// Where the fields of some records are.
@usableFromInline
struct FieldIndex: Sendable {
  /// Place of the byte that ends each field: a delimiter, the last byte of a line end, or the end of
  /// the bytes. One value stands before them, so that field k begins after value k.
  let separators: [UInt32]
  /// Fields in each row if all have the same number, else 0.
  let width: Int
  /// Index of each row's first field, and the number of fields; empty if `width` is not 0.
  let firstFields: [UInt32]
  /// No row has fewer bytes, its delimiters included and its line end left out.
  let shortestRow: Int
  /// Rows with a quote where none may stand, in order.
  let strayQuoteRows: [UInt32]

  @usableFromInline let rowCount: Int

  /// The value before the first separator: adding one gives zero.
  static let sentinel = UInt32.max

  /// The index of a row's first field; that of the row after the last is the number of fields.
  @usableFromInline
  func firstField(of row: Int) -> Int {
    precondition(row >= 0 && row <= rowCount, "no such row in this batch")
    return width > 0 ? row * width : Int(firstFields[row])
  }

  func start(of field: Int) -> Int { Int(separators[field] &+ 1) }

  func end(of field: Int) -> Int { Int(separators[field + 1]) }

  func hasStrayQuote(_ row: Int) -> Bool {
    guard !strayQuoteRows.isEmpty else { return false }
    let place = strayQuoteRows.partitionPoint { $0 < row }
    return place < strayQuoteRows.count && strayQuoteRows[place] == row
  }
}

extension FieldIndex {
  /// Reads records byte after byte, up to a number of them, and none that begins behind the places
  /// that can be numbered: no record is longer than half of these.
  init(plain bytes: ByteWindow, delimiter: Delimiter, rowLimit: Int = .max) {
    let scanner = PlainScanner(bytes, delimiter: delimiter)
    var separators = [Self.sentinel]
    var firstFields: [UInt32] = [0]
    var strayQuoteRows: [UInt32] = []
    var place = 0
    while place < min(bytes.count, RecordCuts.longestRecord) && firstFields.count <= rowLimit {
      var lastEnd = place
      let record = scanner.record(at: place) { end in
        lastEnd = end
        separators.append(UInt32(truncatingIfNeeded: end))
      }
      if record.next > lastEnd {
        separators[separators.count - 1] = UInt32(truncatingIfNeeded: record.next - 1)
      }
      if record.hasStrayQuote { strayQuoteRows.append(UInt32(firstFields.count - 1)) }
      place = record.next
      firstFields.append(UInt32(separators.count - 1))
    }
    self.separators = separators
    self.firstFields = firstFields
    self.strayQuoteRows = strayQuoteRows
    width = 0
    shortestRow = 0
    rowCount = firstFields.count - 1
  }

  #if canImport(CTabularScan)
    /// Takes what the block scanner found in bytes without stray quotes and lone CR.
    ///
    /// - Parameters:
    ///   - separators: As ``separators``, with the value before the first one.
    ///   - lineFeedCount: How many of them are LF.
    ///   - bytes: The bytes they are in.
    init(separators: [UInt32], lineFeedCount: Int, in bytes: ByteWindow) {
      var separators = separators
      var rowCount = lineFeedCount
      let last = Int(separators[separators.count - 1] &+ 1) - 1
      // The last record may lack a line end.
      if last + 1 < bytes.count || last >= 0 && bytes[last] != PlainScanner.lineFeed {
        separators.append(UInt32(truncatingIfNeeded: bytes.count))
        rowCount += 1
      }
      let fieldCount = separators.count - 1
      let width = rowCount > 0 && fieldCount % rowCount == 0 ? fieldCount / rowCount : 0
      func isLineEnd(_ field: Int) -> Bool {
        let place = Int(separators[field + 1])
        return place == bytes.count || bytes[unchecked: place] == PlainScanner.lineFeed
      }
      // As many line feeds as rows, each where its row must end: then none is elsewhere.
      let shortest =
        width == 0
        ? nil : BlockScanner.shortestRow(bytes, separators, width: width, rowCount: rowCount)
      var firstFields: [UInt32] = []
      if shortest == nil {
        firstFields.append(0)
        for field in 0..<fieldCount where isLineEnd(field) { firstFields.append(UInt32(field + 1)) }
      }
      self.separators = separators
      self.firstFields = firstFields
      self.width = shortest == nil ? 0 : width
      shortestRow = shortest ?? 0
      self.rowCount = rowCount
      strayQuoteRows = []
    }
  #endif
}
