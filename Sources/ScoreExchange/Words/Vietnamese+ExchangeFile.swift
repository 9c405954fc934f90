extension Vietnamese {
  /// What is wrong with the exchange file, with its keys, or with a run.
  static let exchangeFile: [String: String] = [
    "not valid YAML": "không phải là YAML hợp lệ",
    "not valid YAML: {1}": "không phải là YAML hợp lệ: {1}",
    "not valid YAML: {1}{2}": "không phải là YAML hợp lệ: {1}{2}",
    " ({1}, begun on line {2})": " ({1}, bắt đầu ở dòng {2})",
    "YAML is indented by spaces, and here stands a tab":
      "YAML thụt đầu dòng bằng dấu cách, ở đây lại là dấu tab",
    "the file is empty": "tệp trống",
    "{1} is read or written by the run; name another file for this output":
      "{1} được đọc hoặc ghi trong lần chạy này; hãy chọn tệp khác cho kết quả này",
    "{1} lies in the output folder, where only a .csv at its top is found when a person is deleted; name such a file, or one outside":
      "{1} nằm trong thư mục kết quả, nơi chỉ tệp .csv ở cấp trên cùng được tìm thấy khi xóa dữ liệu của một người; hãy chọn tệp như vậy hoặc tệp nằm ngoài thư mục",
    "{1} is a folder; name a file": "{1} là thư mục; hãy ghi tên một tệp",
    "{1} is read, and the run would write in its place; name another output folder":
      "{1} được đọc, và lần chạy sẽ ghi đè lên; hãy nêu thư mục kết quả khác",
    "the text is not UTF-8; save it as UTF-8": "văn bản không phải UTF-8; hãy lưu dưới dạng UTF-8",
    "unknown {1} \"{2}\"; {3}": "{1} không hợp lệ: \"{2}\"; {3}",
    "key": "khóa",
    "word": "từ",
    "choice": "cách chọn kết quả",
    "tie key": "tiêu chí phụ",
    "rule at the line": "quy tắc tại điểm chuẩn",
    "rule for edges": "quy tắc đầu mút",
    "rule for automatic links": "quy tắc ghép tự động",
    "priority rule": "quy định điểm ưu tiên",
    "assessment": "kỳ thi",
    "school": "trường",
    "conversion": "quy tắc quy đổi",
    "part": "phần thi",
    "design": "thiết kế thu thập dữ liệu",
    "method": "phương pháp",
    "kind": "loại",
    "did you mean \"{1}\"?": "có phải là \"{1}\"?",
    "none is defined": "chưa khai báo mục nào",
    "known here: {1}": "ở đây có: {1}",
    "must be a list, each entry on a line that begins with \"- \"":
      "phải là danh sách, mỗi mục một dòng bắt đầu bằng \"- \"",
    "must be keys with values, each as \"key: value\"":
      "phải là các khóa có giá trị, viết \"khóa: giá trị\"",
    "the key \"{1}\" stands here twice": "khóa \"{1}\" có hai lần ở đây",
    "unknown key \"{1}\"; write a number with a decimal point":
      "không có khóa \"{1}\"; hãy viết số với dấu chấm thập phân",
    "the key \"{1}\" is missing": "thiếu khóa \"{1}\"",
    "a value is missing": "thiếu giá trị",
    "must be a text or a number": "phải là văn bản hoặc số",
    "must be one line without control characters":
      "phải là một dòng không có ký tự điều khiển",
    "has {1} bytes; at most {2} are possible": "có {1} byte; nhiều nhất là {2}",
    "\"{1}\" is no whole number from {2} to {3}": "\"{1}\" không phải là số nguyên từ {2} đến {3}",
    "\"{1}\": write the number with a decimal point":
      "\"{1}\": hãy viết số với dấu chấm thập phân",
    "\"{1}\" is no decimal number": "\"{1}\" không phải là số thập phân",
    "{1} is below 0": "{1} nhỏ hơn 0",
    "{1} does not lie from 0 to {2}": "{1} không nằm trong khoảng từ 0 đến {2}",
    "\"{1}\" is no day of the calendar; write it as 2025-07-16":
      "\"{1}\" không phải là ngày có thật; hãy viết như 2025-07-16",
    "\"{1}\" is no moment; write it as 2025-07-01T08:00:00+07:00":
      "\"{1}\" không phải là thời điểm; hãy viết như 2025-07-01T08:00:00+07:00",
    "\"{1}\" must be true or false": "\"{1}\" phải là true hoặc false",
    "\"{1}\" is no rounding rule; write half-up 2, half-even 2, truncate 2 or step 0.25 after 2":
      """
    "{1}" không phải là quy tắc làm tròn; hãy viết half-up 2, half-even 2, truncate 2 hoặc \
    step 0.25 after 2
    """,
    "\"{1}\" may have only lower-case letters, digits and hyphens":
      "\"{1}\" chỉ được có chữ thường không dấu, chữ số và dấu gạch nối",

    "at least one assessment is needed": "cần ít nhất một kỳ thi",
    "\"{1}\" is the name of another column": "\"{1}\" đã là tên của một cột khác",
    "a maximum must be above 0": "điểm tối đa phải lớn hơn 0",
    "the maxima are too large": "các điểm tối đa quá lớn",
    "the maxima add up to {1}, and the scale ends at {2}":
      "các điểm tối đa cộng lại là {1}, mà thang điểm kết thúc ở {2}",
    "\"{1}\" is no period; write \"2 years\" or \"18 months\"":
      "\"{1}\" không phải là thời hạn; hãy viết \"2 years\" hoặc \"18 months\"",
    "an offset between combinations goes with convert":
      "độ lệch giữa các tổ hợp phải đi cùng convert",
    "{1} converts from {2}, and the rule accepts {3}":
      "{1} quy đổi từ {2}, mà quy định này nhận {3}",
    "{1} lies outside the scale of {2}": "{1} nằm ngoài thang điểm của {2}",
    "must be \"all\" or a list of programme codes":
      "phải là \"all\" hoặc danh sách mã ngành",
    "a weight must be above 0": "trọng số phải lớn hơn 0",
    "at least one component is needed": "cần ít nhất một điểm thành phần",
    "must be two numbers, as in [0, 30]": "phải là hai số, như [0, 30]",
    "the first number must be below the second": "số thứ nhất phải nhỏ hơn số thứ hai",
    "belongs to a table of bands, and here a function is estimated":
      "thuộc về bảng quy đổi theo khoảng, mà ở đây hàm quy đổi được ước lượng",
    "one of the keys \"bands\" and \"equate\" is needed":
      "cần một trong hai khóa \"bands\" và \"equate\"",
    "only one of the keys \"bands\" and \"equate\" is possible":
      "chỉ được dùng một trong hai khóa \"bands\" và \"equate\"",
    "does not belong to the design {1}": "không thuộc về thiết kế {1}",
    "\"{1}\" is no percent from 0 to 100": "\"{1}\" không phải là phần trăm từ 0 đến 100",
    "\"{1}\" stands here twice": "\"{1}\" có hai lần ở đây",
    "must be \"development\" or the keys key, certificate and trust":
      "phải là \"development\" hoặc các khóa key, certificate và trust",

    "nothing about a person may be shown before {1} (embargo); nothing was written":
      "chưa được công bố gì về thí sinh trước {1} (embargo); chưa ghi gì cả",
    "signing needs a \"coordinator:\", who signs with the issuer":
      "muốn ký phải có \"coordinator:\", trường điều phối cùng ký với trường tổ chức thi",
    "signing needs two schools": "muốn ký phải có hai trường",
    "issuer and co-signer are both {1}; two different schools must sign":
      "trường ký và trường đồng ký đều là {1}; phải là hai trường khác nhau",
    "the environment has no variable {1} with the passphrase":
      "không có biến môi trường {1} chứa mật khẩu của khóa",
    "no school of the trust folder has this certificate":
      "không trường nào trong thư mục tin cậy có chứng thư này",
    "the batch holds outcomes, where results are read":
      "gói chứa kết quả xét tuyển, mà ở đây cần kết quả thi",
    "the signed batch is refused with {1}: {2}": "gói đã ký bị từ chối với mã {1}: {2}",
    "; name the trust bundle under \"signing:\"": "; hãy nêu thư mục tin cậy ở \"signing:\"",
    "the output folder of a run was expected": "ở đây cần thư mục kết quả của một lần chạy",
    "nothing in it is about such a person": "trong đó không có gì về người này",
    "the record of deletions is damaged": "biên bản xóa dữ liệu bị hỏng",

    "the time ends on {1}, before it begins": "thời gian kết thúc ngày {1}, trước khi bắt đầu",
    "office and deputy are both {1}; two schools must sign":
      "trường điều phối và trường ký thay đều là {1}; phải là hai trường khác nhau",
    "the time begins on {1}, before the one above ends on {2}":
      "thời gian bắt đầu ngày {1}, trước khi thời gian ở trên kết thúc ngày {2}",
    "{1} does not coordinate on the day of as_of; by the rota {2} does":
      "{1} không điều phối vào ngày as_of; theo phân công thì là {2}",
    "on {1} the rota names {2} and {3}, the trust bundle {4} and {5}":
      "ngày {1} bảng phân công nêu {2} và {3}, thư mục tin cậy nêu {4} và {5}",
    "goes with rounds, of which nothing is said": "phải đi cùng rounds, mà ở đây không có",
    "\"{1}\" must be between 0.01 and 100, with at most two decimals":
      "\"{1}\" phải từ 0.01 đến 100, nhiều nhất hai chữ số thập phân",

    "only a batch of outcomes tells of a place; this one holds {1}":
      "chỉ gói kết quả xét tuyển mới cho biết chỗ học; gói này chứa {1}",
    "no decision of {1} is the signed one": "không quyết định nào của {1} giống dòng đã ký",
    "the place is not the signed one": "chỗ học không giống dòng đã ký",
    "this is not the wishes file that the run read":
      "đây không phải tệp nguyện vọng mà lần chạy đã đọc",
    "no heading for {1}": "không có tiêu đề cột cho {1}",
    "a page checks P-256 keys and SHA-256 alone":
      "trang này chỉ kiểm tra được khóa P-256 và SHA-256",
    "not one decision of {1} for each of its rules":
      "số quyết định của {1} không khớp với số quy định của trường",
  ]
}
