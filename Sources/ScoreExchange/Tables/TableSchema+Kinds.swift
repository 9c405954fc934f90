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
            "Số báo danh", "SBD", "Mã số báo danh", "Số BD", "Mã thí sinh", "Mã dự thi",
            "Số phiếu dự thi", "Candidate No", "Candidate ID", "Candidate", "Exam number",
            "Exam No", "Registration number", "Mã HS",
          ]),
        Field(
          "national_id", required: identity,
          [
            "Số CCCD", "CCCD", "Số CCCD / CMND / ĐDCN", "CCCD/CMND", "Số CCCD/CMND", "ĐDCN",
            "Số ĐDCN", "Số định danh", "Mã định danh", "Số định danh cá nhân",
            "Mã định danh cá nhân", "Căn cước công dân", "Số căn cước công dân", "Số căn cước",
            "Căn cước", "CMND/CCCD", "Số CMND/CCCD", "CCCD/ĐDCN", "Số CCCD/ĐDCN", "CMND", "Số CMND",
            "Citizen ID", "ID number", "Identity number", "National ID number", "Personal number",
          ]),
        Field("name", required: identity, or: "given_name", fullNameHeadings),
        Field("family_name", familyNameHeadings),
        Field("given_name", givenNameHeadings),
        Field("birth_date", required: identity, birthDateHeadings),
        Field(
          "sitting", required: needsSitting, or: "exam_date",
          ["Đợt thi", "Đợt", "Kỳ thi", "Lần thi", "Mã đợt thi", "Mã đợt", "Round", "Test round"]),
      ]
        + parts.map { Field($0, required: needsScores, partHeadings[$0] ?? []) }
        + [
          Field(
            "total", required: needsScores && parts.isEmpty,
            [
              "Tổng điểm", "Tổng", "Điểm tổng", "Tổng số điểm", "Tổng cộng", "Tổng điểm TSA",
              "Điểm TSA", "Điểm số", "Điểm", "Total score", "Score", "Kết quả", "TongDiem",
            ]),
          Field("sex", ["Giới tính", "Phái", "Gender", "GT"]),
          Field(
            "school", ["Trường", "Mã trường", "Đơn vị", "Đơn vị tổ chức", "School code", "Source"]),
          Field("status", ["Trạng thái", "Tình trạng", "Tình trạng dự thi", "Kết quả dự thi"]),
          Field("note", ["Ghi chú", "Remark", "Remarks", "Notes", "Comment"]),
          Field("exam_date", ["Ngày thi", "Ngày dự thi", "Exam day", "Test date"]),
        ])
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
          [
            "Mã hồ sơ", "Số hồ sơ", "Mã thí sinh", "Mã TS", "Mã ứng viên", "Applicant ID",
            "Application number", "Application ID",
          ]),
        Field("school", ["Trường", "Mã trường", "School code"]),
        Field(
          "national_id", required: true,
          [
            "Số CCCD", "CCCD", "ĐDCN", "Số ĐDCN", "Số định danh", "Mã định danh",
            "Số định danh cá nhân", "Mã định danh cá nhân", "Căn cước công dân",
            "Số căn cước công dân", "Số căn cước", "Căn cước", "CCCD/CMND", "Số CCCD/CMND",
            "CMND/CCCD", "Số CCCD / CMND / ĐDCN", "Citizen ID", "ID number", "Identity number",
            "CMND", "Số CMND",
          ]),
        Field("name", required: true, or: "given_name", fullNameHeadings),
        Field("family_name", familyNameHeadings),
        Field("given_name", givenNameHeadings),
        Field("birth_date", required: true, birthDateHeadings),
        Field("sex", ["Giới tính", "Phái", "Gender", "GT"]),
        Field("former_id", ["Số CMND cũ", "CMND cũ", "CMND", "Số CMND", "Old ID", "Former ID"]),
        Field("region", ["Khu vực", "Khu vực ưu tiên", "KV", "KVUT", "Mã khu vực"]),
        Field(
          "priority_group",
          ["Đối tượng", "Đối tượng ưu tiên", "ĐTUT", "Nhóm ưu tiên", "UT", "Mã đối tượng"]),
        Field("graduation_year", ["Năm tốt nghiệp", "Năm TN", "Năm tốt nghiệp THPT"]),
        Field("bonus", ["Điểm cộng", "Điểm thưởng", "Điểm khuyến khích", "Bonus points"]),
      ] + components.map { Field($0) },
      openPrefixes: ["tie_"])
  }

  /// Programmes with their quotas.
  package static let programmes = TableSchema(
    kind: "programmes",
    fields: [
      Field("school", ["Trường", "Mã trường", "School code"]),
      Field(
        "programme", required: true,
        [
          "Mã ngành", "Mã xét tuyển", "Mã chương trình", "Mã tuyển sinh", "Program",
          "Programme code",
        ]),
      Field("quota", required: true, ["Chỉ tiêu", "Số chỉ tiêu", "Seats"]),
      Field("name", ["Tên ngành", "Ngành", "Tên chương trình", "Programme name"]),
      Field("floor", ["Điểm sàn", "Sàn", "Ngưỡng"]),
      Field("pool", ["Nhóm chỉ tiêu"]),
      Field("lower_quota", ["Chỉ tiêu tối thiểu"]),
    ])

  /// Ranked wishes.
  package static let wishes = TableSchema(
    kind: "wishes",
    fields: [
      Field("applicant", required: true, ["Mã hồ sơ", "Số hồ sơ", "Mã thí sinh", "Applicant ID"]),
      Field("rank", required: true, ["Thứ tự", "Thứ tự nguyện vọng", "TTNV", "NV", "Nguyện vọng"]),
      Field("school", ["Trường", "Mã trường", "School code"]),
      Field(
        "programme", required: true,
        [
          "Mã ngành", "Mã xét tuyển", "Mã chương trình", "Mã tuyển sinh", "Program",
          "Programme code",
        ]),
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

  static let fullNameHeadings = [
    "Họ và tên", "Họ tên", "Họ & tên", "Họ và tên thí sinh", "Họ tên thí sinh", "Tên thí sinh",
    "HovaTen", "Full name", "Candidate name", "Student name", "Thí sinh",
  ]
  static let familyNameHeadings = [
    "Họ đệm", "Họ và đệm", "Họ và tên đệm", "Họ tên đệm", "Họ lót", "Họ", "Family name", "Surname",
    "Last name", "Family and middle name",
  ]
  static let givenNameHeadings = ["Tên", "Given name", "First name"]
  static let birthDateHeadings = [
    "Ngày sinh", "Ngày tháng năm sinh", "NgaySinh", "Ngày, tháng, năm sinh", "Sinh ngày", "NS",
    "Date of birth", "DOB", "Birthday", "Birth day",
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
