extension Vietnamese {
  /// What is said about linking people.
  static let links: [String: String] = [
    "The linkage was cancelled.": "Việc ghép hồ sơ đã bị dừng.",
    "The {1} is too large for one linkage (2^28 rows, 4 GiB of text).":
      "{1} quá lớn cho một lần ghép (2^28 dòng, 4 GiB văn bản).",
    "left table": "Bảng bên trái",
    "right table": "Bảng bên phải",
    """
    The estimation of the linkage model did not settle ({1}); give more rows or a stored model.
    """:
      """
    Ước lượng mô hình ghép không hội tụ ({1}); hãy đưa thêm dòng hoặc dùng mô hình đã lưu.
    """,
    """
    No pair of records shows the agreement {1}, so its weight cannot be estimated; give more rows \
    or a stored model.
    """:
      """
    Không cặp nào có mức khớp {1} nên không ước lượng được trọng số; hãy đưa thêm dòng hoặc dùng \
    mô hình đã lưu.
    """,
    "The linkage model cannot be used: {1}.": "Không dùng được mô hình ghép: {1}.",
    "The two tables do not compare the same further fields ({1}).":
      "Hai bảng không so sánh cùng các cột thêm ({1}).",
    "The linkage failed ({1}).": "Ghép hồ sơ thất bại ({1}).",
    "{1} must lie between 0 and 1": "{1} phải nằm giữa 0 và 1",
    "m and u of {1}, level {2}": "m và u của {1}, mức {2}",
    "its format is not {1}": "định dạng không phải {1}",
    "{1} is not a number": "{1} không phải là số",
    "{1} is missing": "thiếu {1}",
    "birth date": "ngày sinh",
    "name": "họ tên",
    "{1} steps on pairs with the same {2}": "{1} bước trên các cặp cùng {2}",
    "agreement of {1} got no weight": "mức khớp {1} không có trọng số",
    "margin must be 0 or more": "margin phải từ 0 trở lên",
    "it is not a JSON object": "đó không phải là đối tượng JSON",
    "automatic is not a known rule": "automatic không phải là quy tắc đã biết",
    "estimates_chance is not true or false": "estimates_chance không phải là true hoặc false",
    "fields is missing": "thiếu fields",

    "{1}: no identifier column; rows are named by their number":
      "{1}: không có cột mã; các dòng được gọi theo số thứ tự",
    "too few pairs to learn the slips in {1}; standard weights are used":
      "quá ít cặp để học lỗi gõ của {1}; dùng trọng số chuẩn",
    "{1} rows share {2} with too many others; {3} pairs were not compared for that alone":
      "{1} dòng trùng {2} với quá nhiều dòng khác; {3} cặp không được so sánh chỉ vì điều đó",
    "no row of either file is named \"{1}\"": "không dòng nào của hai tệp có mã \"{1}\"",
    "\"{1}\" is not of the form column=heading": "\"{1}\" không có dạng cột=tiêu đề",
    "\"{1}\" is no column of a file of people": "\"{1}\" không phải là cột của tệp danh sách người",
    "; \"{1}\" is": "; \"{1}\" thì có",
    "; further columns are named with --compare": "; các cột thêm nêu bằng --compare",
    "\"{1}\" is not of the form column=exact, column=text or column=number":
      "\"{1}\" không có dạng cột=exact, cột=text hoặc cột=number",
    "{1} is compared anyway, or named twice": "{1} vốn đã được so sánh, hoặc nêu hai lần",
    "at most {1} columns can be compared": "chỉ so sánh được nhiều nhất {1} cột",
    "the key has {1} bytes; at least {2} are needed, as from openssl rand -hex 32":
      "khóa có {1} byte; cần ít nhất {2}, ví dụ tạo bằng openssl rand -hex 32",
    "the decision \"{1}\" about {2} and {3} names a row that is not there":
      "quyết định \"{1}\" về {2} và {3} nêu một dòng không có",
    "{1} and {2} wait for another person to confirm that they are one":
      "{1} và {2} chờ một người nữa xác nhận là một người",
    "decisions of one day about {1} and {2} contradict each other, so they count as two people; a later decision settles it":
      "các quyết định cùng ngày về {1} và {2} trái nhau nên coi là hai người; một quyết định sau đó sẽ phân xử",
  ]
}
