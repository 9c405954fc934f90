internal import Files
public import Parallel

/// A file of records: what its dialect is, and its rows in batches.
///
/// The file is mapped, not read into memory, unless it must be turned into UTF-8. It must not be
/// shortened by another program while it is in use.
public struct TableFile: Sendable {
  /// The file as the caller named it; used in messages.
  public let name: String
  /// How the file is written down.
  public let dialect: Dialect
  /// Why it is taken to be so.
  public let evidence: DialectEvidence
  /// Length of the file in bytes.
  public let byteCount: Int

  let source: TranscodedText
  let encodingCheck: EncodingCheck
  let cuts: RecordCuts
  let scanner: Scanner

  /// Opens a file and finds out how it is written down.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - overrides: What is not to be detected.
  ///   - plan: How many threads may work; the result is the same for every number.
  /// - Throws: ``TabularError`` with `missing`, `readFailed`, `notText`, `unknownEncoding`,
  ///   `mixedEncodings`, `misreadEncoding` or `recordTooLong`. A few rows outside the encoding are
  ///   no error; see ``RowBatch/isEncodingValid(_:)``. An empty file is none either.
  /// - Complexity: O(bytes).
  public init(
    path: String, overrides: DialectOverrides = .none, plan: WorkPlan = .allCores
  ) throws(TabularError) {
    try self.init(
      path: path, overrides: overrides, plan: plan, largeFrom: ByteWindow.releasableByteCount)
  }

  /// For tests: files of any size are large, so that their text is not kept in memory.
  package init(
    path: String, overrides: DialectOverrides, plan: WorkPlan, largeFrom byteCount: Int
  ) throws(TabularError) {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(at: path)
    } catch {
      throw TabularError(reading: error, file: path)
    }
    try self.init(
      ByteWindow(file, releasableFrom: byteCount), name: path, overrides: overrides, plan: plan)
  }

  /// Takes bytes that are in memory already, as from standard input.
  ///
  /// - Parameters:
  ///   - bytes: The content of a file.
  ///   - name: What to call it in messages, as in `-`.
  ///   - overrides: What is not to be detected.
  ///   - plan: How many threads may work; the result is the same for every number.
  /// - Throws: As ``init(path:overrides:plan:)``.
  public init(
    bytes: [UInt8], name: String, overrides: DialectOverrides = .none, plan: WorkPlan = .allCores
  ) throws(TabularError) {
    try self.init(ByteWindow(bytes), name: name, overrides: overrides, plan: plan)
  }

  /// Which scanner reads the bytes; both give the same rows.
  package enum Scanner: Sendable {
    /// Blocks of 64 bytes, where the C target is built in.
    case blocks
    /// One byte after the other: the reference.
    case plain
  }

  /// For tests: blocks of any length, either scanner.
  package init(
    bytes: [UInt8], name: String, overrides: DialectOverrides = .none, blockLength: Int,
    scanner: Scanner = .blocks
  ) throws(TabularError) {
    try self.init(
      ByteWindow(bytes), name: name, overrides: overrides, plan: .sequential,
      blockLength: blockLength, scanner: scanner)
  }

  private init(
    _ original: ByteWindow, name: String, overrides: DialectOverrides, plan: WorkPlan,
    blockLength: Int = RecordCuts.defaultBlockLength, scanner: Scanner = .blocks
  ) throws(TabularError) {
    plan.begin(.reading, of: original.count)
    let wide = try EncodingDetection.wide(original, name: name, override: overrides.encoding)
    let content = wide == nil ? original.withoutEndMark : original
    var source = wide.map {
      TranscodedText(content, encoding: $0.encoding, from: $0.start, plan: plan)
    }
    var layout = Layout(
      source?.text ?? content,
      from: wide == nil ? EncodingDetection.markLength(content) : 0, overrides)
    var survey = Self.survey(
      source?.text ?? content, layout, scanner, blockLength: blockLength,
      checksUTF8: wide == nil, plan: plan)
    let encoding: EncodingDetection
    if let wide {
      encoding = wide
    } else {
      encoding = try EncodingDetection(
        content, name: name, overrides: overrides, survey: survey,
        blockLength: blockLength, plan: plan)
    }
    if source == nil && encoding.encoding != .utf8 {
      let text = TranscodedText(
        content, encoding: encoding.encoding, from: encoding.start, plan: plan)
      layout = Layout(text.text, from: 0, overrides)
      survey = Self.survey(
        text.text, layout, scanner, blockLength: blockLength, checksUTF8: false, plan: plan)
      source = text
    }
    let text = source ?? TranscodedText(utf8: content)
    cuts = Self.cuts(text.text, layout, survey, blockLength: blockLength)
    try cuts.checkLengths(name: name)
    text.text.releasePages(0..<text.text.count)
    self.name = name
    self.source = text
    self.scanner = scanner
    byteCount = original.count
    encodingCheck =
      encoding.encoding == .utf8 ? encoding.check : EncodingCheck(hasInvalidRows: true)
    evidence = DialectEvidence(encoding: encoding.reason, delimiter: layout.reason)
    dialect = Dialect(
      encoding: encoding.encoding, hasByteOrderMark: encoding.hasByteOrderMark,
      delimiter: layout.delimiter, lineEnding: cuts.lineEnding,
      hasSeparatorLine: layout.hasSeparatorLine, usesQuotes: cuts.usesQuotes)
  }

  /// Where the records begin and what cuts them.
  private struct Layout {
    let start: Int
    let delimiter: Delimiter
    let reason: Message
    let hasSeparatorLine: Bool

    init(_ text: ByteWindow, from textStart: Int, _ overrides: DialectOverrides) {
      let line = SeparatorLine(text, from: textStart)
      start = line?.end ?? textStart
      hasSeparatorLine = line != nil
      if let given = overrides.delimiter {
        (delimiter, reason) = (given, "given by the user")
      } else if let given = line?.delimiter {
        (delimiter, reason) = (given, "the first line is \"sep=\"")
      } else {
        let detection = DelimiterDetection(text, from: start)
        (delimiter, reason) = (detection.delimiter, detection.reason)
      }
    }
  }

  private static func survey(
    _ text: ByteWindow, _ layout: Layout, _ scanner: Scanner, blockLength: Int,
    checksUTF8: Bool, plan: WorkPlan
  ) -> TextSurvey? {
    #if canImport(CTabularScan)
      guard scanner == .blocks else { return nil }
      return TextSurvey(
        text, from: layout.start, delimiter: layout.delimiter, blockLength: blockLength,
        checksUTF8: checksUTF8, plan: plan)
    #else
      return nil
    #endif
  }

  private static func cuts(
    _ text: ByteWindow, _ layout: Layout, _ survey: TextSurvey?, blockLength: Int
  ) -> RecordCuts {
    #if canImport(CTabularScan)
      if let survey { return RecordCuts(survey, of: text, delimiter: layout.delimiter) }
    #endif
    return RecordCuts(
      plain: text, from: layout.start, delimiter: layout.delimiter, blockLength: blockLength)
  }

  /// How many records the file has, headings, titles and empty lines included.
  public var recordCount: Int { cuts.recordCount }

  /// Where batches may begin, for tests.
  package var cutOffsets: [Int] { cuts.offsets }

  /// The instructions that the block scanner uses here: `AVX-512`, `AVX2`, `portable`, or `plain`
  /// where the C target is not built in.
  @_spi(Measuring) public static var instructionLevel: String {
    #if canImport(CTabularScan)
      BlockScanner.level
    #else
      "plain"
    #endif
  }

  /// Never uses more than a level from now on: 0 portable, 1 AVX2, 2 AVX-512; for tests and
  /// measurements.
  @_spi(Measuring) public static func limitInstructions(to level: Int) {
    #if canImport(CTabularScan)
      BlockScanner.limit(to: level)
    #endif
  }
}
