internal import Files

/// Takes a plain tar in pieces and writes its files into a folder.
struct TarReader: ~Copyable {
  private let folder: String
  private var entries = TarEntries()
  /// Bytes of a header, a pax header or padding, until all of them are there.
  private var pending: [UInt8] = []
  private var expected = Expected.header
  private var file: StagedFile?
  /// How much of the file in work is still to come.
  private var remaining = 0
  private var padding = 0
  private var isAtEnd = false

  private enum Expected {
    case header
    case extended(Int)
    case padding(Int)
  }

  init(folder: String) { self.folder = folder }

  /// Takes the next piece.
  ///
  /// - Throws: ``SigningError`` with `E_FORMAT`, `E_NAME`, `E_NOT_REGULAR`, `E_LIMIT` or
  ///   `not-writable`.
  mutating func take(_ bytes: [UInt8]) throws(SigningError) {
    var position = 0
    while position < bytes.count {
      if remaining > 0 {
        let count = min(remaining, bytes.count - position)
        try write(bytes, position..<position + count)
        position += count
        remaining -= count
        if remaining == 0 { try closeFile() }
        continue
      }
      let length =
        switch expected {
        case .header: TarHeader.blockLength
        case .extended(let count), .padding(let count): count
        }
      let count = min(length - pending.count, bytes.count - position)
      pending += bytes[position..<position + count]
      position += count
      if pending.count == length { try takeBlock() }
    }
  }

  /// Makes sure that the archive came to its end.
  func finish() throws(SigningError) {
    guard isAtEnd, pending.isEmpty, remaining == 0 else {
      throw SigningError(.format, "tar", "the archive is cut off")
    }
  }

  private mutating func takeBlock() throws(SigningError) {
    let block = pending
    pending = []
    switch expected {
    case .padding: try expectZeros(block)
    case .extended:
      try TarEntries.check(extension: block)
      expectPadding()
    case .header where isAtEnd: try entries.add(trailer: block)
    case .header: try takeHeader(block)
    }
  }

  private mutating func expectZeros(_ block: [UInt8]) throws(SigningError) {
    guard block.allSatisfy({ $0 == 0 }) else {
      throw SigningError(.format, "tar", "bytes where zeros were expected")
    }
    expected = .header
  }

  private mutating func expectPadding() {
    expected = padding > 0 ? .padding(padding) : .header
  }

  private mutating func takeHeader(_ block: [UInt8]) throws(SigningError) {
    guard let header = try TarHeader(block) else {
      isAtEnd = true
      return
    }
    padding = header.padding
    if header.kind == .extended {
      try entries.add(extensionLength: header.byteCount)
      expected = .extended(header.byteCount)
      return
    }
    guard let name = try entries.add(header) else { return }
    file = try stagedOutput(at: "\(folder)/\(name)", permissions: 0o600)
    remaining = header.byteCount
    if remaining == 0 { try closeFile() }
  }

  private mutating func write(_ bytes: [UInt8], _ range: Range<Int>) throws(SigningError) {
    do throws(FileError) {
      try file?.write(unsafe bytes.span.bytes.extracting(range))
    } catch {
      throw SigningError(writing: error)
    }
  }

  private mutating func closeFile() throws(SigningError) {
    expectPadding()
    if let finished = file.take() { try commitOutput(finished) }
  }
}
