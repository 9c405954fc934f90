internal import Parallel

/// The lines of a file that hold more than ASCII, sorted by whether they are UTF-8.
struct LineSurvey {
  struct Place {
    let line: Int
    let offset: Int
  }

  private(set) var validCount = 0
  private(set) var invalidCount = 0
  private(set) var misreadCount = 0
  /// Whether any number of lines may be misread.
  var expectsDamage = false
  private(set) var firstValid: Place?
  private(set) var firstInvalid: Place?
  private(set) var firstMisread: Place?
  private(set) var lostCount = 0
  private(set) var firstLost: Place?
  private(set) var signCount = 0
  private(set) var firstSign: Place?
  /// Some of the lines that are not UTF-8.
  private(set) var invalidSample: [(line: Int, range: Range<Int>)] = []

  /// Lines in all.
  private var lineCount = 0

  private static let sampleCount = 2_000
  /// Bytes of lines that are looked at one by one only where something in them is odd.
  private static let stripLength = 1 << 13

  /// Nothing that single rows must be looked at for.
  init() {}

  /// Looks at all lines, those of each block by one thread.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: ByteWindow, blockLength: Int, plan: WorkPlan) {
    let parts = plan.mapChunks(of: bytes.count, chunkLength: blockLength) { chunk in
      defer { bytes.releasePages(chunk) }
      return LineSurvey(bytes, linesBeginningIn: chunk)
    }
    for part in parts { add(part) }
  }

  private init(_ bytes: ByteWindow, linesBeginningIn chunk: Range<Int>) {
    // What begins behind the chunk is another one's, so that no line is run through for every chunk.
    var start = bytes.lineStart(from: chunk.lowerBound, to: chunk.upperBound)
    while start < chunk.upperBound {
      let end = bytes.lineStart(from: min(start + Self.stripLength, chunk.upperBound))
      let isClean = bytes.isCleanUTF8(start..<end)
      while start < end {
        var lineEnd = start
        var isASCII = true
        while lineEnd < end, bytes[unchecked: lineEnd] != PlainScanner.lineFeed,
          bytes[unchecked: lineEnd] != PlainScanner.carriageReturn
        {
          if bytes[unchecked: lineEnd] >= 0x80 { isASCII = false }
          lineEnd += 1
        }
        lineCount += 1
        if !isASCII {
          if isClean { addValid(start) } else { take(bytes, start..<lineEnd) }
        }
        start = bytes.lineStart(from: lineEnd + 1)
      }
    }
  }

  private mutating func addValid(_ offset: Int) {
    validCount += 1
    if firstValid == nil { firstValid = Place(line: lineCount, offset: offset) }
  }

  /// Adds the lines that follow.
  private mutating func add(_ next: LineSurvey) {
    func moved(_ place: Place?) -> Place? {
      place.map { Place(line: $0.line + lineCount, offset: $0.offset) }
    }
    firstValid = firstValid ?? moved(next.firstValid)
    firstInvalid = firstInvalid ?? moved(next.firstInvalid)
    firstMisread = firstMisread ?? moved(next.firstMisread)
    firstLost = firstLost ?? moved(next.firstLost)
    firstSign = firstSign ?? moved(next.firstSign)
    validCount += next.validCount
    invalidCount += next.invalidCount
    misreadCount += next.misreadCount
    lostCount += next.lostCount
    signCount += next.signCount
    invalidSample += next.invalidSample.prefix(Self.sampleCount - invalidSample.count).map {
      (line: $0.line + lineCount, range: $0.range)
    }
    lineCount += next.lineCount
  }

  private mutating func take(_ bytes: ByteWindow, _ range: Range<Int>) {
    let line = lineCount
    if let invalid = UTF8Check.firstInvalid(bytes, in: range) {
      invalidCount += 1
      if firstInvalid == nil { firstInvalid = Place(line: line, offset: invalid) }
      if invalidSample.count < Self.sampleCount { invalidSample.append((line, range)) }
      return
    }
    addValid(range.lowerBound)
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
    if !expectsDamage { try refuseDamage(name) }
    return EncodingCheck(
      hasInvalidRows: invalidCount > 0, hasMisreadRows: misreadCount > 0 || lostCount > 0)
  }

  private func refuseDamage(_ name: String) throws(TabularError) {
    if let firstMisread, misreadCount * 20 > validCount, misreadCount > 2 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstMisread.offset, line: firstMisread.line,
        detail: "UTF-8 was read as Latin-1 and saved again, \(misreadCount) lines")
    }
    if let firstLost, lostCount * 20 > validCount, lostCount > 2 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstLost.offset, line: firstLost.line,
        detail: "another encoding was read as UTF-8 and saved again, letters are lost in "
          + "\(lostCount) lines")
    }
    // TCVN3 has such a sign in nearly every name; a stray one in good text is no proof.
    if let firstSign, signCount * 4 > validCount, signCount > 2 {
      throw TabularError(
        .misreadEncoding, file: name, byte: firstSign.offset, line: firstSign.line,
        detail: "TCVN3, VNI or Windows-1258 was read as Latin-1 and saved as UTF-8, "
          + "\(signCount) lines")
    }
  }
}

extension ByteWindow {
  /// The first place from `index` on where a line begins; the limit, or the end, where none does before.
  fileprivate func lineStart(from index: Int, to limit: Int = .max) -> Int {
    guard index > 0 else { return 0 }
    let end = min(count, limit)
    var place = index
    while place < end {
      let previous = self[unchecked: place - 1]
      if previous == PlainScanner.lineFeed { return place }
      if previous == PlainScanner.carriageReturn, self[unchecked: place] != PlainScanner.lineFeed {
        return place
      }
      place += 1
    }
    return end
  }
}
