/// A result file of a sample, read by what its layout is said to be.
struct PlainResults {
  /// What the seven layouts are, told apart from the code that writes them.
  struct Layout {
    var path: String
    var delimiter: Character = ","
    var decimalComma = false
    /// The order of day, month, year and what stands between.
    var date: (order: String, separator: Character?) = ("dmy", "/")
  }

  static let layouts = [
    Layout(path: "results/bka.csv"),
    Layout(path: "results/ddk.csv", delimiter: ";", decimalComma: true),
    Layout(path: "results/gha.csv", delimiter: "\t", date: ("dmy", nil)),
    Layout(path: "results/mda.csv", date: ("ymd", "-")),
    Layout(path: "results/qsb.csv", date: ("ymd", "-")),
    Layout(path: "results/tla.csv", delimiter: ";", decimalComma: true),
    Layout(path: "results/xda.csv", delimiter: "|"),
  ]

  let layout: Layout
  let table: PlainTable

  private static let headings: [String: [String]] = [
    "candidate_number": ["Số báo danh", "SBD", "SO BAO DANH"],
    "name": ["Họ và tên", "HO VA TEN"], "family": ["Họ đệm"], "given": ["Tên"],
    "national_id": ["Số CCCD", "CCCD", "ĐDCN", "SO CCCD"],
    "birth_date": ["Ngày sinh", "NGAY SINH"], "sex": ["Giới tính", "GIOI TINH"],
    "sitting": ["Đợt thi", "DOT THI"], "mathematics": ["Tư duy Toán học", "TU DUY TOAN HOC"],
    "reading": ["Tư duy Đọc hiểu", "TU DUY DOC HIEU"],
    "science": ["Tư duy Khoa học", "Giải quyết vấn đề", "TU DUY KHOA HOC"],
    "total": ["Tổng điểm", "TONG DIEM"],
    "status": ["Trạng thái", "Tình trạng", "Tình trạng dự thi", "TINH TRANG"],
  ]

  private let places: [String: Int]

  init(_ layout: Layout, _ bytes: [UInt8]) {
    self.layout = layout
    let table = PlainTable(bytes, delimiter: layout.delimiter)
    self.table = table
    var places: [String: Int] = [:]
    for (name, headings) in Self.headings {
      places[name] = ([name] + headings).compactMap { table.column($0) }.first
    }
    self.places = places
  }

  /// The place of a column by any of its headings.
  func place(_ name: String) -> Int? {
    places[name]
  }

  func text(_ name: String, _ row: [String]) -> String {
    place(name).map { $0 < row.count ? row[$0] : "" } ?? ""
  }

  /// The name, in one column or two.
  func name(_ row: [String]) -> String {
    place("name") != nil
      ? text("name", row) : "\(text("family", row)) \(text("given", row))"
  }

  /// Thousandths of a point; `nil` where the text is no number of the layout.
  func thousandths(_ name: String, _ row: [String]) -> Int? {
    let parts = text(name, row).split(
      separator: layout.decimalComma ? "," : ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    let digits = parts.count == 2 ? String(parts[1]) : ""
    guard digits.count <= 3, parts.count == 1 || Int(digits) != nil else { return nil }
    return whole * 1000 + (Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0)
  }

  /// Year, month and day, or `nil` where they make no day.
  func birth(_ row: [String]) -> (year: Int, month: Int, day: Int)? {
    let text = text("birth_date", row)
    var parts: [Int]
    if let separator = layout.date.separator {
      parts = text.split(separator: separator).compactMap { Int($0) }
    } else {
      guard text.count == 8, let number = Int(text) else { return nil }
      parts = [number / 1_000_000, number / 10_000 % 100, number % 10_000]
    }
    guard parts.count == 3 else { return nil }
    if layout.date.order == "dmy" { parts.reverse() }
    let leap = parts[0] % 4 == 0
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(parts[1]), (1...lengths[parts[1] - 1]).contains(parts[2]) else {
      return nil
    }
    return (parts[0], parts[1], parts[2])
  }
}
