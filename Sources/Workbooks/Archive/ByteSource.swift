internal import Files

/// The bytes of an archive, on the disk or in memory.
enum ByteSource: Sendable {
  case file(FileReader)
  case memory([UInt8])

  var byteCount: Int {
    switch self {
    case .file(let reader): reader.byteCount
    case .memory(let bytes): bytes.count
    }
  }

  /// Reads a range that lies within ``byteCount``.
  func read(_ range: Range<Int>, name: String) throws(WorkbookError) -> [UInt8] {
    switch self {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let reader):
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try reader.read(range)
      } catch {
        throw WorkbookError(reading: error, file: name)
      }
      guard bytes.count == range.count else {
        throw WorkbookError(.damaged, file: name, detail: "the file became shorter")
      }
      return bytes
    }
  }
}

extension [UInt8] {
  /// A little-endian number of 2 bytes; the place must lie inside.
  func number16(at place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

  /// A little-endian number of 4 bytes; the place must lie inside.
  func number32(at place: Int) -> Int {
    number16(at: place) | number16(at: place + 2) << 16
  }

  /// Appends a little-endian number.
  mutating func append(_ number: Int, byteCount: Int) {
    for index in 0..<byteCount { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
