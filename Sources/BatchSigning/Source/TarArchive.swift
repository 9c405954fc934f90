/// A plain tar that lies in a file: its files are read where they are.
enum TarArchive {
  /// How many zero bytes may stand at the end; `tar` fills up to a record of 10 KiB.
  private static let greatestTrailer = 1 << 20

  /// Finds the files.
  ///
  /// - Returns: Where each file lies, by its plain name.
  /// - Throws: ``SigningError`` with `E_FORMAT`, `E_NAME`, `E_NOT_REGULAR`, `E_LIMIT` or
  ///   `not-readable`.
  /// - Complexity: O(number of entries).
  static func files(in archive: BatchFile) throws(SigningError) -> [String: BatchFile] {
    var files: [String: BatchFile] = [:]
    var entries = TarEntries()
    var extensionCount = 0
    var position = 0
    while true {
      guard archive.byteCount - position >= TarHeader.blockLength else {
        throw SigningError(.format, archive.name, "not a tar, or one that is cut off")
      }
      let block = try archive.read(position..<position + TarHeader.blockLength)
      position += TarHeader.blockLength
      guard let header = try TarHeader(block) else { break }
      guard archive.byteCount - position >= header.byteCount + header.padding else {
        throw SigningError(.format, archive.name, "the tar is cut off")
      }
      let content = position..<position + header.byteCount
      position = content.upperBound + header.padding
      if header.kind == .extended {
        extensionCount += 1
        guard header.byteCount <= TarEntries.greatestExtensionLength,
          extensionCount <= 2 * BatchSource.greatestFileCount
        else { throw SigningError(.limit, archive.name, "pax headers") }
        try TarEntries.check(extension: archive.read(content))
      } else if let name = try entries.add(header) {
        files[name] = BatchFile(name, at: content, of: archive)
      }
    }
    guard archive.byteCount - position <= greatestTrailer,
      try archive.read(position..<archive.byteCount).allSatisfy({ $0 == 0 })
    else { throw SigningError(.format, archive.name, "something follows the end of the tar") }
    return files
  }
}
