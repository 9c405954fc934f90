extension Vietnamese {
  /// What is wrong with whole files: on the disk, in their encoding, in their headings.
  static let tables: [String: String] = [
    "there is no such folder": "không có thư mục này",
    "another process works on it; try again when it has ended":
      "tiến trình khác đang dùng; hãy thử lại khi nó xong",
    "there is something of that name": "đã có tệp hoặc thư mục trùng tên",
    "a file stands where a folder should": "có một tệp ở chỗ cần là thư mục",
    "there is no permission": "không có quyền",
    "the disk can only be read": "ổ đĩa chỉ cho đọc",
    "there is no room left on the disk": "ổ đĩa đã hết chỗ",
    "it is a folder": "đó là một thư mục",
    "the file would be too large": "tệp sẽ quá lớn",
    "no such file": "không có tệp này",
    "no such file or folder": "không có tệp hoặc thư mục này",
    "{1}: no such file or folder": "{1}: không có tệp hoặc thư mục này",
    "may not be read": "không được phép đọc",
    "the file may not be read": "không được phép đọc tệp này",
    "is not a regular file": "không phải là tệp thường",
    "this is no file": "đây không phải là tệp",
    "is larger than allowed here": "lớn hơn mức cho phép",
    "the file is far too large to be one of these": "tệp quá lớn so với loại tệp này",
    "cannot be made": "không tạo được",
    "reading or writing failed": "đọc hoặc ghi thất bại",
    "reading failed half way": "đang đọc thì gặp lỗi",
    "error {1}": "lỗi số {1}",

    ", line {1}": ", dòng văn bản {1}",
    ", row {1}": ", dòng {1}",
    ", byte {1}": ", byte {1}",
    "the table cannot be written": "không ghi được bảng",
    "this is not a text file": "đây không phải là tệp văn bản",
    "the encoding is not known": "không nhận ra bảng mã",
    "rows in different encodings stand in one file": "các dòng trong tệp dùng bảng mã khác nhau",
    "the text was damaged by reading it in a wrong encoding":
      "chữ đã hỏng vì từng được đọc bằng bảng mã sai",
    "one row is longer than 2 GiB": "có dòng dài hơn 2 GiB",
    "the table cannot be read": "không đọc được bảng",
    "Check the path.": "Hãy kiểm tra đường dẫn.",
    "Check the folder, its permissions and the free space.":
      "Hãy kiểm tra thư mục, quyền ghi và dung lượng còn trống.",
    "Open it in a spreadsheet and save it as \"CSV UTF-8\".":
      "Hãy mở bằng bảng tính và lưu dưới dạng \"CSV UTF-8\".",
    "Name the encoding, or save the file as \"CSV UTF-8\".":
      "Hãy nêu tên bảng mã, hoặc lưu tệp dưới dạng \"CSV UTF-8\".",
    "Export every row again in one encoding, best as \"CSV UTF-8\".":
      "Hãy xuất lại mọi dòng bằng cùng một bảng mã, tốt nhất là \"CSV UTF-8\".",
    "Export again from the original program as \"CSV UTF-8\".":
      "Hãy xuất lại từ phần mềm gốc dưới dạng \"CSV UTF-8\".",
    "Look for a quote that is opened and never closed.":
      "Hãy tìm dấu nháy kép mở mà không đóng.",
    "Check the file.": "Hãy kiểm tra tệp.",
    "an Excel workbook or another zip archive": "tệp Excel hoặc tệp nén zip",
    "an old or password-protected Excel workbook": "tệp Excel kiểu cũ hoặc có mật khẩu",
    "a PDF document": "tệp PDF",
    "a web page, whatever its name ends in": "trang web, dù tên tệp có đuôi gì",
    "a rich text document": "tệp văn bản RTF",
    "a gzip archive": "tệp nén gzip",
    "UTF-8 was read as Latin-1 and saved again, {1} lines":
      "{1} dòng UTF-8 từng bị đọc như Latin-1 rồi lưu lại",
    "another encoding was read as UTF-8 and saved again, letters are lost in {1} lines":
      "bảng mã khác từng bị đọc như UTF-8 rồi lưu lại, {1} dòng bị mất chữ",
    "row {1} has headings again, in another order; give each table a file of its own":
      "dòng {1} lại có tiêu đề, theo thứ tự khác; hãy để mỗi bảng trong một tệp riêng",
    "\"{1}\" holds given names alone; name the column of family names, as \"Họ đệm\"":
      "\"{1}\" chỉ chứa tên; hãy nêu cột họ và tên đệm, chẳng hạn \"Họ đệm\"",
    "the column behind \"{1}\" holds text without a heading; name both, as \"Họ đệm\" and \"Tên\"":
      "cột ngay sau \"{1}\" có chữ mà không có tiêu đề; hãy đặt tên cả hai, ví dụ \"Họ đệm\" và \"Tên\"",
    "TCVN3, VNI or Windows-1258 was read as Latin-1 and saved as UTF-8, {1} lines":
      "{1} dòng TCVN3, VNI hoặc Windows-1258 từng bị đọc như Latin-1 rồi lưu thành UTF-8",
    "{1} lines with Vietnamese letters are UTF-8, {2} are not":
      "{1} dòng có chữ Việt là UTF-8, {2} dòng thì không",
    "the words with tone marks are no Vietnamese in any of {1}":
      "các chữ có dấu không thành tiếng Việt trong bảng mã nào của {1}",

    "given by the user": "do người dùng chỉ định",
    "every second byte is zero": "cứ hai byte có một byte bằng 0",
    "the file begins with the byte order mark of {1}": "tệp bắt đầu bằng dấu BOM của {1}",
    "every byte of the file fits UTF-8": "mọi byte của tệp hợp với UTF-8",
    "every byte is ASCII": "mọi byte đều là ASCII",
    "{1} % of the words with tone marks are Vietnamese when read as {2}":
      "{1} % số chữ có dấu là tiếng Việt khi đọc bằng {2}",
    "all lines but {1} fit UTF-8; those are set aside":
      "mọi dòng trừ {1} dòng hợp với UTF-8; các dòng đó bị loại",
    "the first line is \"sep=\"": "dòng đầu là \"sep=\"",
    "no delimiter cuts the rows into equal numbers of fields; they have one column":
      "không dấu phân cách nào chia các dòng thành số ô bằng nhau; bảng có một cột",
    "{1} % of the first rows have {2} fields when cut at {3}":
      "{1} % số dòng đầu có {2} ô khi cắt ở dấu {3}",

    "the file is empty; a heading row is needed": "tệp trống; cần có hàng tiêu đề",
    "a count is damaged": "một số đếm bị hỏng",
    "there is no column \"{1}\"": "không có cột \"{1}\"",
    "the row is damaged": "dòng bị hỏng",
    "no heading for {1} in this file ({2}); {3}{4}":
      "tệp này ({2}) không có tiêu đề cho {1}; {3}{4}",
    "; nearest: {1}": "; gần nhất: {1}",
    "headings found: {1}": "các tiêu đề tìm thấy: {1}",
    "{1} headings found, the first: {2}": "tìm thấy {1} tiêu đề, đầu tiên là: {2}",
    "{1}. Row {2} has headings, too; put all of them into one row":
      "{1}. Dòng {2} cũng có tiêu đề; hãy gộp tất cả vào một dòng",
    "{1} columns are called {2}, and {3} can be but one; give them different headings":
      "{1} cột cùng tên {2}, mà {3} chỉ có thể là một; hãy đặt tiêu đề khác nhau",
    "this is a tar, as of a signed batch; name it under \"results:\" of an exchange file, where it is verified first":
      "đây là tệp tar, như của một lô đã ký; hãy nêu nó dưới \"results:\" trong tệp trao đổi, nơi nó được kiểm tra trước",
    "{1}: {2} identifiers stand in several rows, as {3}; each row is linked by itself, and a decision about the identifier means all of them":
      "{1}: {2} mã định danh đứng ở nhiều dòng, như {3}; mỗi dòng được ghép riêng, và một quyết định về mã ấy là về tất cả các dòng đó",
    "{1} should stand under \"{2}\", and there is no such heading; {3}":
      "{1} phải ở dưới tiêu đề \"{2}\", mà không có tiêu đề này; {3}",
    "{1} columns may be {2}: {3}; name the right one "
      + "(columns: in the exchange file, --column of import), or rename the others":
      "{1} cột có thể là {2}: {3}; hãy nêu cột đúng "
      + "(columns: trong tệp trao đổi, --column của lệnh import), hoặc đổi tên các cột còn lại",
    "the column \"{1}\" is not a tie key: tie_1 to tie_{2} are":
      "cột \"{1}\" không phải là tiêu chí phụ; chỉ có tie_1 đến tie_{2}",
    "no heading for name or national_id in this people file; {1}":
      "tệp danh sách người này không có tiêu đề cho name hoặc national_id; {1}",
    "no heading for national_id or former_id": "không có tiêu đề cho national_id hoặc former_id",
    "no heading for {1}; a placement that stands alone needs it in the wishes":
      "không có tiêu đề cho {1}; khi xét tuyển riêng, tệp nguyện vọng phải có cột này",
    "unknown encoding \"{1}\"; use one of {2}":
      "không có bảng mã \"{1}\"; hãy dùng một trong {2}",
    "unknown delimiter \"{1}\"; use one of {2}":
      "không có dấu phân cách \"{1}\"; hãy dùng một trong {2}",
    "unknown decimal sign \"{1}\"; use point or comma":
      "không có dấu thập phân \"{1}\"; hãy dùng point hoặc comma",
    """
    unknown date form "{1}"; use dd/mm/yyyy, d/m/yyyy, mm/dd/yyyy, yyyy-mm-dd, ddmmyyyy or excel
    """:
      """
    không có dạng ngày "{1}"; hãy dùng dd/mm/yyyy, d/m/yyyy, mm/dd/yyyy, yyyy-mm-dd, ddmmyyyy \
    hoặc excel
    """,
  ]
}
