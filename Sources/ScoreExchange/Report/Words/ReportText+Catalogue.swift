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

  /// Why a row could not be used, or is odd.
  static let rowReasons: [String: ReportText] = [
    "columns": ReportText("sai số cột", "wrong number of fields"),
    "encoding": ReportText("byte ngoài bảng mã", "bytes that the encoding does not have"),
    "missing": ReportText("thiếu giá trị bắt buộc", "a needed cell is empty"),
    "number": ReportText("không phải là số", "not a number"),
    "lattice": ReportText("không phải bội của bước điểm", "not a multiple of the scale's step"),
    "range": ReportText("ngoài khoảng cho phép", "outside the allowed range"),
    "cell_error": ReportText("ô báo lỗi hoặc công thức chưa tính", "cell without a value"),
    "part_range": ReportText("điểm phần thi ngoài thang", "part outside its range"),
    "sum": ReportText("tổng không khớp các phần", "parts do not add up to the total"),
    "date": ReportText("ngày không hợp lệ", "not a valid date"),
    "sitting": ReportText("không có đợt thi này", "no such sitting"),
    "national_id": ReportText("số định danh không hợp lệ", "not a national identifier"),
    "identity": ReportText(
      "số định danh trái năm sinh hoặc giới tính", "number contradicts birth year or sex"),
    "repaired": ReportText("đã bù số 0 ở đầu số định danh", "lost leading zeros were put back"),
    "duplicate": ReportText("trùng khóa, khác nội dung", "same key, different content"),
    "repeated": ReportText("dòng lặp lại", "the same row again"),
    "text": ReportText("ký tự không cho phép", "characters that are not allowed"),
    "status": ReportText("tình trạng dự thi không rõ", "unknown or contradicting status"),
    "unknown": ReportText("không có trong danh mục", "refers to something unknown"),
    "value": ReportText("từ không hợp lệ", "a word that is not allowed"),
    "rank": ReportText("thứ tự nguyện vọng không hợp lệ", "rank invalid or used twice"),
  ]

  /// Why a result is not recognised.
  static let refusals: [String: ReportText] = [
    "no_result": ReportText("không có kết quả được ghép", "no linked result"),
    "status": ReportText("vắng, hoãn hoặc hủy", "absent, withheld or void"),
    "sitting": ReportText("không nhận đợt thi này", "sitting not accepted"),
    "not_yet": ReportText("thi sau ngày xét", "sat after the day of judgement"),
    "expired": ReportText("hết hạn", "expired"),
    "scale": ReportText("điểm ngoài thang", "total off its scale"),
    "minimum_total": ReportText("tổng dưới mức tối thiểu", "total under the minimum"),
    "minimum_part": ReportText("phần thi dưới mức tối thiểu", "part under the minimum"),
    "outside_table": ReportText("ngoài bảng quy đổi", "outside the conversion table"),
    "component_missing": ReportText("thiếu điểm thành phần", "component missing"),
    "component_range": ReportText("điểm thành phần ngoài thang", "component outside its range"),
    "overflow": ReportText("số quá lớn", "numbers too large"),
  ]

  /// What a rule of linkage saw to agree.
  static let linkRules: [String: ReportText] = [
    "decision": ReportText("người đã quyết định", "decided by a person"),
    "id+name+birth": ReportText(
      "số định danh, họ tên, ngày sinh", "identifier, name and birth date"),
    "former-id+name+birth": ReportText(
      "số định danh cũ, họ tên, ngày sinh", "former identifier, name and birth date"),
    "id+name": ReportText("số định danh và họ tên", "identifier and name"),
    "id+birth": ReportText("số định danh và ngày sinh", "identifier and birth date"),
    "id": ReportText("chỉ số định danh", "identifier alone"),
    "id-slip+name+birth": ReportText(
      "số định danh lệch một lỗi gõ, họ tên, ngày sinh",
      "identifier one slip away, name and birth date"),
    "name+birth": ReportText("họ tên và ngày sinh", "name and birth date"),
    "weight": ReportText("tổng trọng số các dấu hiệu", "sum of all weights"),
  ]

  /// Whether a line turned anybody away.
  static let bindings: [String: ReportText] = [
    "yes": ReportText("có", "yes"),
    "no": ReportText("không", "no"),
    "closed": ReportText("không nhận ai", "closed"),
  ]

  /// What became of a sitting without a score.
  static let statuses: [String: ReportText] = [
    "absent": ReportText("vắng", "absent"),
    "withheld": ReportText("hoãn", "withheld"),
    "void": ReportText("hủy", "void"),
    "withdrawn": ReportText("thu hồi", "withdrawn"),
  ]
}
