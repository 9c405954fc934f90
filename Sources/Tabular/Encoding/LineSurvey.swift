/// The lines of a file that hold more than ASCII, sorted by whether they are UTF-8.
struct LineSurvey {
  struct Place {
    let line: Int
    let offset: Int
  }

  private(set) var validCount = 0
  private(set) var invalidCount = 0
  private(set) var misreadCount = 0
  private(set) var firstValid: Place?
  private(set) var firstInvalid: Place?
  private(set) var firstMisread: Place?
  private(set) var lostCount = 0
  private(set) var firstLost: Place?
  private(set) var signCount = 0
  private(set) var firstSign: Place?
  /// Some of the lines that are not UTF-8.
  private(set) var invalidSample: [(line: Int, range: Range<Int>)] = []

  private static let sampleCount = 2_000
  /// How many bytes are read before they are given back to the system.
  private static let releasedLength = 1 << 20

  /// Nothing that single rows must be looked at for.
  init() {}

  init(_ bytes: ByteWindow) {
    var start = 0
    var line = 1
    var kept = 0
    while start < bytes.count {
      if start - kept >= Self.releasedLength {
        bytes.releasePages(kept..<start)
        kept = start
      }
      var end = start
      var isASCII = true
      while end < bytes.count, bytes[unchecked: end] != PlainScanner.lineFeed,
        bytes[unchecked: end] != PlainScanner.carriageReturn
      {
        if bytes[unchecked: end] >= 0x80 { isASCII = false }
        end += 1
      }
      if !isASCII { take(bytes, start..<end, line) }
      start = end + 1
      let isPair =
        start < bytes.count && bytes[unchecked: end] == PlainScanner.carriageReturn
        && bytes[unchecked: start] == PlainScanner.lineFeed
      if isPair { start += 1 }
      line += 1
    }
  }

  private mutating func take(_ bytes: ByteWindow, _ range: Range<Int>, _ line: Int) {
    if let invalid = UTF8Check.firstInvalid(bytes, in: range) {
      invalidCount += 1
      if firstInvalid == nil { firstInvalid = Place(line: line, offset: invalid) }
      if invalidSample.count < Self.sampleCount { invalidSample.append((line, range)) }
      return
    }
    validCount += 1
    if firstValid == nil { firstValid = Place(line: line, offset: range.lowerBound) }
    if Misreading.isMisread(bytes, in: range) {
      misreadCount += 1
      if firstMisread == nil { firstMisread = Place(line: line, offset: range.lowerBound) }
    } else if Misreading.hasReplacement(bytes, in: range) {
      lostCount += 1
      if firstLost == nil { firstLost = Place(line: line, offset: range.lowerBound) }
    } else if Misreading.hasSignInWord(bytes, in: range) {
      signCount += 1
      if firstSign == nil { firstSign = Place(line: line, offset: range.lowerBound) }
    }
  }

  /// What single rows must be looked at for, if the file is read as UTF-8.
  ///
  /// - Throws: ``TabularError`` with `misreadEncoding` if more than a few lines were misread.
  func check(name: String) throws(TabularError) -> EncodingCheck {
    if let firstMisread, misreadCount * 20 > validCount, misreadCount > 1 || validCount == 1 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstMisread.offset, line: firstMisread.line,
        detail: "UTF-8 was read as Latin-1 and saved again, \(misreadCount) lines")
    }
    if let firstLost, lostCount * 20 > validCount, lostCount > 1 || validCount == 1 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstLost.offset, line: firstLost.line,
        detail: "another encoding was read as UTF-8 and saved again, letters are lost in "
          + "\(lostCount) lines")
    }
    // TCVN3 has such a sign in nearly every name; a stray one in good text is no proof.
    if let firstSign, signCount * 4 > validCount, signCount > 2 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstSign.offset, line: firstSign.line,
        detail: "TCVN3 or VNI was read as Latin-1 and saved as UTF-8, \(signCount) lines")
    }
    return EncodingCheck(
      hasInvalidRows: invalidCount > 0, hasMisreadRows: misreadCount > 0 || lostCount > 0)
  }
}
