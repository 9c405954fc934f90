import BatchSigning
import Parallel

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

  /// The SHA-256 work of a Merkle tree with salted leaves, and nothing but it, on all cores: for each
  /// row one message of 17 bytes and the row's mean length and one of 65 bytes, again and again from
  /// one place in the cache, by one library context a thread that is set back after each.
  ///
  /// - Parameters:
  ///   - rows: Rows of which each ends with a line feed.
  ///   - withFile: Whether one digest over all bytes goes with it, as a manifest has.
  /// - Returns: The work.
  public static func tree(over rows: [UInt8], withFile: Bool) -> Yardstick {
    let count = newlines(in: rows)
    let leaf = 17 + rows.count / max(1, count)
    return Yardstick {
      let parts = WorkPlan.allCores.map(count: 257) { part in
        if part == 0 { return withFile ? Int(SHA256.digest(of: rows).bytes[0]) : 0 }
        return messages(count / 256, of: leaf) + messages(count / 256, of: 65)
      }
      return parts.reduce(0, &+)
    }
  }

  private static func messages(_ count: Int, of length: Int) -> Int {
    let message = [UInt8](repeating: 0x37, count: length)
    var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    var output = digest.mutableSpan
    var hash = SHA256()
    for _ in 0..<count {
      unsafe hash.update(message.span.bytes)
      hash.finish(into: &output)
    }
    return Int(output[0])
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
