extension Message {
  // What `import` says.

  /// File, rows read, accepted, rejected, with a warning.
  public static let fileCounts = Message(
    vi: "%1: đọc %2 dòng, nhận %3, loại %4, cảnh báo %5",
    en: "%1: %2 rows read, %3 accepted, %4 rejected, %5 with a warning")
  /// Number of further rejects.
  public static let moreRejects = Message(
    vi: "… và %1 dòng nữa; --rejects TỆP ghi tất cả",
    en: "… and %1 more; --rejects FILE writes them all")
  /// File, row, message, reason of a row that is used although something is odd.
  public static let warning = Message(
    vi: "cảnh báo: %1, dòng %2: %3 (%4)", en: "warning: %1, row %2: %3 (%4)")
  /// Number of further warnings.
  public static let moreWarnings = Message(
    vi: "… và %1 cảnh báo nữa; --json ghi tất cả",
    en: "… and %1 more warnings; --json writes them all")
  /// Amended and withdrawn results.
  public static let revisionCounts = Message(
    vi: "đính chính %1 kết quả, thu hồi %2 kết quả; bản có hiệu lực là bản cuối",
    en: "%1 results amended, %2 withdrawn; the last version counts")
  /// Assessment, sitting, candidate number, versions.
  public static let revision = Message(
    vi: "  %1 %2, SBD %3: %4", en: "  %1 %2, candidate %3: %4")
  /// Number of registered people without a result, the first of them.
  public static let unmatchedRegistrations = Message(
    vi: "%1 thí sinh đã đăng ký mà không có kết quả: %2",
    en: "%1 registered candidates have no result: %2")
  /// File, what is counted, expected, found.
  public static let controlTotal = Message(
    vi: "%1: tổng kiểm soát không khớp: %2 phải là %3, trong tệp là %4",
    en: "%1: control total wrong: %2 expected %3, found %4")
  /// Assessment, sitting, figure, found, published, source.
  public static let distributionAlarm = Message(
    vi: "cảnh báo: %1 %2: %3 là %4, số công bố là %5 (%6)",
    en: "warning: %1 %2: the %3 is %4, published was %5 (%6)")
  /// Further lines are not shown.
  public static let andMore = Message(vi: "… và %1 nữa", en: "… and %1 more")

  // What `inspect` says.

  /// File, kind, rows, heading row.
  public static let inspected = Message(
    vi: "%1: %2, %3 dòng dưới hàng tiêu đề (dòng %4)",
    en: "%1: %2, %3 rows under the headings in row %4")
  /// Encoding and why.
  public static let encoding = Message(vi: "  bảng mã      %1 (%2)", en: "  encoding   %1 (%2)")
  /// Delimiter and why.
  public static let delimiter = Message(vi: "  dấu phân cách %1 (%2)", en: "  delimiter  %1 (%2)")
  /// Line ends.
  public static let lineEnds = Message(vi: "  hết dòng     %1", en: "  line ends  %1")
  /// Decimal sign and order of dates.
  public static let numbersAndDates = Message(
    vi: "  số           dấu thập phân %1; ngày %2", en: "  numbers    decimal %1; dates %2")
  /// The word for a decimal point.
  public static let decimalPoint = Message(vi: "chấm", en: "point")
  /// The word for a decimal comma.
  public static let decimalComma = Message(vi: "phẩy", en: "comma")
  /// A column that is read and not used.
  public static let keptAside = Message(vi: "để riêng", en: "kept aside")
  /// How many cells are filled.
  public static let filledCells = Message(vi: "%1 ô có dữ liệu", en: "%1 filled")
  /// Least and greatest number.
  public static let range = Message(vi: "từ %1 đến %2", en: "%1 to %2")
  /// A masked sample.
  public static let firstCell = Message(vi: "đầu tiên: %1", en: "first: %1")
  /// What a heading might mean.
  public static let perhaps = Message(vi: " – có lẽ là %1?", en: " – perhaps %1?")
  /// Between two guesses.
  public static let or = Message(vi: " hoặc ", en: " or ")
  /// Missing fields.
  public static let missingFields = Message(vi: "  thiếu: %1", en: "  missing: %1")
  /// Before lines to paste.
  public static let paste = Message(
    vi: "  dán vào tệp trao đổi:", en: "  paste into the exchange file:")
  /// Number of rows that an import would reject.
  public static let wouldReject = Message(
    vi: "  %1 dòng sẽ bị loại, trước hết:", en: "  %1 rows would be rejected, the first:")
  /// File, row, column, message, reason.
  public static let reject = Message(
    vi: "%1, dòng %2%3: %4 (%5)", en: "%1, row %2%3: %4 (%5)")

  /// Why a row could not be used, in short; nil for a reason that has no words of its own.
  public static func reason(_ reason: RejectReason) -> Message? {
    ReportText.rowReasons[reason.rawValue].map { Message(vi: $0.vi, en: $0.en) }
  }

  /// What a table holds, by the word that messages in English use.
  public static func kind(_ kind: String) -> Message {
    switch kind {
    case "results": Message(vi: "kết quả thi", en: kind)
    case "list of candidates": Message(vi: "danh sách thí sinh", en: kind)
    case "applicants": Message(vi: "hồ sơ xét tuyển", en: kind)
    case "programmes": Message(vi: "ngành tuyển sinh", en: kind)
    case "wishes": Message(vi: "nguyện vọng", en: kind)
    case "bands": Message(vi: "bảng quy đổi", en: kind)
    case "decisions": Message(vi: "quyết định ghép hồ sơ", en: kind)
    default: Message(vi: kind, en: kind)
    }
  }

  /// What is counted in a control total or compared with published figures.
  public static func figure(_ word: String) -> Message {
    switch word {
    case "rows": Message(vi: "số dòng", en: word)
    case "sum": Message(vi: "tổng điểm", en: word)
    case "mean": Message(vi: "điểm trung bình", en: word)
    case "maximum": Message(vi: "điểm cao nhất", en: word)
    case "count": Message(vi: "số thí sinh", en: word)
    default: Message(vi: word, en: word)
    }
  }
}
