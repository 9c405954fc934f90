extension ReportText {
  /// What the kinds of input files hold.
  static let fileKinds: [String: ReportText] = [
    "results": ReportText("kết quả thi", "results"),
    "amendment": ReportText("đính chính", "amendment"),
    "withdrawal": ReportText("thu hồi", "withdrawal"),
    "registration": ReportText("đăng ký dự thi", "registration"),
    "applicants": ReportText("hồ sơ xét tuyển", "applicants"),
    "programmes": ReportText("ngành tuyển sinh", "programmes"),
    "wishes": ReportText("nguyện vọng", "wishes"),
    "decisions": ReportText("quyết định ghép hồ sơ", "decisions"),
    "bands": ReportText("bảng quy đổi", "bands"),
    "outcomes": ReportText("kết quả công nhận và xét tuyển", "outcomes"),
  ]

  /// Whether a line turned anybody away.
  static let bindings: [String: ReportText] = [
    "yes": ReportText("có", "yes"),
    "no": ReportText("không", "no"),
    "closed": ReportText("không nhận ai", "closed"),
  ]
}
