extension ReportText {
  /// The columns of signed rows.
  static let rowColumns: [String: ReportText] = [
    "applicant": ReportText("Mã hồ sơ", "Applicant"),
    "assessment": ReportText("Kỳ thi", "Assessment"),
    "sitting": ReportText("Đợt thi", "Sitting"),
    "candidate_number": ReportText("Số báo danh", "Candidate number"),
    "issuer": ReportText("Trường tổ chức thi", "Issuer"),
    "national_id": ReportText("Số định danh", "National identifier"),
    "name": ReportText("Họ và tên", "Name"),
    "birth_date": ReportText("Ngày sinh", "Birth date"),
    "mathematics": ReportText("Tư duy Toán học", "Mathematics"),
    "reading": ReportText("Tư duy Đọc hiểu", "Reading"),
    "science": ReportText("Tư duy Khoa học", "Science"),
    "total": ReportText("Tổng điểm", "Total"),
    "converted": ReportText("Điểm quy đổi", "Converted score"),
    "bonus": ReportText("Điểm cộng", "Bonus"),
    "priority": ReportText("Điểm ưu tiên", "Priority"),
    "score": ReportText("Điểm xét tuyển", "Score"),
    "recognised": ReportText("Công nhận", "Recognised"),
    "reason": ReportText("Lý do không công nhận", "Reason of refusal"),
    "programme": ReportText("Ngành trúng tuyển", "Programme"),
    "rank": ReportText("Nguyện vọng trúng tuyển", "Wish granted"),
    "status": ReportText("Tình trạng", "Status"),
  ]

  /// Whether a result is recognised.
  static let recognitions: [String: ReportText] = [
    "yes": ReportText("có", "yes"),
    "no": ReportText("không", "no"),
  ]

  /// Whether a school gave a place for the result of the row.
  static let placementStatuses: [String: ReportText] = [
    "placed": ReportText("trúng tuyển", "placed"),
    "unplaced": ReportText(
      "không trúng tuyển bằng kết quả này ở trường này", "not placed by this result at this school"),
  ]

  /// The checks of a receipt in their order.
  static let receiptSteps: [(String, ReportText)] = [
    ("form", ReportText("Biên nhận có đúng dạng", "The receipt has its one form")),
    (
      "issuer",
      ReportText(
        "Chữ ký của trường phát hành khớp với bản kê (ECDSA P-256, SHA-256)",
        "The issuer's signature fits the manifest (ECDSA P-256, SHA-256)")
    ),
    (
      "coordinator",
      ReportText(
        "Chữ ký của trường cùng ký khớp với bản kê",
        "The second office's signature fits the manifest")
    ),
    (
      "pins",
      ReportText(
        "Hai khóa là khóa được ghim của hai trường khác nhau mà bản kê nêu tên",
        "Both keys are pinned for the two different offices that the manifest names")
    ),
    (
      "chain",
      ReportText(
        "Chứng thư của hai khóa dẫn về cơ quan chứng thực và có hiệu lực lúc lập gói",
        "The certificates lead to the authority and were valid when the batch was made")
    ),
    (
      "row",
      ReportText(
        "Dòng và muối cho lá, lá theo đường đi cho đúng gốc cây Merkle trong bản kê",
        "Row and salt give a leaf, and the leaf by its path the Merkle root in the manifest")
    ),
  ]
}
