extension Vietnamese {
  /// What is wrong with scores, scales and conversions.
  static let scores: [String: String] = [
    "The score is empty.": "Điểm trống.",
    "The text is not a plain decimal number.": "Văn bản không phải là số thập phân.",
    "The number is in scientific notation, so digits may be lost.":
      "Số viết dạng lũy thừa nên có thể mất chữ số.",
    "The number has more than 9 digits after the decimal sign.":
      "Số có hơn 9 chữ số sau dấu thập phân.",
    "The number is too large.": "Số quá lớn.",
    "A division by zero has no result.": "Phép chia cho 0 không có kết quả.",
    "Minimum, maximum and step make no scale.":
      "Điểm thấp nhất, cao nhất và bước điểm không tạo thành thang điểm.",
    "A rounding rule reads `half-up N`, `half-even N`, `truncate N` or `step S after N`.":
      "Quy tắc làm tròn viết là `half-up N`, `half-even N`, `truncate N` hoặc `step S after N`.",
    "The score cannot be used ({1}).": "Không dùng được điểm này ({1}).",
    "The range is too wide.": "Khoảng quá rộng.",
    "The step must be above zero.": "Bước điểm phải lớn hơn 0.",
    "The maximum lies under the minimum.": "Điểm cao nhất nhỏ hơn điểm thấp nhất.",
    "The maximum is not a whole number of steps above the minimum.":
      "Từ điểm thấp nhất đến điểm cao nhất không phải là một số nguyên bước điểm.",
    "There are more than {1} points.": "Có hơn {1} mức điểm.",
    "no conversion \"{1}\"": "không có quy tắc quy đổi \"{1}\"",
    "; it has {1}": "; chỉ có {1}",
    "\"{1}\" is an official table, which has no standard errors":
      "\"{1}\" là bảng chính thức, không có sai số chuẩn",
  ]
}
