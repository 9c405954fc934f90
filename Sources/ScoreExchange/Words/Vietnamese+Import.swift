extension Vietnamese {
  /// What is wrong with rows and cells, and with a file among its assessments.
  static let rows: [String: String] = [
    "the row is of {1}, and the file is read as {2}":
      "dòng này là của {1}, còn tệp được đọc như {2}",
    "the row is of {1}, and {2} is of {3}": "dòng này là của {1}, còn {2} là của {3}",
    "the cell is empty": "ô trống",
    "bytes that are not text in this file's encoding, or letters that an earlier program lost":
      "có byte không phải là chữ trong bảng mã của tệp này, hoặc chữ bị phần mềm trước làm mất",
    "the letters were damaged by a program that read UTF-8 as Latin-1":
      "chữ đã hỏng do phần mềm đọc UTF-8 như Latin-1",
    "the cell holds {1} bytes, far too many; look for a quote that is never closed":
      "ô có {1} byte, quá nhiều; hãy tìm dấu nháy kép mở mà không đóng",
    "it has a column \"{1}\" already; rename or remove it":
      "tệp đã có cột \"{1}\"; hãy đổi tên hoặc bỏ cột đó",
    "a results file has no column \"{1}\"; ": "tệp kết quả thi không có cột \"{1}\"; ",
    "there are {1}": "chỉ có {1}",
    "nearest: {1}": "gần nhất: {1}",
    "{1} fields, the heading row has {2}": "dòng có {1} ô, hàng tiêu đề có {2}",
    "the cell holds the invisible character U+{1}": "ô có ký tự không nhìn thấy U+{1}",
    "the cell begins with \"{1}\", which a spreadsheet would run":
      "ô bắt đầu bằng \"{1}\", bảng tính sẽ chạy như công thức",
    "the cell is not a number": "ô không phải là số",
    "\"{1}\" is not one of same, different, undo":
      "\"{1}\" không phải là một trong các từ same, different, undo",
    "\"{1}\" is not a year": "\"{1}\" không phải là năm",
    "\"{1}\" is not one of KV1, KV2-NT, KV2, KV3":
      "\"{1}\" không phải là khu vực ưu tiên: KV1, KV2-NT, KV2, KV3",
    "\"{1}\" is not UT1, UT2 or an object code 01 to 07":
      "\"{1}\" không phải là UT1, UT2 hoặc mã đối tượng ưu tiên từ 01 đến 07",
    "\"2\" may be UT2 or object 02; write one of them":
      "\"2\" có thể là UT2 hoặc đối tượng 02; hãy ghi rõ một trong hai",
    "\"{1}\" is not a whole number from 0": "\"{1}\" không phải là số nguyên từ 0",
    "\"{1}\" is not a whole number from 1": "\"{1}\" không phải là số nguyên từ 1",
    "{1} is not between {2} and {3}": "{1} không nằm trong khoảng từ {2} đến {3}",
    "a line of totals, no programme": "dòng tổng cộng, không phải là ngành xét tuyển",
    "a line of totals or a note below the data, no result":
      "dòng tổng cộng hoặc ghi chú dưới bảng, không phải kết quả thi",
    "{1} has no sitting \"{2}\"; it has {3}": "{1} không có đợt thi \"{2}\"; các đợt thi: {3}",
    "the row does not say its sitting; {1} has {2}":
      "dòng không ghi đợt thi; {1} có các đợt thi {2}",
    "\"{1}\" contradicts the status \"{2}\"": "\"{1}\" trái với tình trạng dự thi \"{2}\"",
    "the parts add up to {1}, the total says {2}":
      "các phần thi cộng lại là {1}, ô tổng điểm ghi {2}",
    "\"{1}\" is not a known status; absent (vắng), withheld (hoãn) or void (hủy) are":
      "\"{1}\" không phải là tình trạng dự thi; chỉ dùng vắng (absent), hoãn (withheld), hủy (void)",
    "the status is \"{1}\", and the cell holds {2}": "tình trạng dự thi là \"{1}\" mà ô có {2}",
    "the cell is empty, and no status says why": "ô trống mà không có tình trạng dự thi giải thích",
    "{1} is not between 0 and {2}": "{1} không nằm trong khoảng từ 0 đến {2}",
    "the number is far too large for a score": "số quá lớn so với một điểm thi",
    "{1} is not a multiple of {2}": "{1} không phải là bội của bước điểm {2}",
    "the total is not between {1} and {2}": "tổng điểm không nằm trong khoảng từ {1} đến {2}",
    "scientific notation has lost digits; export the column as text or numbers":
      "dạng lũy thừa làm mất chữ số; hãy xuất lại cột này dưới dạng văn bản hoặc số",
    "a decimal comma in a file that writes a point":
      "dấu phẩy thập phân trong tệp dùng dấu chấm",
    "a decimal point in a file that writes a comma":
      "dấu chấm thập phân trong tệp dùng dấu phẩy",
    "not a number": "không phải là số",
    "another row of this programme says something else":
      "có dòng khác của cùng ngành này ghi khác",
    "the same row stands in row {1}": "dòng này lặp lại dòng {1}",
    " at {1}": " của {1}",
    "there is no programme \"{1}\"{2}": "không có ngành \"{1}\"{2}",
    "several schools have a programme \"{1}\"; name the school":
      "nhiều trường có ngành \"{1}\"; hãy ghi rõ mã trường",
    "; did you mean {1}?": "; có phải là {1}?",
    " or ": " hoặc ",
    "{1} has no programme \"{2}\"{3}": "{1} không có ngành \"{2}\"{3}",
    "\"{1}\" is not a school of the exchange": "\"{1}\" không phải là trường tham gia trao đổi",
    "no name has the character \"{1}\"": "họ tên không thể có ký tự \"{1}\"",
    "not a time of day; write it as 2025-07-16 20:30":
      "không phải giờ trong ngày; hãy viết như 2025-07-16 20:30",
    "a year alone is no day; day and month are needed too":
      "chỉ có năm thì chưa phải là ngày; cần cả ngày và tháng",
    "not a day of the calendar": "không phải là ngày có thật",
    "the year needs four digits; this file's form is {1}":
      "năm phải có bốn chữ số; tệp này viết ngày theo dạng {1}",
    "not a day of the calendar; this file's form is {1}":
      "không phải là ngày có thật; tệp này viết ngày theo dạng {1}",
    "{1} is not before {2}": "{1} không trước ngày {2}",
    "\"{1}\" is not one of Nam, Nữ, male, female; the sex is left open":
      "\"{1}\" không phải là Nam, Nữ, male, female; giới tính được để trống",
    "{1} {2} is not between {3} and {4}, as the scale {5} is":
      "{1} {2} không nằm giữa {3} và {4} của thang {5}",
    "rows of this applicant have different birth dates: {1}":
      "các dòng của thí sinh này ghi ngày sinh khác nhau: {1}",
    "rows of this applicant say male and female":
      "các dòng của thí sinh này ghi cả nam lẫn nữ",
    "rows of this applicant have different old numbers: {1}":
      "các dòng của thí sinh này ghi số CMND cũ khác nhau: {1}",
    "rows of this applicant have different names":
      "các dòng của thí sinh này ghi họ tên khác nhau",
    "rows of this applicant have different national identifiers: {1}":
      "các dòng của thí sinh này có số định danh khác nhau: {1}",
    "another row of this applicant says something else":
      "có dòng khác của cùng thí sinh này ghi khác",
    "the same row stands in {1}, row {2}": "dòng này lặp lại dòng {2} của {1}",
    "there is no applicant \"{1}\"": "không có hồ sơ thí sinh \"{1}\"",
    """
    {1} digits: leading zeros may be lost, and birth year and sex do not confirm it; send the \
    number as text with 12 digits
    """:
      """
    có {1} chữ số: có thể mất các số 0 ở đầu, năm sinh và giới tính không xác nhận được; hãy gửi \
    số định danh dưới dạng văn bản đủ 12 chữ số
    """,
    "{1}: lost leading zeros put back": "{1}: đã bù các số 0 bị mất ở đầu",
    "birth year {1}, the number says {2}": "năm sinh {1}, theo số định danh là {2}",
    "sex {1}, the number says {2}": "giới tính {1}, theo số định danh là {2}",
    "{1} contradicts the row: {2}": "{1} trái với dòng: {2}",
    "scientific notation has lost digits; export the column as text":
      "dạng lũy thừa làm mất chữ số; hãy xuất lại cột này dưới dạng văn bản",
    "scientific notation has lost digits; export the column as text with all 12 digits":
      "dạng lũy thừa làm mất chữ số; hãy xuất lại cột này dưới dạng văn bản đủ 12 chữ số",
    """
    not a national identifier: 12 digits (CCCD) or 9 digits (CMND) are needed, {1} characters found
    """:
      """
    không phải là số định danh: cần 12 chữ số (CCCD) hoặc 9 chữ số (CMND), ở đây có {1} ký tự
    """,
    "no result with this candidate number and sitting":
      "không có kết quả nào với số báo danh và đợt thi này",
    "another row of this candidate number and sitting says something else; {1}: {2}":
      "có dòng khác cùng số báo danh và đợt thi ghi khác; {1}: {2}",
    "leave the right one alone": "hãy chỉ để lại dòng đúng",
    "leave out the file that is wrong, or name the later one as an amendment":
      "hãy bỏ tệp sai, hoặc khai báo tệp gửi sau là đính chính (amendment)",
    "the row was rejected before, and is corrected in {1}":
      "dòng này đã bị loại và được sửa tại {1}",
    """
    another row of this candidate number and sitting could not be used, and may be the right one; {1}: {2}
    """:
      """
    có dòng khác cùng số báo danh và đợt thi không dùng được, và có thể dòng đó mới đúng; {1}: {2}
    """,
    "the spreadsheet shows an error or a column too narrow for its number; correct it there":
      "bảng tính hiện lỗi, hoặc cột quá hẹp so với số; hãy sửa trong bảng tính",
    "\"{1}\" (U+{2}) is no plain digit or Latin letter, though it may look like one; type the number again":
      "\"{1}\" (U+{2}) không phải là chữ số thường hay chữ cái Latinh, dù trông có thể giống; hãy gõ lại số này",
    "no candidate number has the character \"{1}\"; correct the cell":
      "số báo danh không có ký tự \"{1}\"; hãy sửa ô này",
    "a program took the number for a decimal, and zeros before it may be lost; export it as text":
      "một chương trình đã coi số này là số thập phân, và có thể đã mất các số 0 ở đầu; hãy xuất dưới dạng văn bản",
    "the spreadsheet took the number for a day, a time or a truth value; enter it as text":
      "bảng tính đã coi số này là ngày, giờ hoặc giá trị đúng/sai; hãy nhập dưới dạng văn bản",
    """
    the month was read before the day: {1} dates can only be mm/dd/yyyy, the first in row {2}; {3} \
    could be either. Say the date format where that is wrong
    """:
      """
    tháng được đọc trước ngày: {1} ngày chỉ có thể là mm/dd/yyyy, ngày đầu tiên ở dòng {2}; {3} ngày \
    đọc được theo cả hai cách. Nếu sai, hãy nêu dạng ngày
    """,
    """
    dates in two orders: {1} can only be {2}, the first in row {3}; {4} that could be either were read \
    as {5}
    """:
      """
    ngày viết theo hai thứ tự: {1} ngày chỉ có thể là {2}, ngày đầu tiên ở dòng {3}; {4} ngày đọc được \
    theo cả hai cách đã đọc theo {5}
    """,
    """
    the sheet "{1}" was read, and not {2}; name the sheet that is meant, or give each a file of its own
    """:
      """
    đã đọc trang "{1}", không đọc {2}; hãy nêu trang cần đọc, hoặc tách mỗi trang thành một tệp riêng
    """,
    "more than nine decimals, which no score has; write fewer":
      "nhiều hơn chín chữ số thập phân, không điểm nào có; hãy viết ít hơn",
    "the scores beside the status \"{1}\" are left out; empty the status where they count":
      "các điểm bên cạnh trạng thái \"{1}\" được bỏ qua; hãy xóa trạng thái nếu điểm được tính",
    "more than {1} files of one kind; join some of them":
      "nhiều hơn {1} tệp cùng loại; hãy gộp bớt",
    "the same row stands in {1}": "dòng này lặp lại {1}",
    "{1}, row {2}": "{1}, dòng {2}",
    "{1} may be {2} or as many thousands; write it without the sign":
      "{1} có thể là {2} hoặc chừng ấy nghìn; hãy ghi không có dấu",
    "the status is \"{1}\", and the remark says \"{2}\"; correct the one that is wrong":
      "trạng thái là \"{1}\", còn ghi chú là \"{2}\"; hãy sửa chỗ sai",
    "{1} is the day of {2}, and the row says {3}, which counts":
      "{1} là ngày của {2}, còn dòng này ghi {3}; lấy theo dòng này",
    "its rows are of standard input, whose headings are needed; write the name of the file that was read there in the column \"file\"":
      "các dòng lấy từ đầu vào chuẩn, mà cần có hàng tiêu đề của nó; hãy ghi tên tệp đã được đọc vào cột \"file\"",
    "its rows are of {1}, whose headings are needed: {2}":
      "các dòng là của {1}, cần có hàng tiêu đề của tệp đó: {2}",
    "the assessment {1} is not described": "chưa mô tả kỳ thi {1}",
    "no assessment has a sitting": "không kỳ thi nào có đợt thi",
    "{1}: nothing says which assessment the file holds; say --assessment, one of {2}":
      "{1}: chưa rõ tệp chứa kết quả của kỳ thi nào; hãy dùng --assessment với một trong {2}",
    "there is no assessment \"{1}\"; there are {2}": "không có kỳ thi \"{1}\"; chỉ có {2}",
    "a spreadsheet cut digits off the number; it is left out":
      "bảng tính đã cắt mất chữ số của số này; số được bỏ qua",
  ]

  /// What a table holds, and what is counted in one.
  static let words: [String: String] = [
    "results": "kết quả thi",
    "amendment": "đính chính",
    "withdrawal": "thu hồi",
    "registration": "đăng ký dự thi",
    "list of candidates": "danh sách thí sinh",
    "applicants": "hồ sơ xét tuyển",
    "programmes": "ngành tuyển sinh",
    "pools": "chỉ tiêu chung",
    "reserves": "chỉ tiêu dành riêng",
    "wishes": "nguyện vọng",
    "placements": "kết quả xét tuyển",
    "cutoffs": "điểm chuẩn",
    "bands": "bảng quy đổi",
    "conversion table": "bảng quy đổi từng điểm",
    "pairs": "cặp điểm",
    "frequencies": "bảng tần số",
    "joint frequencies": "bảng tần số chung",
    "decisions": "quyết định ghép hồ sơ",
    "rows": "số dòng",
    "sum": "tổng điểm",
    "mean": "điểm trung bình",
    "maximum": "điểm cao nhất",
    "count": "số thí sinh",
    "male": "nam",
    "female": "nữ",
    "point": "chấm",
    "comma": "phẩy",
    "semicolon": "chấm phẩy",
    "tab": "tab",
    "pipe": "gạch đứng",
  ]
}
