/// How score and tie values of a wish become one integer: smaller is better, equal means tied.
///
/// A tie value that is missing lies one step behind the worst that occurs, whichever is better.
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
        let one = field.wideDistance(wishes, row: Int(left))
        let other = field.wideDistance(wishes, row: Int(right))
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
  let best: Int128
  let step: UInt128
  let bitCount: Int
  /// How far a missing value is from the best one; nil where none is missing.
  private let missingSteps: UInt128?
  /// Whether every distance fits 64 bits.
  private let isNarrow: Bool
  /// The trailing zero bits of the step, and the inverse of the rest modulo 2⁶⁴: distances are
  /// multiples of the step, so that shifting and multiplying divides them.
  private let stepShift: UInt64
  private let stepInverse: UInt64

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
    let span = UInt128(truncatingIfNeeded: high) &- UInt128(truncatingIfNeeded: low)
    isNarrow = span <= UInt64.max
    step =
      switch source {
      case .score: UInt128(KeyField.step(wishes.scores, from: low, UInt64.self))
      case .tie(let column) where isNarrow:
        UInt128(KeyField.step(wishes.ties[column], from: low, UInt64.self))
      case .tie(let column): KeyField.step(wishes.ties[column], from: low, UInt128.self)
      case .rank: 1
      }
    if case .tie(let column) = source, wishes.ties[column].contains(WishTable.missingTie) {
      missingSteps = span / step + 1
    } else {
      missingSteps = nil
    }
    bitCount = UInt128.bitWidth - (missingSteps ?? span / step).leadingZeroBitCount
    stepShift = UInt64(step.trailingZeroBitCount)
    stepInverse = KeyField.inverse(ofOdd: UInt64(truncatingIfNeeded: step >> UInt128(stepShift)))
  }

  /// How many steps a wish is from the best value, where they fit 64 bits.
  @inline(__always)
  func distance(_ wishes: WishTable, row: Int) -> UInt64 {
    if let missingSteps, isMissing(wishes, row: row) {
      return UInt64(truncatingIfNeeded: missingSteps)
    }
    guard isNarrow else {
      return UInt64(truncatingIfNeeded: wideDistance(wishes, row: row) / step)
    }
    let value: UInt64 =
      switch source {
      case .score: UInt64(bitPattern: wishes.scores[row])
      case .tie(let column): UInt64(truncatingIfNeeded: wishes.ties[column][row])
      case .rank: UInt64(bitPattern: Int64(wishes.ranks[row]))
      }
    let best = UInt64(truncatingIfNeeded: best)
    return ((isLargerBetter ? best &- value : value &- best) >> stepShift) &* stepInverse
  }

  private func isMissing(_ wishes: WishTable, row: Int) -> Bool {
    guard case .tie(let column) = source else { return false }
    return wishes.ties[column][row] == WishTable.missingTie
  }

  /// How far a wish is from the best value; any span of 128-bit values fits.
  @inline(__always)
  func wideDistance(_ wishes: WishTable, row: Int) -> UInt128 {
    if missingSteps != nil, isMissing(wishes, row: row) { return .max }
    let value =
      switch source {
      case .score: Int128(wishes.scores[row])
      case .tie(let column): wishes.ties[column][row]
      case .rank: Int128(wishes.ranks[row])
      }
    let (left, right) = (UInt128(truncatingIfNeeded: value), UInt128(truncatingIfNeeded: best))
    return isLargerBetter ? right &- left : left &- right
  }

  /// The greatest common divisor of all distances from the lowest value, at least 1.
  private static func step<Distance: FixedWidthInteger & UnsignedInteger>(
    _ values: [some FixedWidthInteger], from low: Int128, _: Distance.Type
  ) -> Distance {
    let low = Distance(truncatingIfNeeded: low)
    var step: Distance = 0
    for value in values where !isMissing(value) {
      var rest = Distance(truncatingIfNeeded: value) &- low
      if step == 1 { return 1 }
      if step != 0 { rest %= step }
      while rest != 0 { (step, rest) = (rest, step % rest) }
    }
    return max(1, step)
  }

  /// The number that gives 1 when multiplied with an odd one, modulo 2⁶⁴ (Newton's iteration).
  private static func inverse(ofOdd number: UInt64) -> UInt64 {
    var inverse = number
    for _ in 0..<5 { inverse &*= 2 &- number &* inverse }
    return inverse
  }

  private static func bounds(_ values: [some FixedWidthInteger]) -> (Int128, Int128) {
    guard var low = values.first(where: { !isMissing($0) }) else { return (0, 0) }
    var high = low
    for value in values where !isMissing(value) {
      if value < low { low = value }
      if value > high { high = value }
    }
    return (Int128(low), Int128(high))
  }

  /// No score and no rank is as narrow as a tie value and missing.
  @inline(__always)
  private static func isMissing<Value: FixedWidthInteger>(_ value: Value) -> Bool {
    Value.bitWidth == 128 && value == .min
  }
}
