/// Which delimiter cuts the first records of a file into rows of equal length.
struct DelimiterDetection {
  let delimiter: Delimiter
  let reason: Message

  /// Records looked at, and bytes of text they are looked for in.
  private static let recordLimit = 1_000
  private static let byteLimit = 1 << 18
  /// Records among which headings are looked for.
  private static let earlyLimit = 60

  private struct Candidate {
    let delimiter: Delimiter
    /// The most frequent number of fields, and the share of records that have it.
    var fields = 1
    var share = 0.0
    /// Whether some of the first records of that length look like headings, words in every field,
    /// and most of them do not: a text that is cut by chance has words everywhere.
    var hasHeading = false
    /// Share of its characters that stand between two digits, as a decimal comma does.
    var betweenDigits = 0.0

    var score: Double {
      guard fields > 1 else { return 0 }
      return share + (hasHeading ? 0.5 : 0) - betweenDigits * 0.4
    }
  }

  init(_ bytes: ByteWindow, from start: Int) {
    let candidates = [Delimiter.tab, .semicolon, .pipe, .comma].map {
      Self.measure(bytes, from: start, $0)
    }
    var best = candidates[3]
    for candidate in candidates
    where candidate.score > best.score + 0.001
      || (candidate.score > best.score - 0.001 && candidate.fields > best.fields)
    {
      best = candidate
    }
    delimiter = best.delimiter
    guard best.score > 0 else {
      reason = "no delimiter cuts the rows into equal numbers of fields; they have one column"
      return
    }
    reason =
      "\(Int(best.share * 100)) % of the first rows have \(best.fields) fields when cut at "
      + "\(Message(best.delimiter.word))"
  }

  private static func measure(
    _ bytes: ByteWindow, from start: Int, _ delimiter: Delimiter
  ) -> Candidate {
    let end = min(bytes.count, start + byteLimit)
    let part = bytes.slice(0..<end)
    let scanner = PlainScanner(part, delimiter: delimiter)
    var lengths: [Int] = []
    var early: [(fields: Int, areWords: Bool)] = []
    var index = start
    var between = 0
    var total = 0
    while index < end && lengths.count < recordLimit {
      let first = index
      var fields = 0
      var fieldStart = index
      var isHeading = true
      let record = scanner.record(at: index) { fieldEnd in
        fields += 1
        if early.count < earlyLimit && !isWord(part, fieldStart..<fieldEnd) { isHeading = false }
        if fieldEnd < part.count && part[unchecked: fieldEnd] == delimiter.rawValue {
          total += 1
          if fieldEnd > start, isDigit(part[unchecked: fieldEnd - 1]), fieldEnd + 1 < part.count,
            isDigit(part[unchecked: fieldEnd + 1])
          {
            between += 1
          }
        }
        fieldStart = fieldEnd + 1
      }
      index = record.next
      // What the limit cut off is no record.
      if index >= end && end < bytes.count && !lengths.isEmpty { break }
      let isBlank = fields == 1 && fieldStart - 1 == first
      if isBlank { continue }
      lengths.append(fields)
      if early.count < earlyLimit { early.append((fields, isHeading)) }
    }
    var candidate = Candidate(delimiter: delimiter)
    guard !lengths.isEmpty else { return candidate }
    var counts: [Int: Int] = [:]
    for length in lengths { counts[length, default: 0] += 1 }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    candidate.fields = usual?.key ?? 1
    candidate.share = Double(usual?.value ?? 0) / Double(lengths.count)
    let similar = early.filter { $0.fields == candidate.fields }
    let wordRecords = similar.count { $0.areWords }
    candidate.hasHeading =
      wordRecords > 0 && (similar.count == 1 || wordRecords * 2 <= similar.count)
    candidate.betweenDigits = total == 0 ? 0 : Double(between) / Double(total)
    return candidate
  }

  /// Whether a field may be a heading: not empty, and no number.
  private static func isWord(_ bytes: ByteWindow, _ range: Range<Int>) -> Bool {
    var hasLetter = false
    for index in range {
      let byte = bytes[unchecked: index]
      if byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) { hasLetter = true }
    }
    return hasLetter
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
