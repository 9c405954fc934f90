/// A wish as the solvers read it: 12 bytes, an applicant's wishes next to each other by rank.
struct PackedWish {
  private let high: UInt32
  private let low: UInt32
  private let target: UInt32

  /// The key of a wish that was granted beforehand: better than any other.
  static let grantedKey: UInt64 = 0

  /// The key of a wish that nobody accepts: void, or set aside.
  static let voidKey = UInt64.max

  init(key: UInt64, line: UInt32, isLast: Bool) {
    high = UInt32(truncatingIfNeeded: key >> 32)
    low = UInt32(truncatingIfNeeded: key)
    target = isLast ? line | 0x8000_0000 : line
  }

  /// Smaller is better; equal keys at one line are a tie.
  var key: UInt64 { UInt64(high) << 32 | UInt64(low) }

  /// Where the applicant queues: see ``SeatPlan``.
  var line: UInt32 { target & 0x7fff_ffff }

  /// Whether the applicant has no further wish.
  var isLast: Bool { target & 0x8000_0000 != 0 }

  var isVoid: Bool { high == .max && low == .max }

  func replacingKey(_ key: UInt64) -> PackedWish {
    PackedWish(key: key, line: line, isLast: isLast)
  }
}

/// A wish that stands before a choice.
struct Candidate {
  let key: UInt64
  let wish: UInt32
  let line: UInt32
}
