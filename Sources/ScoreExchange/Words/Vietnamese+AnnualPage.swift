extension Vietnamese {
  /// What only the annual report says.
  static let annualPage: [String: String] = [
    "Fourth-quarter report: exchange of thinking-assessment results":
      "Báo cáo quý IV: trao đổi kết quả đánh giá tư duy",
    "{{batchCount}} batches; {{countedCount}} verified and counted, {{refusedCount}} refused.":
      """
    {{batchCount}} gói dữ liệu; {{countedCount}} gói đã kiểm tra và được tính, \
    {{refusedCount}} gói bị từ chối.
    """,
    "Refused batches are named with their reason at the end; nothing of them is counted.":
      "Gói bị từ chối được nêu cùng mã lý do ở cuối trang; không số liệu nào của chúng được tính.",
    "Years": "Các năm",
    "Results exchanged": "Kết quả đã trao đổi",
    "Batches": "Gói dữ liệu",
    "Years and coordinators": "Các năm và trường điều phối",
    "Figures by year": "Số liệu theo năm",
    "Year": "Năm",
    "Against the year before": "So với năm trước",
    "By issuer and assessment": "Theo trường tổ chức thi và kỳ thi",
    "Issuer": "Trường tổ chức thi",
    "Assessment": "Kỳ thi",
    "With a score": "Có điểm",
    "Without": "Không có điểm",
    "Sent to": "Gửi cho",
    "By receiver, assessment and reason": "Theo trường nhận, kỳ thi và lý do",
    "Receiver": "Trường nhận",
    "The batches and what became of them": "Các gói và kết luận về từng gói",
    "SHA-256 of <code>manifest.json</code> in each batch":
      "SHA-256 của <code>manifest.json</code> trong từng gói",
    "Exchange": "Đợt trao đổi",
    "Made": "Lập lúc",
    "Verdict": "Kết luận",

    "verified and counted": "đã kiểm tra và tính",
    "{1} rows were deleted since and are not counted":
      "{1} dòng đã bị xóa sau đó và không được tính",
    "not counted: replaced by number {1}": "không tính: gói số {1} thay thế",
    "{1} has number {2} too; give the one that counts":
      "{1} cũng mang số {2}; chỉ đưa vào gói được tính",
    "refused: {1}": "từ chối: {1}",
    "not counted: given twice": "không tính: đưa vào hai lần",
  ]
}
