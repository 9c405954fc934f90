extension TableSchema {
  /// Results of an assessment with these parts, or a list of those registered for it.
  ///
  /// - Parameters:
  ///   - parts: Names of the parts, in order.
  ///   - needsScores: False for registration lists and withdrawals.
  ///   - needsSitting: Whether each row must say its sitting, for there are several.
  /// - Returns: The columns such a file may have.
  package static func results(parts: [String], needsScores: Bool, needsSitting: Bool = false)
    -> TableSchema
  {
    let identity = needsScores
    return TableSchema(
      kind: needsScores ? "results" : "list of candidates",
      fields: [
        Field(
          "candidate_number", required: true,
          [
            "Số báo danh", "SBD", "Mã số báo danh", "Số BD", "Candidate No", "Exam number",
            "Exam No",
          ],
          vague: [
            "Mã dự thi", "Số phiếu dự thi", "Mã thí sinh", "Candidate ID", "Registration number",
            "Candidate", "Mã HS",
          ]),
        Field(
          "national_id", required: identity, nationalIDHeadings,
          vague: nationalIDVagueHeadings + ["CMND", "Số CMND"]),
        Field("name", required: identity, or: "given_name", fullNameHeadings, vague: ["Thí sinh"]),
        Field("family_name", familyNameHeadings, vague: ["Họ"]),
        Field("given_name", givenNameHeadings),
        Field("birth_date", required: identity, birthDateHeadings, vague: ["NS"]),
        Field(
          "sitting", required: needsSitting, or: "exam_date",
          ["Đợt thi", "Đợt", "Mã đợt thi", "Mã đợt", "Round", "Test round"],
          vague: ["Lần thi", "Kỳ thi"]),
      ]
        + parts.map { Field($0, required: needsScores, partHeadings[$0] ?? []) }
        + [
          Field(
            "total", required: needsScores && parts.isEmpty,
            [
              "Tổng điểm", "Tổng", "Điểm tổng", "Tổng số điểm", "Tổng cộng", "Tổng điểm TSA",
              "Điểm TSA", "Total score",
            ], vague: ["Điểm số", "Điểm", "Score", "Kết quả"]),
          Field("sex", ["Giới tính", "Phái", "Gender", "GT"]),
          Field(
            "school",
            vague: ["Trường", "Mã trường", "Đơn vị", "Đơn vị tổ chức", "School code", "Source"]),
          Field(
            "status", ["Trạng thái"], vague: ["Tình trạng dự thi", "Tình trạng", "Kết quả dự thi"]),
          Field("note", vague: ["Ghi chú", "Remark", "Remarks", "Notes", "Comment"]),
          Field("issuer"), Field("assessment"),
          Field("exam_date", ["Ngày thi", "Ngày dự thi", "Exam day", "Test date"]),
        ],
      examScore: needsScores ? ExamScoreHeading(parts: parts) : nil)
  }

  /// People who apply to a receiver.
  ///
  /// - Parameter components: Names of the score columns that composite rules ask for.
  /// - Returns: The columns such a file may have.
  package static func applicants(components: [String]) -> TableSchema {
    TableSchema(
      kind: "applicants",
      fields: [
        Field(
          "applicant", required: true,
          ["Mã hồ sơ", "Số hồ sơ", "Applicant ID", "Application number", "Application ID"],
          vague: ["Mã ứng viên", "Mã thí sinh", "Mã TS"]),
        Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
        Field(
          "national_id", required: true, nationalIDHeadings,
          vague: nationalIDVagueHeadings + ["CMND", "Số CMND"]),
        Field("name", required: true, or: "given_name", fullNameHeadings, vague: ["Thí sinh"]),
        Field("family_name", familyNameHeadings, vague: ["Họ"]),
        Field("given_name", givenNameHeadings),
        Field("birth_date", required: true, birthDateHeadings, vague: ["NS"]),
        Field("sex", ["Giới tính", "Phái", "Gender", "GT"]),
        Field(
          "former_id", ["Số CMND cũ", "CMND cũ", "Old ID", "Former ID"], vague: ["CMND", "Số CMND"]),
        Field("region", ["Khu vực ưu tiên", "KVUT"], vague: ["Khu vực", "KV", "Mã khu vực"]),
        Field(
          "priority_group",
          ["Đối tượng ưu tiên", "ĐTUT", "Nhóm ưu tiên"], vague: ["Đối tượng", "UT", "Mã đối tượng"]),
        Field("graduation_year", ["Năm tốt nghiệp", "Năm TN", "Năm tốt nghiệp THPT"]),
        Field("bonus", ["Điểm cộng", "Điểm thưởng", "Điểm khuyến khích", "Bonus points"]),
      ] + components.map { Field($0) },
      openPrefixes: ["tie_"])
  }

  /// Programmes with their quotas.
  package static let programmes = TableSchema(
    kind: "programmes",
    fields: [
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("quota", required: true, ["Chỉ tiêu", "Số chỉ tiêu", "Seats"]),
      Field("name", vague: ["Tên chương trình", "Programme name", "Tên ngành", "Ngành"]),
      Field("floor", ["Điểm sàn", "Sàn", "Ngưỡng"]),
      Field("pool", ["Nhóm chỉ tiêu"]),
      Field("lower_quota", ["Chỉ tiêu tối thiểu"]),
    ])

  /// Ranked wishes.
  package static let wishes = TableSchema(
    kind: "wishes",
    fields: [
      Field(
        "applicant", required: true, ["Mã hồ sơ", "Số hồ sơ", "Applicant ID"],
        vague: ["Mã thí sinh"]),
      Field(
        "rank", required: true, ["Thứ tự nguyện vọng", "Thứ tự NV", "TTNV"],
        vague: ["Thứ tự", "NV", "Nguyện vọng"]),
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("score", ["Điểm xét tuyển", "ĐXT"]),
      Field("group", ["Nhóm"]),
      Field("eligible", ["Đủ điều kiện"]),
    ],
    openPrefixes: ["tie_"])

  /// The bands of a conversion.
  package static let bands = TableSchema(
    kind: "bands",
    fields: ["from_low", "from_high", "to_low", "to_high"].map { Field($0, required: true) })

  /// What people decided about earlier reviews.
  package static let decisions = TableSchema(
    kind: "decisions",
    fields: [
      Field("left_id", required: true, ["left"]),
      Field("right_id", required: true, ["right"]),
      Field("decision", required: true, ["Quyết định"]),
      Field("by", ["Người quyết định"]),
      Field("on", ["Ngày quyết định"]),
      Field("reason", ["Lý do"]),
    ])

  /// The number of the citizen's card, which is the personal identification number.
  static let nationalIDHeadings = [
    "Số CCCD", "CCCD", "Số CCCD / CMND / ĐDCN", "CCCD/CMND", "Số CCCD/CMND", "CMND/CCCD",
    "Số CMND/CCCD", "CCCD/ĐDCN", "Số CCCD/ĐDCN", "Căn cước công dân", "Số căn cước công dân",
    "Số căn cước", "Citizen ID",
  ]
  /// The personal identification number by other words, which may stand beside the card's.
  static let nationalIDVagueHeadings = [
    "Căn cước", "ĐDCN", "Số ĐDCN", "Số định danh cá nhân", "Mã định danh cá nhân", "Số định danh",
    "Mã định danh", "National ID number", "Identity number", "Personal number", "ID number",
  ]
  /// The code by which candidates register, which tells programmes of one branch apart.
  static let programmeHeadings = ["Mã xét tuyển", "Mã tuyển sinh", "Programme code", "Program"]
  /// The code of a branch of learning is that of a programme where no other is given.
  static let programmeVagueHeadings = ["Mã chương trình", "Mã ngành"]
  static let fullNameHeadings = [
    "Họ và tên", "Họ tên", "Họ & tên", "Họ và tên thí sinh", "Họ tên thí sinh", "Tên thí sinh",
    "Full name", "Candidate name", "Student name",
  ]
  static let familyNameHeadings = [
    "Họ đệm", "Họ và đệm", "Họ và tên đệm", "Họ tên đệm", "Họ lót", "Family name", "Surname",
    "Last name", "Family and middle name",
  ]
  static let givenNameHeadings = ["Tên", "Given name", "First name"]
  static let birthDateHeadings = [
    "Ngày sinh", "Ngày tháng năm sinh", "Sinh ngày", "Date of birth", "DOB", "Birthday",
  ]

  /// Vietnamese and other headings of the parts that assessments in Vietnam have.
  private static let partHeadings: [String: [String]] = [
    "mathematics": [
      "Tư duy Toán học", "Tư duy Toán", "Toán học", "Toán", "Điểm Toán", "Điểm tư duy Toán học",
      "Phần Toán", "Tư duy định lượng", "TD Toán", "TDTH", "Maths", "Math", "Mathematical thinking",
    ],
    "reading": [
      "Tư duy Đọc hiểu", "Đọc hiểu", "Đọc", "Điểm Đọc hiểu", "Điểm tư duy Đọc hiểu",
      "Phần Đọc hiểu", "TD Đọc hiểu", "TDDH", "Reading comprehension",
    ],
    "science": [
      "Tư duy Khoa học", "Tư duy Khoa học / Giải quyết vấn đề",
      "Tư duy Khoa học Giải quyết vấn đề", "Khoa học / Giải quyết vấn đề",
      "Giải quyết vấn đề", "Khoa học", "Điểm Khoa học", "Điểm tư duy Khoa học",
      "Điểm Khoa học / Giải quyết vấn đề", "Phần Khoa học", "TD Khoa học", "TDKH", "KH-GQVĐ",
      "Khoa học - GQVĐ", "Science problem solving", "Problem solving",
    ],
    "literature": ["Ngữ văn", "Văn", "Điểm Ngữ văn"],
    "english": ["Tiếng Anh", "Anh", "Ngoại ngữ", "Điểm Tiếng Anh"],
    "language": ["Ngôn ngữ", "Sử dụng ngôn ngữ", "Tiếng Việt", "Điểm Ngôn ngữ", "Định tính"],
    "logic": ["Logic", "Tư duy logic", "Logic, phân tích số liệu"],
    "quantitative": ["Định lượng", "Tư duy định lượng", "Toán học và xử lý số liệu"],
    "qualitative": ["Định tính", "Tư duy định tính", "Văn học - Ngôn ngữ"],
  ]
}
