import BatchSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plain work over the same bytes, timed in the same run, so that a figure means the same on any
/// machine.
public struct Yardstick: Sendable {
  /// Does the work once and gives a number that depends on all of it.
  public let work: @Sendable () -> Int

  /// Counts the line ends of `bytes`, as `wc -l` does.
  public static func newlineCount(_ bytes: [UInt8]) -> Yardstick {
    Yardstick { Self.newlines(in: bytes) }
  }

  /// Digests `bytes` with SHA-256 on one thread.
  public static func sha256(_ bytes: [UInt8]) -> Yardstick {
    Yardstick { Int(SHA256.digest(of: bytes).bytes[0]) }
  }

  /// Sums prefetchable random reads from a table of 16 MiB, one for each item.
  public static func randomReads(_ count: Int) -> Yardstick {
    let table = (0..<(2 << 20)).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    return Yardstick {
      var (sum, index) = (UInt64(0), 0)
      for item in 0..<count {
        index = (item &* 1_664_525 &+ 1_013_904_223) & ((2 << 20) - 1)
        sum &+= table[index]
      }
      return Int(truncatingIfNeeded: sum)
    }
  }

  private static func newlines(in bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      guard var place = buffer.baseAddress else { return 0 }
      let end = unsafe place + buffer.count
      var count = 0
      // `place` stays within the buffer: memchr finds nothing behind `end`.
      while let found = unsafe memchr(place, 0x0A, end - place) {
        count += 1
        unsafe place = UnsafeRawPointer(found) + 1
      }
      return count
    }
  }
}
