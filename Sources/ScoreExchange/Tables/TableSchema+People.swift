import RecordLinkage

extension TableSchema {
  /// A file of people of any kind; what it lacks is no evidence for or against a link.
  ///
  /// - Parameters:
  ///   - comparisons: Further columns to compare, which must be there.
  ///   - side: Which identifier is looked for first.
  /// - Returns: The columns such a file may have.
  package static func people(
    comparing comparisons: [FurtherField], _ side: PeopleSide
  ) -> TableSchema {
    TableSchema(
      kind: "people",
      fields: [
        Field(
          "id", vague: side.keyHeadings + ["identifier", "record_id", "rec_id", "person_id", "key"]),
        Field(
          "national_id", nationalIDHeadings,
          vague: nationalIDVagueHeadings + ["soc_sec_id", "Social security number", "SSN"]),
        Field(
          "former_id", ["Số CMND cũ", "CMND cũ", "Old ID", "Former ID"], vague: ["CMND", "Số CMND"]),
        Field("name", fullNameHeadings, vague: ["Thí sinh"]),
        Field("family_name", familyNameHeadings, vague: ["Họ"]),
        Field("middle_name", ["Tên đệm", "Tên lót"]),
        Field("given_name", givenNameHeadings),
        Field("birth_date", birthDateHeadings, vague: ["NS"]),
        Field("sex", ["Giới tính", "Phái", "Gender", "GT"]),
        Field(
          "province",
          vague: ["Mã tỉnh", "Tỉnh", "Tỉnh/Thành phố", "Tỉnh thành", "Province code", "Hộ khẩu"]),
        Field("school", vague: ["Trường", "Mã trường", "Đơn vị", "School code"]),
        Field("source", ["Nguồn"]),
        Field("sitting", vague: ["Đợt thi", "Đợt", "Mã đợt thi", "Mã đợt", "Lần thi", "Kỳ thi"]),
        Field("issuer"), Field("assessment"),
      ]
        + comparisons.map { Field($0.name, required: true) })
  }
}

/// Which of two linked files a file is.
package enum PeopleSide: String, Sendable, Hashable {
  /// The people that are looked for.
  case left
  /// The rows to be given to them.
  case right

  /// Headings of the identifier by which outputs name a row; an applicant's number on the left, a
  /// candidate's on the right.
  fileprivate var keyHeadings: [String] {
    let applicant = [
      "applicant", "Mã hồ sơ", "Số hồ sơ", "Mã thí sinh", "Mã TS", "Mã ứng viên", "Applicant ID",
      "Application number", "Application ID",
    ]
    let candidate = [
      "candidate_number", "Số báo danh", "SBD", "Mã số báo danh", "Số BD", "Mã dự thi",
      "Số phiếu dự thi", "Candidate No", "Candidate ID", "Candidate", "Exam number", "Exam No",
      "Registration number",
    ]
    return self == .left ? applicant + candidate : candidate + applicant
  }
}
