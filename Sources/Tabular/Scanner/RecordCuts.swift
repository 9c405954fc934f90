/// Where records begin, for one in each block of a file, so that blocks can be worked on apart.
///
/// The cuts depend on the bytes only, and they are exact, wherever quoted line ends are.
struct RecordCuts: Sendable, Equatable {
  static let defaultBlockLength = 1 << 18
  /// Places in a batch are kept in 32 bits.
  static let longestRecord = 1 << 31

  /// The first record start in each block that has one, then the end of the text.
  private(set) var offsets: [Int]
  /// How many records stand before each offset.
  private(set) var recordsBefore: [Int]
  /// Whether a quote stands anywhere.
  var usesQuotes = false
  /// Whether a quote stands where none may.
  var hasStrayQuotes = false
  /// How records end.
  var endings: Set<LineEnding> = []

  var recordCount: Int { recordsBefore.last ?? 0 }

  var lineEnding: LineEnding { endings.count > 1 ? .mixed : endings.first ?? .lf }

  /// Whether some records end with CR alone.
  var hasLoneReturns: Bool { endings.contains(.cr) }

  init(firstOffset: Int) {
    offsets = [firstOffset]
    recordsBefore = [0]
  }

  mutating func append(offset: Int, recordsBefore count: Int) {
    offsets.append(offset)
    recordsBefore.append(count)
  }

  /// Forgets all cuts after one.
  mutating func removeCuts(after index: Int) {
    offsets.removeSubrange((index + 1)...)
    recordsBefore.removeSubrange((index + 1)...)
  }

  /// Checks that no batch will be too long for its places.
  func checkLengths(name: String) throws(TabularError) {
    for index in offsets.indices.dropLast()
    where offsets[index + 1] - offsets[index] >= Self.longestRecord {
      throw TabularError(
        .recordTooLong, file: name, byte: offsets[index], record: recordsBefore[index] + 1)
    }
  }

  /// The blocks that hold some of the records, given by their numbers in ascending order.
  func blocks(holding numbers: [Int]) -> [Int] {
    var blocks: [Int] = []
    var block = 0
    for number in numbers where number > 0 && number <= recordCount {
      while block + 2 < recordsBefore.count, recordsBefore[block + 1] < number { block += 1 }
      if blocks.last != block { blocks.append(block) }
    }
    return blocks
  }

  /// Batches of whole blocks, each of at least `byteCount` bytes but the last.
  func batches(after record: Int, byteCount: Int) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var block = 0
    while block + 1 < recordsBefore.count && recordsBefore[block + 1] <= record { block += 1 }
    while block + 1 < offsets.count {
      let first = block
      repeat {
        block += 1
      } while block + 1 < offsets.count
        && offsets[block] - offsets[first] < byteCount
        && offsets[block + 1] - offsets[first] < Self.longestRecord
      batches.append(first..<block)
    }
    return batches
  }
}

extension RecordCuts {
  /// Reads every record from the first: the reference.
  init(plain bytes: ByteWindow, from start: Int, delimiter: Delimiter, blockLength: Int) {
    self.init(firstOffset: start)
    var reader = RecordReader(bytes, delimiter: delimiter, at: start)
    var nextBlock = start + blockLength
    while reader.place < bytes.count {
      if reader.place >= nextBlock {
        append(offset: reader.place, recordsBefore: reader.recordCount)
        nextBlock = start + ((reader.place - start) / blockLength + 1) * blockLength
      }
      reader.read()
    }
    endings = reader.endings
    hasStrayQuotes = reader.hasStrayQuotes
    usesQuotes = bytes.firstIndex(of: PlainScanner.quote, in: start..<bytes.count) != nil
    append(offset: bytes.count, recordsBefore: reader.recordCount)
  }
}

/// Reads record after record and remembers what they look like.
struct RecordReader {
  let bytes: ByteWindow
  private let scanner: PlainScanner
  private(set) var place: Int
  private(set) var recordCount: Int
  private(set) var endings: Set<LineEnding> = []
  private(set) var hasStrayQuotes = false

  init(_ bytes: ByteWindow, delimiter: Delimiter, at place: Int, recordCount: Int = 0) {
    self.bytes = bytes
    scanner = PlainScanner(bytes, delimiter: delimiter)
    self.place = place
    self.recordCount = recordCount
  }

  /// Reads one record; there must be one.
  mutating func read() {
    var lastEnd = place
    let record = scanner.record(at: place) { lastEnd = $0 }
    if record.next > lastEnd {
      let isPair = record.next - lastEnd == 2
      endings.insert(
        isPair ? .crlf : bytes[unchecked: lastEnd] == PlainScanner.lineFeed ? .lf : .cr)
    }
    if record.hasStrayQuote { hasStrayQuotes = true }
    place = record.next
    recordCount += 1
  }
}
