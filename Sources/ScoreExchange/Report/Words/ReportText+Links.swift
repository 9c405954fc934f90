extension ReportText {
  /// What is done with a pair.
  static let linkZones: [String: ReportText] = [
    "auto": ReportText("Tự động", "Automatic"),
    "review": ReportText("Chờ người quyết định", "For review"),
  ]

  /// The fields by which people are compared.
  static let linkFields: [String: ReportText] = [
    "name": ReportText("Họ tên", "Name"),
    "birth_date": ReportText("Ngày sinh", "Birth date"),
    "national_id": ReportText("Số định danh", "Identifier"),
    "sex": ReportText("Giới tính", "Sex"),
    "province": ReportText("Tỉnh", "Province"),
  ]

  /// How two values agree.
  static let agreements: [String: ReportText] = [
    "missing or not comparable": ReportText("thiếu hoặc khác loại", "missing or not comparable"),
    "equal": ReportText("giống nhau", "equal"),
    "equal but for spelling variants": ReportText(
      "giống nhau, khác cách viết i/y hoặc dấu cách", "equal but for spelling variants"),
    "equal without marks on one side": ReportText(
      "giống nhau, một bên không dấu", "equal without marks on one side"),
    "equal in another order": ReportText("giống nhau, khác thứ tự", "equal in another order"),
    "equal but for lost marks": ReportText("giống nhau, mất vài dấu", "equal but for lost marks"),
    "same letters with other marks": ReportText(
      "cùng chữ cái, khác dấu", "same letters with other marks"),
    "one letter apart": ReportText("lệch một chữ cái", "one letter apart"),
    "two letters apart": ReportText("lệch hai chữ cái", "two letters apart"),
    "a few letters apart": ReportText("lệch vài chữ cái", "a few letters apart"),
    "shortened": ReportText("viết tắt hoặc thiếu chữ", "shortened"),
    "other middle name": ReportText("khác tên đệm", "other middle name"),
    "other family name": ReportText("khác họ", "other family name"),
    "other given name": ReportText("khác tên", "other given name"),
    "day and month changed over": ReportText(
      "đảo ngày và tháng", "day and month changed over"),
    "one digit apart": ReportText("lệch một chữ số", "one digit apart"),
    "two parts of three equal": ReportText("khớp hai trong ba phần", "two parts of three equal"),
    "equal through the former one": ReportText(
      "giống nhau qua số cũ", "equal through the former one"),
    "one digit apart but both sound": ReportText(
      "lệch một chữ số nhưng cả hai đều hợp lệ", "one digit apart but both sound"),
    "two digits apart": ReportText("lệch hai chữ số", "two digits apart"),
    "different": ReportText("khác nhau", "different"),
  ]

  /// Why a pair that a rule would allow waits for a person.
  static let linkCautions: [String: ReportText] = [
    "another applicant claims this result": ReportText(
      "hồ sơ khác cũng nhận kết quả này", "another applicant claims this result"),
    "another result of this source claims this applicant": ReportText(
      "kết quả khác cùng nguồn cũng nhận hồ sơ này",
      "another result of this source claims this applicant"),
    "a relative or namesake could be meant": ReportText(
      "có thể là người thân hoặc trùng tên", "a relative or namesake could be meant"),
    "decisions contradict each other": ReportText(
      "các quyết định trái nhau", "decisions contradict each other"),
  ]
}
