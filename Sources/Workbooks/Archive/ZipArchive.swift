internal import Files

/// One file of a zip archive, as the directory at its end tells.
struct ZipEntry: Hashable, Sendable {
  let name: String
  let isDeflated: Bool
  let checksum: UInt32
  let packedCount: Int
  let byteCount: Int
  let headerPlace: Int
}

/// A zip archive that is read without unpacking it to the disk.
///
/// Only what workbooks need: stored and deflated entries, one disk, no encryption, no zip64. What an
/// entry may hold is bounded by what the directory says, and that by ``largestRatio``.
struct ZipArchive: Sendable {
  let name: String
  let source: ByteSource
  private(set) var entries: [String: ZipEntry] = [:]

  private static let endLength = 22
  private static let directoryLimit = 16 << 20
  private static let entryLimit = 10_000
  /// Entries below this are taken whatever their ratio.
  static let harmlessByteCount = 64 << 20
  /// Sheets of one repeated cell shrink to about a hundredth.
  static let largestRatio = 250

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``WorkbookError`` with `damaged`, `unsupported` or `readFailed`.
  init(_ source: ByteSource, name: String) throws(WorkbookError) {
    self.name = name
    self.source = source
    let tailStart = max(0, source.byteCount - Self.endLength - 0xFFFF)
    let tail = try source.read(tailStart..<source.byteCount, name: name)
    guard let end = Self.endRecord(tail) else {
      throw WorkbookError(.damaged, file: name, detail: "the end of the archive is missing")
    }
    let count = tail.number16(at: end + 10)
    let length = tail.number32(at: end + 12)
    let start = tail.number32(at: end + 16)
    if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      throw WorkbookError(.unsupported, file: name, detail: "a zip64 archive")
    }
    guard tail.number16(at: end + 4) == 0, tail.number16(at: end + 6) == 0,
      tail.number16(at: end + 8) == count
    else { throw WorkbookError(.unsupported, file: name, detail: "an archive in several parts") }
    guard count <= Self.entryLimit, length <= Self.directoryLimit, start + length <= tailStart + end
    else { throw WorkbookError(.damaged, file: name, detail: "the directory of the archive") }
    try read(source.read(start..<start + length, name: name), count: count)
  }

  private static func endRecord(_ tail: [UInt8]) -> Int? {
    var place = tail.count - endLength
    while place >= 0 {
      if tail.number32(at: place) == 0x0605_4B50,
        place + endLength + tail.number16(at: place + 20) == tail.count
      {
        return place
      }
      place -= 1
    }
    return nil
  }

  private mutating func read(_ directory: [UInt8], count: Int) throws(WorkbookError) {
    let damage = WorkbookError(.damaged, file: name, detail: "the directory of the archive")
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= directory.count, directory.number32(at: place) == 0x0201_4B50 else {
        throw damage
      }
      let lengths = [28, 30, 32].map { directory.number16(at: place + $0) }
      let next = place + 46 + lengths.reduce(0, +)
      guard next <= directory.count,
        let entryName = String(
          validating: directory[place + 46..<place + 46 + lengths[0]], as: UTF8.self)
      else { throw damage }
      try add(entryName, directory, at: place)
      place = next
    }
  }

  private mutating func add(
    _ entryName: String, _ directory: [UInt8], at place: Int
  ) throws(WorkbookError) {
    func refuse(_ code: WorkbookError.Code, _ detail: Message) -> WorkbookError {
      WorkbookError(code, file: name, detail: detail)
    }
    let isOutside =
      entryName.hasPrefix("/") || entryName.utf8.contains(0x5C) || entryName.utf8.contains(0)
      || entryName.split(separator: "/").contains("..")
    if isOutside { throw refuse(.damaged, "an entry that points outside the archive") }
    if directory.number16(at: place + 8) & 0x2041 != 0 {
      throw refuse(.encrypted, "an encrypted entry")
    }
    let method = directory.number16(at: place + 10)
    guard method == 0 || method == 8 else {
      throw refuse(.unsupported, "compression method \(method)")
    }
    let entry = ZipEntry(
      name: entryName, isDeflated: method == 8,
      checksum: UInt32(directory.number32(at: place + 16)),
      packedCount: directory.number32(at: place + 20),
      byteCount: directory.number32(at: place + 24),
      headerPlace: directory.number32(at: place + 42))
    if [entry.packedCount, entry.byteCount, entry.headerPlace].contains(0xFFFF_FFFF) {
      throw refuse(.unsupported, "a zip64 entry")
    }
    guard entry.headerPlace + 30 + entry.packedCount <= source.byteCount,
      entry.isDeflated || entry.packedCount == entry.byteCount
    else { throw refuse(.damaged, "an entry beyond the end of the archive") }
    guard entries.updateValue(entry, forKey: entryName) == nil else {
      throw refuse(.damaged, "two entries of one name")
    }
  }

  /// Opens an entry.
  ///
  /// - Throws: ``WorkbookError`` with `damaged` where there is no such entry, or `tooLarge` where it
  ///   claims to grow more than any sheet does.
  func open(_ entryName: String) throws(WorkbookError) -> EntryStream {
    guard let entry = entries[entryName] else {
      throw WorkbookError(.damaged, file: name, detail: "there is no part \(entryName)")
    }
    if entry.byteCount > Self.harmlessByteCount,
      entry.byteCount / max(1, entry.packedCount) > Self.largestRatio
    {
      throw WorkbookError(
        .tooLarge, file: name, detail: "a part that would grow more than \(Self.largestRatio) times"
      )
    }
    let header = try source.read(entry.headerPlace..<entry.headerPlace + 30, name: name)
    let start =
      entry.headerPlace + 30 + header.number16(at: 26) + header.number16(at: 28)
    guard header.number32(at: 0) == 0x0403_4B50, start + entry.packedCount <= source.byteCount
    else { throw WorkbookError(.damaged, file: name, detail: "the header of \(entryName)") }
    return EntryStream(entry, source, from: start, file: name)
  }
}
