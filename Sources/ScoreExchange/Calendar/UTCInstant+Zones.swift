public import BatchSigning

extension UTCInstant {
  /// A moment in the form `2025-07-01T08:00:00+07:00` or `2025-07-01T01:00:00Z`; nil for another form.
  public init?(zoned text: String) {
    if let instant = UTCInstant(text) {
      self = instant
      return
    }
    let zone = Array(text.utf8.suffix(6))
    guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A else { return nil }
    func pair(at index: Int, below limit: Int64) -> Int64? {
      let digits = zone[index...index + 1]
      guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      let value = Int64(digits[index] - 0x30) * 10 + Int64(digits[index + 1] - 0x30)
      return value < limit ? value : nil
    }
    guard let hours = pair(at: 1, below: 24), let minutes = pair(at: 4, below: 60),
      let local = UTCInstant("\(text.dropLast(6))Z")
    else { return nil }
    let offset = (hours * 60 + minutes) * 60
    self = local.advanced(bySeconds: zone[0] == 0x2B ? -offset : offset)
  }
}
