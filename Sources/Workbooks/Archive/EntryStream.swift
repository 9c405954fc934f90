/// The bytes of one entry of an archive, piece by piece.
struct EntryStream: ~Copyable {
  private let entry: ZipEntry
  private let source: ByteSource
  private let file: String
  private let inflater: Inflater?
  private var packed: [UInt8] = []
  private var packedPlace = 0
  /// Where the rest of the packed bytes is in the archive.
  private var rest: Range<Int>
  private var produced = 0
  private var checksum: UInt32 = 0
  private var isEnded = false

  private static let pieceLength = 1 << 18

  init(_ entry: ZipEntry, _ source: ByteSource, from start: Int, file: String) {
    self.entry = entry
    self.source = source
    self.file = file
    rest = start..<start + entry.packedCount
    inflater = entry.isDeflated ? Inflater() : nil
  }

  /// How long the entry is, as the directory says and as is checked at its end.
  var byteCount: Int { entry.byteCount }

  private func damage(_ detail: Message) -> WorkbookError {
    WorkbookError(.damaged, file: file, detail: "\(entry.name): \(detail)")
  }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - buffer: Takes the bytes.
  ///   - place: Where the first goes; there must be room behind it.
  /// - Returns: How many bytes came; 0 at the end, whose length and checksum are then proved.
  /// - Throws: ``WorkbookError`` with `damaged` or `readFailed`.
  mutating func read(into buffer: inout [UInt8], at place: Int) throws(WorkbookError) -> Int {
    while !isEnded {
      if packedPlace == packed.count, !rest.isEmpty {
        let end = min(rest.lowerBound + Self.pieceLength, rest.upperBound)
        packed = try source.read(rest.lowerBound..<end, name: file)
        packedPlace = 0
        rest = end..<rest.upperBound
      }
      let count = try unpack(into: &buffer, at: place)
      guard count > 0 else { continue }
      produced += count
      guard produced <= entry.byteCount else { throw damage("longer than the directory says") }
      checksum = Checksum.update(checksum, with: buffer, place..<place + count)
      return count
    }
    guard produced == entry.byteCount, checksum == entry.checksum else {
      throw damage("the checksum is wrong")
    }
    return 0
  }

  /// Unpacks what fits, and notices the end.
  private mutating func unpack(
    into buffer: inout [UInt8], at place: Int
  ) throws(WorkbookError) -> Int {
    guard let inflater else {
      let count = min(packed.count - packedPlace, buffer.count - place)
      for index in 0..<count { buffer[place + index] = packed[packedPlace + index] }
      packedPlace += count
      if count == 0 && rest.isEmpty { isEnded = true }
      return count
    }
    let step = inflater.inflate(packed, from: packedPlace, into: &buffer, at: place)
    packedPlace += step.consumed
    switch step.outcome {
    case .end: isEnded = true
    case .more:
      if step.consumed == 0 && step.produced == 0 && packedPlace == packed.count && rest.isEmpty {
        throw damage("cut off")
      }
    case .damaged: throw damage("the compressed bytes")
    }
    return step.produced
  }

  /// Reads to the end without looking at the bytes, and proves length and checksum.
  mutating func drain() throws(WorkbookError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while try read(into: &buffer, at: 0) > 0 {}
  }
}
