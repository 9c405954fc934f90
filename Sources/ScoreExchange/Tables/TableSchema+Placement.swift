extension TableSchema {
  /// Seats that several programmes share.
  package static let pools = TableSchema(
    kind: "pools",
    fields: [
      Field("pool", required: true, ["Nhóm chỉ tiêu", "Nhóm"]),
      Field("quota", required: true, ["Chỉ tiêu", "Số chỉ tiêu", "Seats"]),
      Field("parent", ["Thuộc nhóm", "Nhóm cha"]),
    ])

  /// Seats kept for a group.
  package static let reserves = TableSchema(
    kind: "reserves",
    fields: [
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("group", required: true, ["Nhóm", "Đối tượng"]),
      Field("seats", required: true, ["Chỉ tiêu", "Số chỉ tiêu", "Quota"]),
      Field("hard", ["Cứng"]),
    ])

  /// A placement as somebody states it.
  package static let placements = TableSchema(
    kind: "placements",
    fields: [
      Field(
        "applicant", required: true, ["Mã hồ sơ", "Số hồ sơ", "Applicant ID"],
        vague: ["Mã thí sinh"]),
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("rank"), Field("score"),
      Field("status", ["Trạng thái", "Kết quả"]),
    ])

  /// Cutoffs as somebody states them.
  package static let cutoffs = TableSchema(
    kind: "cutoffs",
    fields: [
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("cutoff", required: true, ["Điểm chuẩn", "Điểm trúng tuyển"]),
      Field("admitted", ["Trúng tuyển", "Số trúng tuyển"]),
      Field("quota"), Field("wishes"), Field("at_cutoff"), Field("next_below"),
      Field("first_wish"), Field("binding"), Field("cutoff_keys"),
    ])

  /// A list of people.
  package static let people = TableSchema(
    kind: "people",
    fields: [
      Field(
        "applicant", required: true, ["Mã hồ sơ", "Số hồ sơ", "Applicant ID"],
        vague: ["Mã thí sinh"])
    ])

  /// Changes of rules or seats to be tried.
  package static let scenarios = TableSchema(
    kind: "scenarios",
    fields: [
      Field("scenario", required: true),
      Field("change", required: true),
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", programmeHeadings, vague: programmeVagueHeadings),
      Field("pool"),
      Field("value"),
    ])

  /// Which share of those admitted came in the past.
  package static let yields = TableSchema(
    kind: "yields",
    fields: [
      Field("school", ["Mã trường", "School code"], vague: ["Trường"]),
      Field("programme", required: true, programmeHeadings, vague: programmeVagueHeadings),
      Field("yield", required: true, ["Tỷ lệ nhập học"]),
    ])
}
