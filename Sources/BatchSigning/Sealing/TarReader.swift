internal import Files

/// Takes a plain tar in pieces and writes its files into a folder.
struct TarReader: ~Copyable {
  private let folder: String
  private var pending: [UInt8] = []
  private var file: StagedFile?
  private var remaining = 0
  private var padding = 0
  private var names: [String] = []
  private var isAtEnd = false

  init(folder: String) { self.folder = folder }

  /// Takes the next piece.
  ///
  /// - Throws: ``SigningError`` with `E_FORMAT`, `E_NAME`, `E_LIMIT` or `not-writable`.
  mutating func take(_ bytes: [UInt8]) throws(SigningError) {
    var position = 0
    while position < bytes.count {
      if remaining > 0 {
        let count = min(remaining, bytes.count - position)
        try write(bytes, position..<position + count)
        position += count
        remaining -= count
        if remaining == 0 { try closeFile() }
      } else {
        let wanted = (padding > 0 ? padding : TarHeader.blockLength) - pending.count
        let count = min(wanted, bytes.count - position)
        pending += bytes[position..<position + count]
        position += count
        if count == wanted { try takeBlock() }
      }
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
    if padding > 0 || isAtEnd {
      guard block.allSatisfy({ $0 == 0 }) else { throw SigningError(.format, "tar") }
      padding = 0
      return
    }
    guard let header = try TarHeader.decode(block) else {
      isAtEnd = true
      return
    }
    guard names.count < 64, !names.contains(header.name) else {
      throw SigningError(.limit, "tar", "too many files, or one twice")
    }
    names.append(header.name)
    do throws(FileError) {
      file = try StagedFile(at: "\(folder)/\(header.name)", permissions: 0o600)
    } catch {
      throw SigningError(writing: error)
    }
    remaining = header.byteCount
    padding = header.padding
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
    guard let finished = file.take() else { return }
    do throws(FileError) {
      try finished.commit()
    } catch {
      throw SigningError(writing: error)
    }
  }
}
