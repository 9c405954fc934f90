/// Puts a zip archive together; its functions give the bytes to append to the file.
///
/// Every entry bears the same time, the first that the format knows, so that the same content gives
/// the same bytes.
package struct ZipWriter {
  private var directory: [UInt8] = []
  private var entryCount = 0
  private var place = 0
  private var name: [UInt8] = []
  private var headerPlace = 0
  private var packedCount = 0
  private var byteCount = 0
  private var checksum: UInt32 = 0

  /// 1980-01-01, as the format writes days.
  private static let day = 0x0021
  private static let largest = 0xFFFF_FFFE

  /// An archive without entries.
  package init() {}

  /// Begins an entry.
  package mutating func begin(_ entryName: String) -> [UInt8] {
    name = Array(entryName.utf8)
    headerPlace = place
    (packedCount, byteCount, checksum) = (0, 0, 0)
    var header: [UInt8] = []
    header.append(0x0403_4B50, byteCount: 4)
    header += fields(checksum: 0, packedCount: 0, byteCount: 0)
    header.append(name.count, byteCount: 2)
    header.append(0, byteCount: 2)
    header += name
    place += header.count
    return header
  }

  /// What stands in both headers of an entry: version, flags (sizes follow, UTF-8), method, time.
  private func fields(checksum: UInt32, packedCount: Int, byteCount: Int) -> [UInt8] {
    var fields: [UInt8] = []
    for number in [20, 0x0808, 8, 0, Self.day] { fields.append(number, byteCount: 2) }
    for number in [Int(checksum), packedCount, byteCount] { fields.append(number, byteCount: 4) }
    return fields
  }

  /// Appends to the entry that was begun.
  package mutating func append(_ packed: PackedBytes) -> [UInt8] {
    checksum = Checksum.combine(checksum, packed.checksum, secondCount: packed.byteCount)
    byteCount += packed.byteCount
    packedCount += packed.bytes.count
    place += packed.bytes.count
    return packed.bytes
  }

  /// Ends the entry; nil when the archive has grown beyond 4 GiB.
  package mutating func end() -> [UInt8]? {
    var bytes = PackedBytes.end
    packedCount += bytes.count
    bytes.append(0x0807_4B50, byteCount: 4)
    for number in [Int(checksum), packedCount, byteCount] { bytes.append(number, byteCount: 4) }
    place += bytes.count
    guard place <= Self.largest, byteCount <= Self.largest else { return nil }
    directory.append(0x0201_4B50, byteCount: 4)
    directory.append(20, byteCount: 2)
    directory += fields(checksum: checksum, packedCount: packedCount, byteCount: byteCount)
    for number in [name.count, 0, 0, 0, 0] { directory.append(number, byteCount: 2) }
    directory.append(0, byteCount: 4)
    directory.append(headerPlace, byteCount: 4)
    directory += name
    entryCount += 1
    return bytes
  }

  /// Ends the archive.
  package func finish() -> [UInt8] {
    var bytes = directory
    bytes.append(0x0605_4B50, byteCount: 4)
    for number in [0, 0, entryCount, entryCount] { bytes.append(number, byteCount: 2) }
    for number in [directory.count, place] { bytes.append(number, byteCount: 4) }
    bytes.append(0, byteCount: 2)
    return bytes
  }
}
