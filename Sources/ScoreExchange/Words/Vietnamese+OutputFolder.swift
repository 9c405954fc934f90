extension Vietnamese {
  /// What is wrong with an output folder or a batch of which a page is made.
  static let outputFolder: [String: String] = [
    "this is not the document that a run writes": "đây không phải là tệp do một lần chạy ghi",
    "the assessment {1} is damaged": "phần về kỳ thi {1} bị hỏng",
    "an assessment, a sitting or a status is not known":
      "không rõ kỳ thi, đợt thi hoặc tình trạng dự thi",
    "the total is not on the scale of {1}": "tổng điểm không thuộc thang của {1}",
    "no such zone": "không có vùng này",
    "neither yes nor no": "không phải yes cũng không phải no",
    "neither placed nor unplaced": "không phải placed cũng không phải unplaced",
    "the status is not known": "không rõ tình trạng dự thi",
    "{1} {2}, the run counted {3}": "có {1} {2}, lần chạy đã đếm {3}",
    "pairs for review": "cặp chờ xem xét",
    "results without a link": "kết quả không được ghép",
    "rejected rows": "dòng bị loại",
    "the refusals are not those that summary.json counts":
      "các quyết định không công nhận không khớp với summary.json",
    "\"{1}\" is no folder of a batch": "\"{1}\" không phải là thư mục của gói dữ liệu",
    "{1} rows of {2}, summary.json says {3} of {4}":
      "có {1} dòng {2}, theo summary.json là {3} dòng {4}",
    "no {1} is listed": "không nêu tệp {1}",
    "a folder with batches was expected": "cần một thư mục chứa các gói dữ liệu",
    "there is no batch in this folder": "thư mục không có gói dữ liệu nào",
  ]
}
