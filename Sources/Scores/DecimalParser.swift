/// Reads one plain decimal byte by byte, so that every kind of text shares one grammar.
@usableFromInline
struct DecimalParser {
  /// The greatest magnitude that both signs can hold.
  @usableFromInline static let limit = UInt64(Int64.max)

  @usableFromInline let separator: UInt8
  @usableFromInline var magnitude: UInt64 = 0
  @usableFromInline var byteCount = 0
  @usableFromInline var wholeDigitCount = 0
  @usableFromInline var fractionDigitCount = 0
  @usableFromInline var isNegative = false
  @usableFromInline var isInFraction = false

  @inlinable
  init(separator: UInt8) {
    self.separator = separator
  }

  @inlinable
  mutating func consume(_ byte: UInt8) throws(ScoreError) {
    let digit = byte &- 0x30
    if digit < 10 {
      try append(digit)
    } else if byte == separator, !isInFraction, wholeDigitCount > 0 {
      isInFraction = true
    } else if byte == 0x2D, byteCount == 0 {
      isNegative = true
    } else {
      throw refusal(of: byte)
    }
    byteCount &+= 1
  }

  @inlinable
  mutating func append(_ digit: UInt8) throws(ScoreError) {
    if isInFraction {
      fractionDigitCount &+= 1
      if fractionDigitCount > 9 {
        if digit == 0 { return }
        throw ScoreError(.precision)
      }
    } else {
      wholeDigitCount &+= 1
    }
    let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    if overflow || tenfold > Self.limit { throw ScoreError(.overflow) }
    magnitude = tenfold &+ UInt64(digit)
  }

  @inlinable
  consuming func finish() throws(ScoreError) -> Score {
    if byteCount == 0 { throw ScoreError(.empty) }
    if wholeDigitCount == 0 || (isInFraction && fractionDigitCount == 0) {
      throw ScoreError(.syntax)
    }
    var scaled = magnitude
    var digitCount = min(fractionDigitCount, 9)
    while digitCount < 9 {
      let (tenfold, overflow) = scaled.multipliedReportingOverflow(by: 10)
      if overflow { throw ScoreError(.overflow) }
      scaled = tenfold
      digitCount &+= 1
    }
    if scaled > Self.limit { throw ScoreError(.overflow) }
    return Score(billionths: isNegative ? -Int64(scaled) : Int64(scaled))
  }

  @usableFromInline
  func refusal(of byte: UInt8) -> ScoreError {
    let isExponent = byte | 0x20 == 0x65
    return ScoreError(isExponent && wholeDigitCount > 0 ? .scientificNotation : .syntax)
  }
}
