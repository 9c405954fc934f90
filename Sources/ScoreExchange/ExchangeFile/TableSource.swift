/// A file that the exchange file names, or that stands alone.
public struct NamedFile: Hashable, Sendable {
  /// The path as written, relative to the exchange file; what the file is called in counts, rejects
  /// and errors.
  public let text: String
  /// The path resolved against the folder of the exchange file; empty for a file in memory.
  public let path: String
  /// The line of the exchange file that names it; 0 for a file that stands alone.
  public let line: Int
  /// The content of a file in memory; nil for one on the disk.
  public let bytes: [UInt8]?

  /// A file by the text that names it.
  ///
  /// - Parameters:
  ///   - text: The path as written.
  ///   - path: The path to open.
  ///   - line: The line that names it, 1 for the first.
  public init(text: String, path: String, line: Int) {
    self.text = text
    self.path = path
    self.line = line
    bytes = nil
  }

  /// A file on the disk that no exchange file names.
  ///
  /// - Parameter path: The path to open; `-` is standard input.
  public init(at path: String) {
    self.init(text: path, path: path, line: 0)
  }

  /// A file in memory, such as an upload: text or a workbook.
  ///
  /// - Parameters:
  ///   - name: What it is called in counts, rejects and errors.
  ///   - bytes: Its content.
  public init(named name: String, bytes: [UInt8]) {
    text = name
    path = ""
    line = 0
    self.bytes = bytes
  }
}

/// What the exchange file says about the form of a table, where detection alone would fail.
public struct TableLayout: Hashable, Sendable {
  /// The heading in the file by the name of our column.
  public var columns: [String: String] = [:]
  /// The character encoding in the words given; nil to detect it.
  public var encoding: String?
  /// The field delimiter in the words given; nil to detect it.
  public var delimiter: String?
  /// The decimal sign in the words given; nil to detect it.
  public var decimal: String?
  /// The form of dates in the words given; nil to detect it.
  public var dateFormat: String?
  /// The sheet of a workbook; nil for the first that is shown.
  public var sheet: String?

  /// A layout that is detected in everything.
  public init() {}

  /// The same layout, except for what another one says.
  public func overridden(by other: TableLayout) -> TableLayout {
    var layout = self
    layout.columns.merge(other.columns) { _, new in new }
    layout.encoding = other.encoding ?? encoding
    layout.delimiter = other.delimiter ?? delimiter
    layout.decimal = other.decimal ?? decimal
    layout.dateFormat = other.dateFormat ?? dateFormat
    layout.sheet = other.sheet ?? sheet
    return layout
  }
}

/// A table that the exchange file names, with what it says about its form.
public struct TableSource: Hashable, Sendable {
  /// The file.
  public let file: NamedFile
  /// What is known about its form.
  public var layout: TableLayout

  /// A table in a file.
  public init(file: NamedFile, layout: TableLayout) {
    self.file = file
    self.layout = layout
  }
}

/// A file of results, or what changes them.
public struct ResultSource: Hashable, Sendable {
  /// What the rows of a file are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Results as issued.
    case results
    /// Results that replace those with the same sitting and candidate number.
    case amendment
    /// Results that count no more.
    case withdrawal
    /// People registered for a sitting, before there are scores.
    case registration
  }

  /// The file, or the folder of a signed batch, and its form.
  public let table: TableSource
  /// The school whose file it is; nil when a column says it row by row.
  public let school: School?
  /// The code of the assessment.
  public let assessment: String
  /// What the rows are.
  public let kind: Kind
  /// The files of which this one holds rejected rows in their corrected form; none for any other file.
  var corrects: [NamedFile] = []

  /// A file of results.
  public init(table: TableSource, school: School?, assessment: String, kind: Kind) {
    self.table = table
    self.school = school
    self.assessment = assessment
    self.kind = kind
  }
}

/// A file of applicants.
public struct ApplicantSource: Hashable, Sendable {
  /// The file and its form.
  public let table: TableSource
  /// The school they apply to; nil when recognition follows the schools of their wishes.
  public let school: School?

  /// A file of applicants.
  public init(table: TableSource, school: School?) {
    self.table = table
    self.school = school
  }
}
