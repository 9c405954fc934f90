extension Vietnamese {
  /// What is wrong with workbooks, their sheets and cells.
  static let workbooks: [String: String] = [
    "the file cannot be read": "không đọc được tệp",
    "the workbook cannot be written": "không ghi được sổ tính",
    "this archive is no Excel workbook": "tệp nén này không phải là sổ tính Excel",
    "the workbook is protected by a password": "sổ tính có mật khẩu bảo vệ",
    "workbooks of this form are not read": "không đọc sổ tính dạng này",
    "the workbook is too large": "sổ tính quá lớn",
    "there is no such sheet": "không có trang tính này",
    "the workbook is damaged": "sổ tính bị hỏng",
    "Check the file and its permissions.": "Hãy kiểm tra tệp và quyền đọc.",
    "Remove the password and save it again.": "Hãy bỏ mật khẩu rồi lưu lại.",
    "Name one of the sheets.": "Hãy nêu tên một trang tính.",
    "Use CSV for tables of this size.": "Hãy dùng CSV cho bảng cỡ này.",
    "Open it in a spreadsheet and save it as \"Excel workbook (.xlsx)\".":
      "Hãy mở bằng bảng tính và lưu dưới dạng \"Excel workbook (.xlsx)\".",
    "it has none": "sổ tính không có trang nào",
    "it has {1}": "sổ tính có {1}",

    "{1} rows, and a sheet holds {2} below its heading":
      "{1} dòng, mà một trang tính chỉ chứa {2} dòng dưới tiêu đề",
    "{1} columns, and a sheet holds {2}": "{1} cột, mà một trang tính chỉ chứa {2} cột",
    "the file became shorter": "tệp bị ngắn đi trong khi đọc",
    "the end of the archive is missing": "thiếu phần cuối của tệp nén",
    "a zip64 archive": "tệp nén zip64",
    "a zip64 entry": "một mục zip64",
    "an archive in several parts": "tệp nén chia nhiều phần",
    "the directory of the archive": "mục lục của tệp nén",
    "an entry that points outside the archive": "có mục trỏ ra ngoài tệp nén",
    "an encrypted entry": "có mục bị mã hóa",
    "compression method {1}": "kiểu nén {1}",
    "an entry beyond the end of the archive": "có mục vượt quá cuối tệp nén",
    "two entries of one name": "hai mục trùng tên",
    "there is no part {1}": "không có phần {1}",
    "a part that would grow more than {1} times": "có phần nở ra hơn {1} lần",
    "the header of {1}": "phần đầu của {1}",
    "longer than the directory says": "dài hơn mục lục ghi",
    "the checksum is wrong": "tổng kiểm tra sai",
    "cut off": "bị cắt cụt",
    "the compressed bytes": "dữ liệu nén bị hỏng",

    "text outside of elements, or not UTF-8": "chữ nằm ngoài phần tử, hoặc không phải UTF-8",
    "a text that is not UTF-8": "chữ không phải UTF-8",
    "a tag inside a tag": "thẻ nằm trong thẻ",
    "a tag without a name": "thẻ không có tên",
    "elements nested too deep": "phần tử lồng nhau quá sâu",
    "a second root": "có phần tử gốc thứ hai",
    "an element closed out of order": "phần tử đóng sai thứ tự",
    "{1}: a document type, an entity or another declaration":
      "{1}: khai báo loại tài liệu, thực thể hoặc khai báo khác",
    "{1}: a text of 8 MiB in one cell": "{1}: một ô chứa 8 MiB chữ",
    "an attribute without a value": "thuộc tính không có giá trị",
    "an attribute without an end": "thuộc tính không kết thúc",
    "an ampersand that begins no reference": "dấu & không mở đầu tham chiếu nào",
    "an entity that XML does not have": "thực thể mà XML không có",

    "more formats than there can be": "quá nhiều định dạng",
    "more than 1 GiB of shared text": "chữ dùng chung quá 1 GiB",
    "there are no rows": "không có dòng nào",
    "a row without a number": "dòng không có số",
    "rows out of order": "các dòng sai thứ tự",
    "row {1}: the table grows too long or too wide; delete what stands behind its last column":
      "dòng {1}: bảng quá dài hoặc quá rộng; hãy xóa những gì nằm sau cột cuối cùng",
    "a cell of an unknown type": "ô có kiểu không rõ",
    "cells out of order": "các ô sai thứ tự",
    "a value that is no text": "giá trị không phải là chữ",
    "a cell that stands in another row": "ô thuộc dòng khác",
    "a text that is not among the shared ones": "chữ không có trong bảng dùng chung",
    "a sheet that is nowhere": "có trang tính không tồn tại",

    "a workbook has no encoding and no delimiter to be named":
      "sổ tính không có bảng mã và dấu phân cách để chỉ định",
    "this is no workbook, so it has no sheet \"{1}\"":
      "đây không phải là sổ tính nên không có trang \"{1}\"",
    "the cell shows the error {1}, not a value; mend the formula or type the value":
      "ô báo lỗi {1}, không phải giá trị; hãy sửa công thức hoặc nhập giá trị",
    "a number cell without a number; type the value anew":
      "ô kiểu số nhưng không chứa số; hãy nhập lại giá trị",
    "a formula without a stored value; open the workbook in a spreadsheet and save it":
      "công thức chưa có giá trị lưu sẵn; hãy mở sổ tính bằng bảng tính và lưu lại",
    "a number shown as a day that no calendar has; type the day as text, such as 14/02/2007":
      "số hiện thành ngày không có trong lịch; hãy nhập ngày dưới dạng văn bản, ví dụ 14/02/2007",
    """
    a number without a date format in a workbook that counts days from 1904; give the column a date \
    format
    """:
      """
    số không có định dạng ngày trong sổ tính đếm ngày từ 1904; hãy đặt định dạng ngày cho cột
    """,
    "the stored number has more digits than a spreadsheet shows; {1} was read":
      "số lưu trong ô có nhiều chữ số hơn bảng tính hiện; đã đọc là {1}",
  ]
}
