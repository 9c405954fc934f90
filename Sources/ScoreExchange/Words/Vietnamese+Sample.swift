extension Vietnamese {
  /// Why a synthetic exchange cannot be made.
  static let sample: [String: String] = [
    "The number of results {1}.": "Số kết quả thi {1}.",
    "The number of applicants {1}.": "Số thí sinh {1}.",
    "The number of wishes {1}.": "Số nguyện vọng {1}.",
    "The share of faults {1}.": "Tỷ lệ lỗi {1}.",
    "must be from 1 to {1}, not {2}": "phải từ 1 đến {1}, không phải {2}",
    "must be from 0 to {1}": "phải từ 0 đến {1}",
    "must be from 0 to 15 for each of {1} applicants":
      "phải từ 0 đến 15 cho mỗi thí sinh trong {1} thí sinh",
    "must be from 0 to 1, not {1}": "phải từ 0 đến 1, không phải {1}",
    "A file of the sample could not be made: {1}.": "Không tạo được tệp của dữ liệu mẫu: {1}.",
    "A file of the sample could not be written: {1}.": "Không ghi được tệp của dữ liệu mẫu: {1}.",
    "{1}/{2} stands there, and no sample wrote it; name another folder":
      "ở đó đã có {1}/{2} không phải do lệnh tạo mẫu ghi; hãy chọn thư mục khác",
    "The making of the sample was cancelled.": "Việc tạo dữ liệu mẫu đã bị dừng.",
    "The sample could not be made ({1}): {2}.": "Không tạo được dữ liệu mẫu ({1}): {2}.",
  ]
}
