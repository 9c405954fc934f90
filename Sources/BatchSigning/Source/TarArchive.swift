/// A plain tar that lies in a file: its files are read where they are.
enum TarArchive {
  private static let pieceLength = 1 << 16

  /// Finds the files.
  ///
  /// - Returns: Where each file lies, by its plain name.
  /// - Throws: ``SigningError`` with `E_FORMAT`, `E_NAME`, `E_NOT_REGULAR`, `E_LIMIT` or
  ///   `not-readable`.
  /// - Complexity: O(number of entries).
  static func files(in archive: BatchFile) throws(SigningError) -> [String: BatchFile] {
    var files: [String: BatchFile] = [:]
    var entries = TarEntries()
    var position = 0
    while true {
      guard archive.byteCount - position >= TarHeader.blockLength else {
        throw SigningError(.format, archive.name, "not a tar, or one that is cut off")
      }
      let block = try archive.read(position..<position + TarHeader.blockLength)
      if position == 0, let method = compression(of: block) {
        throw SigningError(
          .format, archive.name,
          "it is packed by \(method); a plain tar is needed, so unpack it first")
      }
      position += TarHeader.blockLength
      guard let header = try TarHeader(block) else { break }
      guard archive.byteCount - position >= header.byteCount + header.padding else {
        throw SigningError(.format, archive.name, "the tar is cut off")
      }
      let content = position..<position + header.byteCount
      position = content.upperBound + header.padding
      if header.kind == .extended {
        try entries.add(extensionLength: header.byteCount)
        try TarEntries.check(extension: archive.read(content))
      } else if let name = try entries.add(header) {
        files[name] = BatchFile(name, at: content, of: archive)
      }
    }
    while position < archive.byteCount {
      let end = min(position + pieceLength, archive.byteCount)
      try entries.add(trailer: archive.read(position..<end))
      position = end
    }
    return files
  }

  /// What packed a file that begins with these bytes; nil for a plain one.
  private static func compression(of block: [UInt8]) -> String? {
    if block.starts(with: [0x1f, 0x8b]) { return "gzip" }
    if block.starts(with: "PK".utf8) { return "zip" }
    if block.starts(with: [0xfd] + "7zXZ".utf8) { return "xz" }
    return nil
  }
}
