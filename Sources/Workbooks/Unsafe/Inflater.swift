internal import CZlib

/// One run of zlib over a deflated entry.
@safe final class Inflater {
  enum Outcome { case more, end, damaged }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe isReady = shim_inflate_init(stream) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Inflates as much as there is and as has room.
  ///
  /// - Parameters:
  ///   - input: Packed bytes.
  ///   - start: Where the first of them is.
  ///   - output: Takes the bytes.
  ///   - place: Where the first goes.
  /// - Returns: Bytes taken, bytes given, and what is to come.
  func inflate(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], at place: Int
  ) -> (consumed: Int, produced: Int, outcome: Outcome) {
    guard isReady, start <= input.count, place < output.count else { return (0, 0, .damaged) }
    let (offered, room) = (input.count - start, output.count - place)
    let status = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        // zlib only reads what `next_in` points to.
        unsafe stream.pointee.next_in = source.baseAddress.map {
          unsafe UnsafeMutablePointer(mutating: $0 + start)
        }
        unsafe stream.pointee.avail_in = UInt32(offered)
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + place }
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let consumed = unsafe offered - Int(stream.pointee.avail_in)
    let produced = unsafe room - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: return (consumed, produced, .end)
    case Z_OK, Z_BUF_ERROR: return (consumed, produced, .more)
    default: return (consumed, produced, .damaged)
    }
  }
}

/// CRC-32 as zip archives have it.
enum Checksum {
  /// The checksum of earlier bytes and these; 0 is that of none.
  static func update(_ checksum: UInt32, with bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    precondition(range.upperBound <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, !range.isEmpty else { return checksum }
      return UInt32(
        truncatingIfNeeded: unsafe crc32(
          UInt(checksum), start + range.lowerBound, UInt32(range.count)))
    }
  }

  /// The checksum of two runs of bytes, from those of each.
  static func combine(_ first: UInt32, _ second: UInt32, secondCount: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), secondCount))
  }
}
