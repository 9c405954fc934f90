/// One school's way of writing a result file.
struct SampleResultLayout: Sendable {
  enum Column: Sendable {
    /// The running number on the list of a session.
    case listNumber
    case candidateNumber, name, familyAndMiddle, givenName, birthDate, sex, nationalID, sitting
    /// The session within a sitting, and the site where it was held.
    case session, site
    /// Remarks of the office, of no use to anybody else.
    case note
    case mathematics, reading, science, total, status
  }

  var dialect: SampleDialect
  var columns: [(column: Column, heading: String)]
  /// The words for man and woman.
  var sexes: (String, String)
  /// The words for absent, withheld and void.
  var statusWords: [String]
  /// A status word that nobody agreed on.
  var strangeStatus: String
  /// Whether the total of a result that is missing holds the status word too.
  var writesStatusAsTotal = false

  /// The seven layouts, in the order of the schools.
  static let all = [bka, qsb, ddk, gha, mda, tla, xda]

  private static let vietnameseStatus = ["Vắng", "Hoãn", "Hủy"]

  private static let bka = SampleResultLayout(
    dialect: SampleDialect(encoding: .utf8WithMark, endsLinesWithCRLF: true),
    columns: [
      (.candidateNumber, "Số báo danh"), (.name, "Họ và tên"), (.birthDate, "Ngày sinh"),
      (.sex, "Giới tính"), (.nationalID, "Số CCCD"), (.sitting, "Đợt thi"),
      (.mathematics, "Tư duy Toán học"), (.reading, "Tư duy Đọc hiểu"),
      (.science, "Tư duy Khoa học"), (.total, "Tổng điểm"), (.status, "Trạng thái"),
    ],
    sexes: ("Nam", "Nữ"), statusWords: vietnameseStatus, strangeStatus: "Bổ sung")

  private static let qsb = SampleResultLayout(
    dialect: SampleDialect(keepsTrailingZeros: false, dateForm: .iso),
    columns: [
      (.candidateNumber, "candidate_number"), (.nationalID, "national_id"), (.name, "name"),
      (.birthDate, "birth_date"), (.sex, "sex"), (.sitting, "sitting"),
      (.mathematics, "mathematics"), (.reading, "reading"), (.science, "science"),
      (.total, "total"), (.status, "status"),
    ],
    sexes: ("M", "F"), statusWords: ["absent", "withheld", "void"], strangeStatus: "supplementary")

  private static let ddk = SampleResultLayout(
    dialect: SampleDialect(
      encoding: .utf8WithMark, delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","),
      keepsTrailingZeros: false),
    columns: [
      (.sitting, "Đợt thi"), (.candidateNumber, "SBD"), (.nationalID, "CCCD"),
      (.name, "Họ và tên"), (.sex, "Giới tính"), (.birthDate, "Ngày sinh"),
      (.mathematics, "Tư duy Toán học"), (.reading, "Tư duy Đọc hiểu"),
      (.science, "Giải quyết vấn đề"), (.total, "Tổng điểm"), (.status, "Tình trạng"),
    ],
    sexes: ("nam", "nữ"), statusWords: ["vắng", "hoãn", "hủy"], strangeStatus: "bổ sung")

  private static let gha = SampleResultLayout(
    dialect: SampleDialect(
      encoding: .utf16LittleEndian, delimiter: UInt8(ascii: "\t"), endsLinesWithCRLF: true,
      dateForm: .digits),
    columns: [
      (.listNumber, "STT"), (.candidateNumber, "Số báo danh"), (.name, "Họ và tên"),
      (.nationalID, "Số CCCD"), (.birthDate, "Ngày sinh"), (.sex, "Giới tính"),
      (.session, "Kíp thi"), (.sitting, "Đợt thi"), (.mathematics, "Tư duy Toán học"),
      (.science, "Tư duy Khoa học"), (.reading, "Tư duy Đọc hiểu"), (.total, "Tổng điểm"),
      (.status, "Trạng thái"),
    ],
    sexes: ("Nam", "Nữ"), statusWords: vietnameseStatus, strangeStatus: "Bổ sung")

  private static let mda = SampleResultLayout(
    dialect: SampleDialect(quotesEverything: true, endsLinesWithCRLF: true, dateForm: .iso),
    columns: [
      (.candidateNumber, "SO BAO DANH"), (.name, "HO VA TEN"), (.birthDate, "NGAY SINH"),
      (.sex, "GIOI TINH"), (.nationalID, "SO CCCD"), (.mathematics, "TU DUY TOAN HOC"),
      (.reading, "TU DUY DOC HIEU"), (.science, "TU DUY KHOA HOC"), (.total, "TONG DIEM"),
      (.sitting, "DOT THI"), (.status, "TINH TRANG"),
    ],
    sexes: ("NAM", "NU"), statusWords: ["VANG", "HOAN", "HUY"], strangeStatus: "BO SUNG",
    writesStatusAsTotal: true)

  private static let tla = SampleResultLayout(
    dialect: SampleDialect(
      delimiter: UInt8(ascii: ";"), endsLinesWithCRLF: true, decimalMark: UInt8(ascii: ","),
      dateForm: .shortSlashes, hasSeparatorLine: true),
    columns: [
      (.candidateNumber, "SBD"), (.familyAndMiddle, "Họ đệm"), (.givenName, "Tên"),
      (.birthDate, "Ngày sinh"), (.sex, "Giới tính"), (.nationalID, "ĐDCN"),
      (.sitting, "Đợt thi"), (.mathematics, "Tư duy Toán học"), (.reading, "Tư duy Đọc hiểu"),
      (.science, "Tư duy Khoa học"), (.total, "Tổng điểm"), (.status, "Tình trạng dự thi"),
    ],
    sexes: ("Nam", "Nữ"), statusWords: vietnameseStatus, strangeStatus: "Bổ sung")

  private static let xda = SampleResultLayout(
    dialect: SampleDialect(delimiter: UInt8(ascii: "|"), isDecomposed: true),
    columns: [
      (.listNumber, "STT"), (.candidateNumber, "Số báo danh"), (.name, "Họ và tên"),
      (.birthDate, "Ngày sinh"), (.sex, "Giới tính"), (.nationalID, "Số CCCD"),
      (.sitting, "Đợt thi"), (.session, "Kíp thi"), (.site, "Điểm thi"),
      (.mathematics, "Tư duy Toán học"), (.reading, "Tư duy Đọc hiểu"),
      (.science, "Tư duy Khoa học"), (.total, "Tổng điểm"), (.status, "Trạng thái"),
      (.note, "Ghi chú"),
    ],
    sexes: ("Nam", "Nữ"), statusWords: vietnameseStatus, strangeStatus: "Bổ sung")
}
