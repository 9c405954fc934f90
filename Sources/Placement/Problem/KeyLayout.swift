/// How score and tie values of a wish become one integer: smaller is better, equal means tied.
///
/// Values stand side by side, each counted in steps from the best one that occurs, where a step is
/// the greatest common divisor of all distances: hundredths kept as billionths need no more bits than
/// hundredths. What spans more than 63 bits together is replaced by the rank of the whole key.
struct KeyLayout {
  private let fields: [KeyField]
  /// Keys by row, when the values do not fit side by side.
  private let denseKeys: [UInt64]?

  init(_ wishes: WishTable, ties: TieOrder) {
    let fields =
      [KeyField(.score, isLargerBetter: true, wishes)]
      + ties.keys.map { key in
        switch key {
        case .larger(let column): KeyField(.tie(column), isLargerBetter: true, wishes)
        case .smaller(let column): KeyField(.tie(column), isLargerBetter: false, wishes)
        case .wishRank: KeyField(.rank, isLargerBetter: false, wishes)
        }
      }
    self.fields = fields
    let bitCount = fields.reduce(0) { $0 + $1.bitCount }
    denseKeys = bitCount > 63 ? KeyLayout.ranked(wishes, fields) : nil
  }

  /// The key of the wish in a row: at least 1, and less than the key of a void wish.
  @inline(__always)
  func key(_ wishes: WishTable, row: Int) -> UInt64 {
    if let denseKeys { return denseKeys[row] }
    var key: UInt64 = 0
    for field in fields { key = key << field.bitCount | field.distance(wishes, row: row) }
    return key + 1
  }

  private static func ranked(_ wishes: WishTable, _ fields: [KeyField]) -> [UInt64] {
    func isBetter(_ left: UInt32, _ right: UInt32) -> Bool {
      for field in fields {
        let one = field.distance(wishes, row: Int(left))
        let other = field.distance(wishes, row: Int(right))
        if one != other { return one < other }
      }
      return false
    }
    let rows = (0..<UInt32(wishes.count)).sorted(by: isBetter)
    var keys = [UInt64](repeating: 0, count: wishes.count)
    var rank: UInt64 = 1
    for (place, row) in rows.enumerated() {
      if place > 0, isBetter(rows[place - 1], row) { rank += 1 }
      keys[Int(row)] = rank
    }
    return keys
  }
}

/// One value of a key, counted from the best that occurs.
private struct KeyField {
  enum Source {
    case score
    case tie(Int)
    case rank
  }

  let source: Source
  let isLargerBetter: Bool
  let best: Int64
  let step: UInt64
  let bitCount: UInt64

  init(_ source: Source, isLargerBetter: Bool, _ wishes: WishTable) {
    self.source = source
    self.isLargerBetter = isLargerBetter
    let (low, high) =
      switch source {
      case .score: KeyField.bounds(wishes.scores)
      case .tie(let column): KeyField.bounds(wishes.ties[column])
      case .rank: KeyField.bounds(wishes.ranks)
      }
    best = isLargerBetter ? high : low
    let span = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
    step =
      switch source {
      case .score: KeyField.step(wishes.scores, from: low)
      case .tie(let column): KeyField.step(wishes.ties[column], from: low)
      case .rank: 1
      }
    bitCount = UInt64(64 - (span / step).leadingZeroBitCount)
  }

  /// How far a wish is from the best value; any span of 64-bit values fits.
  @inline(__always)
  func distance(_ wishes: WishTable, row: Int) -> UInt64 {
    let value =
      switch source {
      case .score: wishes.scores[row]
      case .tie(let column): wishes.ties[column][row]
      case .rank: Int64(wishes.ranks[row])
      }
    let (left, right) = (UInt64(bitPattern: value), UInt64(bitPattern: best))
    let distance = isLargerBetter ? right &- left : left &- right
    return step == 1 ? distance : distance / step
  }

  /// The greatest common divisor of all distances from the lowest value, at least 1.
  private static func step(_ values: [Int64], from low: Int64) -> UInt64 {
    var step: UInt64 = 0
    for value in values {
      var rest = UInt64(bitPattern: value) &- UInt64(bitPattern: low)
      if step == 1 { return 1 }
      if step != 0 { rest %= step }
      while rest != 0 { (step, rest) = (rest, step % rest) }
    }
    return max(1, step)
  }

  private static func bounds(_ values: [some FixedWidthInteger]) -> (Int64, Int64) {
    guard var low = values.first else { return (0, 0) }
    var high = low
    for value in values {
      if value < low { low = value }
      if value > high { high = value }
    }
    return (Int64(low), Int64(high))
  }
}
