public import Files

/// An Excel workbook (`.xlsx`, `.xlsm`): which sheets it has, and the rows of each.
///
/// Nothing is unpacked to the disk, no formula is computed and no link is followed. Files made to harm
/// are refused: see ``WorkbookError``.
public struct Workbook: Sendable {
  /// A sheet with rows; charts are none.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether the tab is shown.
    public let isVisible: Bool
    let part: String
  }

  /// The file as the caller named it; used in messages.
  public let name: String
  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]
  private let archive: ZipArchive
  private let parts: WorkbookParts

  /// The first bytes of every zip archive, and so of every workbook.
  public static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - file: The open file.
  ///   - name: What to call it in messages.
  /// - Throws: ``WorkbookError`` with `notWorkbook`, `damaged`, `encrypted`, `unsupported`,
  ///   `tooLarge` or `readFailed`.
  /// - Complexity: O(entries of the archive).
  public init(_ file: FileReader, name: String) throws(WorkbookError) {
    try self.init(.file(file), name: name)
  }

  /// Opens a workbook that is in memory, as from standard input.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What to call it in messages.
  /// - Throws: As ``init(_:name:)``.
  public init(bytes: [UInt8], name: String) throws(WorkbookError) {
    try self.init(.memory(bytes), name: name)
  }

  private init(_ source: ByteSource, name: String) throws(WorkbookError) {
    self.name = name
    archive = try ZipArchive(source, name: name)
    parts = try WorkbookParts(archive)
    sheets = parts.sheets
  }

  /// The sheet of a name, whatever the case of its letters; without a name the first that is shown.
  ///
  /// - Throws: ``WorkbookError`` with `noSheet`.
  public func sheet(named wanted: String?) throws(WorkbookError) -> Sheet {
    if let wanted {
      if let sheet = sheets.first(where: { $0.name == wanted })
        ?? sheets.first(where: { $0.name.lowercased() == wanted.lowercased() })
      {
        return sheet
      }
    } else if let first = sheets.first(where: \.isVisible) ?? sheets.first {
      return first
    }
    let names = sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let has: Message = names.isEmpty ? "it has none" : "it has \(names)"
    throw WorkbookError(.noSheet, file: name, detail: wanted.map { "\"\($0)\"; \(has)" } ?? has)
  }

  /// Whether a sheet holds rows below what may be its headings: at least two with something in them.
  ///
  /// - Returns: False also for a sheet that cannot be read, or has nothing near its beginning.
  /// - Complexity: O(1).
  public func hasRows(on sheet: Sheet) -> Bool {
    guard let stream = try? archive.open(sheet.part) else { return false }
    var reader = MarkupReader(stream, part: sheet.part, file: name)
    var filled = 0
    var isEmptyRow = true
    for _ in 0..<Self.tagsLookedAt {
      guard let token = try? reader.next(), token != .finished else { return false }
      guard token == .start else { continue }
      if reader.name == .row { isEmptyRow = true }
      if isEmptyRow, reader.name == .value || reader.name == .inlineString {
        isEmptyRow = false
        filled += 1
        if filled == 2 { return true }
      }
    }
    return false
  }

  /// Enough for the heading and first row of a sheet with thousands of columns.
  private static let tagsLookedAt = 100_000

  /// Which sign stands before the fraction of numbers in the text of a sheet.
  public enum DecimalSign: Sendable {
    /// The one that most texts of the sheet have that are numbers; a point where there are none.
    case asInTexts
    /// A point.
    case point
    /// A comma.
    case comma
  }

  /// Reads a sheet as the text of a table.
  ///
  /// Hidden rows and columns are rows and columns. A number stands there as the shortest decimal of
  /// the binary number that is stored, with the zeros that a format such as `000000` shows before it, a
  /// day as `2007-02-14`, a truth value as `TRUE`, a formula as the
  /// value that was stored with it, a merged cell in its upper left corner.
  ///
  /// - Parameters:
  ///   - sheet: One of ``sheets``.
  ///   - sign: The decimal sign to write.
  /// - Returns: The text, and the cells of which it does not tell everything.
  /// - Throws: ``WorkbookError`` with `damaged`, `unsupported`, `tooLarge` or `readFailed`.
  /// - Complexity: O(bytes of the sheet and of the shared texts); memory for the text, the shared
  ///   texts and the notes.
  public func text(
    of sheet: Sheet, decimalSign sign: DecimalSign = .asInTexts
  ) throws(WorkbookError) -> SheetText {
    let strings = try parts.sharedStrings(archive)
    let formats = try parts.formats(archive)
    var decimalSign: UInt8 = sign == .comma ? 0x2C : 0x2E
    while true {
      let stream = try archive.open(sheet.part)
      // A text cannot be much longer than what names it, unless it was made to be.
      let byteLimit = min(2 << 30, 64 << 20 + 16 * stream.byteCount)
      var reader = SheetReader(
        MarkupReader(stream, part: sheet.part, file: name),
        SheetReader.Context(
          strings: strings, formats: formats, countsFrom1904: parts.countsFrom1904,
          decimalSign: decimalSign),
        byteLimit: byteLimit)
      try reader.read()
      if sign == .asInTexts && decimalSign == 0x2E
        && reader.signCounts.commas > reader.signCounts.points
      {
        decimalSign = 0x2C
        continue
      }
      return reader.finished(sheet: sheet.name)
    }
  }
}
