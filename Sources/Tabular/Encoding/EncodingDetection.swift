internal import Parallel

/// What the bytes of a whole file say about its encoding.
struct EncodingDetection {
  var encoding: TextEncoding
  var hasByteOrderMark = false
  /// Where the text begins.
  var start = 0
  var reason: Message
  var check = EncodingCheck()

  /// Looks at the first bytes only; nil if every character below 128 is one byte, so that the whole
  /// file must tell the rest. Throws `notText`.
  static func wide(
    _ bytes: ByteWindow, name: String, override: TextEncoding?
  ) throws(TabularError) -> EncodingDetection? {
    if let kind = foreignKind(bytes) {
      throw TabularError(.notText, file: name, byte: 0, detail: Message(kind))
    }
    if let mark = byteOrderMark(bytes), mark.encoding != .utf8,
      override == nil || override == mark.encoding
    {
      return EncodingDetection(mark)
    }
    if let override {
      let isWide = override == .utf16LittleEndian || override == .utf16BigEndian
      return isWide ? EncodingDetection(encoding: override, reason: "given by the user") : nil
    }
    return wideEncoding(bytes).map {
      EncodingDetection(encoding: $0, reason: "every second byte is zero")
    }
  }

  /// How many bytes a byte order mark of UTF-8 takes, 0 without one.
  static func markLength(_ bytes: ByteWindow) -> Int {
    byteOrderMark(bytes).map { $0.encoding == .utf8 ? $0.length : 0 } ?? 0
  }

  /// Looks at a whole file, after ``wide(_:name:override:)`` found nothing.
  ///
  /// - Throws: ``TabularError`` with `unknownEncoding`, `mixedEncodings` or `misreadEncoding`.
  init(
    _ bytes: ByteWindow, name: String, overrides: DialectOverrides, survey: TextSurvey?,
    blockLength: Int, plan: WorkPlan
  ) throws(TabularError) {
    let override = overrides.encoding
    if let override, override != .utf8 {
      self.init(encoding: override, reason: "given by the user")
      return
    }
    let isClean = survey.map { $0.blocks.allSatisfy { $0.isUTF8 && !$0.isSuspicious } } ?? false
    var lines = isClean ? LineSurvey() : LineSurvey(bytes, blockLength: blockLength, plan: plan)
    lines.expectsDamage = overrides.expectsDamage
    if let mark = Self.byteOrderMark(bytes), mark.encoding == .utf8 {
      self.init(mark)
    } else if override == .utf8 {
      self.init(encoding: .utf8, reason: "given by the user")
    } else if isClean {
      let hasNonASCII = survey?.blocks.contains { $0.hasNonASCII } ?? true
      self.init(encoding: .utf8, reason: Self.utf8Reason(hasNonASCII: hasNonASCII))
    } else {
      self = try Self.choose(lines, bytes, name)
      return
    }
    check = try lines.check(name: name)
  }

  private init(_ mark: (encoding: TextEncoding, length: Int)) {
    self.init(
      encoding: mark.encoding, hasByteOrderMark: true, start: mark.length,
      reason: "the file begins with the byte order mark of \(mark.encoding.word)")
  }

  private static func utf8Reason(hasNonASCII: Bool) -> Message {
    hasNonASCII ? "every byte of the file fits UTF-8" : "every byte is ASCII"
  }

  private init(
    encoding: TextEncoding, hasByteOrderMark: Bool = false, start: Int = 0, reason: Message
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.start = start
    self.reason = reason
  }

  private static func choose(
    _ lines: LineSurvey, _ bytes: ByteWindow, _ name: String
  ) throws(TabularError) -> EncodingDetection {
    guard let firstInvalid = lines.firstInvalid else {
      var detection = EncodingDetection(
        encoding: .utf8, reason: utf8Reason(hasNonASCII: lines.validCount > 0))
      detection.check = try lines.check(name: name)
      return detection
    }
    // One line in ten may be broken; accidents do not make valid UTF-8 of one in fifty.
    if lines.invalidCount * 10 <= lines.validCount {
      return try tolerant(lines, name)
    }
    if lines.validCount * 50 > lines.invalidCount {
      // In a short file a broken line is more than one in ten.
      if lines.invalidCount == 1 || isBroken(lines, bytes) { return try tolerant(lines, name) }
      let odd =
        lines.invalidCount <= lines.validCount ? firstInvalid : (lines.firstValid ?? firstInvalid)
      throw TabularError(
        .mixedEncodings, file: name, byte: odd.offset, line: odd.line,
        detail: "\(lines.validCount) lines with Vietnamese letters are UTF-8, "
          + "\(lines.invalidCount) are not")
    }
    let scores = LegacyScores(bytes, lines: lines.invalidSample)
    if let best = scores.best {
      return EncodingDetection(
        encoding: best.encoding,
        reason: "\(best.percent) % of the words with tone marks are Vietnamese when read as "
          + "\(best.encoding.word)")
    }
    if lines.invalidCount <= 2 { return try tolerant(lines, name) }
    throw TabularError(
      scores.isMixed ? .mixedEncodings : .unknownEncoding, file: name, byte: firstInvalid.offset,
      line: scores.isMixed ? scores.oddLine ?? firstInvalid.line : firstInvalid.line,
      detail: "the words with tone marks are no Vietnamese in any of "
        + "\(LegacyScores.candidates.map(\.word).joined(separator: ", "))")
  }

  /// Whether the lines that are not UTF-8 are the fewer ones, and Vietnamese in no other encoding.
  private static func isBroken(_ lines: LineSurvey, _ bytes: ByteWindow) -> Bool {
    guard lines.invalidCount <= lines.validCount else { return false }
    let scores = LegacyScores(bytes, lines: lines.invalidSample)
    return scores.best == nil && !scores.isMixed
  }

  private static func tolerant(
    _ lines: LineSurvey, _ name: String
  ) throws(TabularError) -> EncodingDetection {
    var detection = EncodingDetection(
      encoding: .utf8,
      reason: "all lines but \(lines.invalidCount) fit UTF-8; those are set aside")
    detection.check = try lines.check(name: name)
    return detection
  }

  /// Files that are often taken for tables.
  private static func foreignKind(_ bytes: ByteWindow) -> String? {
    func begins(_ signature: [UInt8]) -> Bool {
      bytes.count >= signature.count && bytes.array(0..<signature.count) == signature
    }
    if begins([0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or another zip archive" }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) { return "an old or password-protected Excel workbook" }
    if begins(Array("%PDF".utf8)) { return "a PDF document" }
    if begins(Array("{\\rtf".utf8)) { return "a rich text document" }
    if begins([0x1F, 0x8B]) { return "a gzip archive" }
    return isPage(bytes) ? "a web page, whatever its name ends in" : nil
  }

  /// Whether a file begins as a page in HTML, or as a workbook in XML, which programs name `.xls`.
  private static func isPage(_ bytes: ByteWindow) -> Bool {
    let start = bytes.array(0..<min(bytes.count, 64))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      decoding: start.dropFirst(start.starts(with: mark) ? mark.count : 0), as: UTF8.self)
    let beginning = text.drop { $0.isWhitespace }.lowercased()
    return ["<html", "<!doctype", "<table", "<?xml", "<meta"].contains {
      beginning.hasPrefix($0)
    }
  }

  private static func byteOrderMark(
    _ bytes: ByteWindow
  ) -> (encoding: TextEncoding, length: Int)? {
    let head = bytes.array(0..<min(3, bytes.count))
    if head == [0xEF, 0xBB, 0xBF] { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: delimiters, digits and line ends leave zeros on one side only.
  private static func wideEncoding(_ bytes: ByteWindow) -> TextEncoding? {
    let length = min(bytes.count, 8_192) & ~1
    var zeros = (even: 0, odd: 0)
    for index in stride(from: 0, to: length, by: 2) {
      if bytes[unchecked: index] == 0 { zeros.even += 1 }
      if bytes[unchecked: index + 1] == 0 { zeros.odd += 1 }
    }
    let enough = max(1, length / 10)
    if zeros.odd >= enough && zeros.even * 20 < zeros.odd { return .utf16LittleEndian }
    if zeros.even >= enough && zeros.odd * 20 < zeros.even { return .utf16BigEndian }
    return nil
  }
}
