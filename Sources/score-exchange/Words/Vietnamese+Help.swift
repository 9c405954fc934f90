extension Vietnamese {
  /// Help of the tool, of the options that many commands share, and of the main job.
  static let help: [String: String] = [
    "Exchanges and recognises thinking-assessment results between universities.":
      "Trao đổi và công nhận kết quả đánh giá tư duy giữa các trường đại học.",
    "Example: ": "Ví dụ: ",
    "Exit statuses:": "Mã kết thúc:",
    "done": "xong",
    "the check asked for says no": "phép kiểm tra trả lời không",
    "wrong usage": "dùng sai lệnh",
    "bad input data": "dữ liệu đầu vào sai",
    "input missing": "thiếu đầu vào",
    "output cannot be made": "không tạo được kết quả",
    "read or write failed": "đọc hoặc ghi thất bại",
    "not permitted: key, trust, embargo": "không được phép: khóa, tin cậy, embargo",
    "Write nothing to standard error but errors.": "Không ghi gì ra đầu ra lỗi ngoài lỗi.",
    "The sheet on which a table of a workbook stands, as wishes=NAME; repeat for more.":
      "Trang tính chứa một bảng của sổ tính, như wishes=TÊN; lặp lại cho nhiều bảng.",
    "Tell how far the work has come, also where standard error is no terminal.":
      "Cho biết tiến độ, cả khi đầu ra lỗi không phải là màn hình.",
    "Write one JSON document to standard output.": "Ghi một tài liệu JSON ra đầu ra chuẩn.",
    "Use no colours; none are ever used, so this and NO_COLOR change nothing.":
      "Không dùng màu; công cụ vốn không bao giờ dùng màu nên tùy chọn này và NO_COLOR không đổi gì.",
    "Language of messages and help (default: by LC_ALL, LC_MESSAGES, LANG).":
      "Ngôn ngữ của thông báo và trợ giúp (mặc định: theo LC_ALL, LC_MESSAGES, LANG).",
    "Threads to use.": "Số luồng xử lý.",
    "Write tables for a spreadsheet: byte order mark, safe cells.":
      "Ghi bảng cho phần mềm bảng tính: có dấu BOM, ô an toàn.",
    "Write the table for a spreadsheet: byte order mark, safe cells.":
      "Ghi bảng cho phần mềm bảng tính: có dấu BOM, ô an toàn.",
    "Write the file for a spreadsheet: byte order mark, safe cells.":
      "Ghi tệp cho phần mềm bảng tính: có dấu BOM, ô an toàn.",
    "Fail when a single row is rejected.": "Coi là thất bại khi có một dòng bị loại.",
    "Fail when more rows are rejected than this count or percent (100, 2%).":
      "Coi là thất bại khi số dòng bị loại vượt số hoặc tỷ lệ này (100, 2%).",
    "Encoding: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni.":
      "Bảng mã: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni.",
    "Delimiter: comma, semicolon, tab, pipe.": "Dấu phân cách: comma, semicolon, tab, pipe.",
    "The sheet of a workbook (default: the first that is shown).":
      "Trang của sổ tính (mặc định: trang đầu tiên được hiện).",
    "Write each table as a workbook too, beside its CSV; a file NAME.xlsx is a workbook anyway.":
      "Ghi thêm mỗi bảng thành sổ tính Excel cạnh tệp CSV; tệp TÊN.xlsx thì luôn là sổ tính.",
    "--xlsx needs a file to stand beside; name one with -o.":
      "--xlsx cần một tệp để đặt bên cạnh; hãy nêu bằng -o.",
    "Decimal sign: point, comma.": "Dấu thập phân: point, comma.",
    "Date form: dd/mm/yyyy, mm/dd/yyyy, yyyy-mm-dd, ddmmyyyy, excel.":
      "Dạng ngày: dd/mm/yyyy, mm/dd/yyyy, yyyy-mm-dd, ddmmyyyy, excel.",
    "Which heading is which column, as candidate_number=Mã HS; repeat for more.":
      "Tiêu đề nào là cột nào, như candidate_number=Mã HS; có thể lặp lại.",
    """
    Rows and sum of totals of a file, as rows=727,sum=38412.55; with several files as \
    FILE:rows=727, repeated.
    """:
      """
    Số dòng và tổng điểm của một tệp, như rows=727,sum=38412.55; có nhiều tệp thì viết \
    TỆP:rows=727, lặp lại.
    """,

    "Import, link, recognise, place and sign: everything an exchange file asks for.":
      "Nhập tệp, ghép hồ sơ, công nhận, xét tuyển và ký: mọi việc mà tệp trao đổi yêu cầu.",
    """
    The output folder appears whole or not at all. Before the hour of an embargo only the counts \
    are shown, nothing is written, and the status is 77. Rows that cannot be used are listed in \
    rejects.csv and are no failure unless --strict or --max-rejects says so.
    """:
      """
    Thư mục kết quả xuất hiện trọn vẹn hoặc không xuất hiện. Trước giờ hết embargo chỉ hiện các số \
    đếm, không ghi gì, và mã kết thúc là 77. Các dòng không dùng được nằm trong \
    rejects.csv và không phải là thất bại, trừ khi có --strict hoặc --max-rejects.
    """,
    "The exchange file.": "Tệp trao đổi.",
    "The exchange file; - is standard input.": "Tệp trao đổi; - là đầu vào chuẩn.",
    "The output folder.": "Thư mục kết quả.",
    "Do everything, write nothing, show the counts.":
      "Làm mọi việc, không ghi gì, chỉ hiện các số đếm.",
    "Show the report in the browser at the end.": "Cuối cùng mở báo cáo bằng trình duyệt.",
    "When the batches are made, as 2025-07-16T08:00:00Z (default: SOURCE_DATE_EPOCH or now).":
      """
    Thời điểm lập các gói, như 2025-07-16T08:00:00Z (mặc định: SOURCE_DATE_EPOCH hoặc bây giờ).
    """,
    "Write the applicants without a linked result, identifiers masked, for publication.":
      "Ghi các thí sinh chưa ghép được kết quả, che số định danh, để công bố.",
    "Show what the importer sees in a file: layout, columns, ranges, first problems.":
      "Cho thấy tệp được hiểu thế nào: dạng tệp, các cột, khoảng giá trị, lỗi đầu tiên.",
    "Files; - is standard input.": "Các tệp; - là đầu vào chuẩn.",
    "Check rows by the assessments of this exchange file.":
      "Kiểm tra các dòng theo các kỳ thi của tệp trao đổi này.",
    "The assessment, where the exchange file has several.":
      "Kỳ thi, khi tệp trao đổi có nhiều kỳ thi.",
    "Read results files, whatever their layout, into one table.":
      "Đọc các tệp kết quả thi, dạng nào cũng được, vào một bảng.",
    "Results files; - is standard input.": "Các tệp kết quả thi; - là đầu vào chuẩn.",
    "The exchange file that describes the assessment.": "Tệp trao đổi mô tả kỳ thi.",
    "A file that describes only the assessment.": "Tệp chỉ mô tả kỳ thi.",
    "The assessment of files that the exchange file does not name.":
      "Kỳ thi của những tệp mà tệp trao đổi không nêu.",
    "What files not named by the exchange file hold.":
      "Những tệp mà tệp trao đổi không nêu chứa gì.",
    "Where results go (default: standard output).":
      "Nơi ghi kết quả thi (mặc định: đầu ra chuẩn).",
    "Where rejected rows go (default: only their number is shown).":
      "Nơi ghi các dòng bị loại (mặc định: chỉ hiện số dòng).",

    "Make the page of a run anew, or the annual report over its batches.":
      "Lập lại trang báo cáo của một lần chạy, hoặc báo cáo năm từ các gói.",
    """
    The page of a run is made from its output folder and is the one that `run` wrote. The annual \
    report verifies every batch first; a refused one is named with its reason code, nothing of it \
    is counted, and the command ends with 1. Of several batches of a chain the last counts; \
    different ones that claim to be the last are refused (E_FORK).
    """:
      """
    Trang của một lần chạy được lập từ thư mục kết quả và đúng là trang mà `run` đã ghi. Báo cáo \
    năm kiểm tra mọi gói trước; gói bị từ chối được nêu cùng mã lý do, không được tính, và lệnh kết \
    thúc với 1. Trong nhiều gói của một chuỗi, gói cuối được tính; các gói khác nhau cùng nhận là gói \
    cuối đều bị từ chối (E_FORK).
    """,
    "The output folder of a run; with --annual batches, or folders that hold them.":
      "Thư mục kết quả của một lần chạy; với --annual là các gói hoặc thư mục chứa chúng.",
    "The fourth-quarter report over batches.": "Báo cáo quý IV từ các gói.",
    """
    Where the page goes; - is standard output (default: report.html in the folder, annual.html; \
    with --json no page).
    """:
      """
    Nơi ghi trang; - là đầu ra chuẩn (mặc định: report.html trong thư mục, annual.html; với --json \
    thì không có trang).
    """,
    "The school as which batches are verified (default: each batch's first recipient).":
      "Kiểm tra các gói với tư cách trường nào (mặc định: trường nhận đầu tiên của mỗi gói).",
    "Make a realistic synthetic exchange of any size, and the truth about it.":
      "Tạo một cuộc trao đổi giả lập sát thực tế, cỡ tùy ý, kèm đáp án.",
    "The same numbers make the same bytes. truth/ says who is who and which rows are faulty.":
      "Cùng tham số cho cùng byte. truth/ cho biết ai là ai và dòng nào có lỗi.",
    "Result rows in all files.": "Số dòng kết quả thi trong mọi tệp.",
    "People who apply (default: three quarters of the results).":
      "Số người nộp hồ sơ (mặc định: ba phần tư số kết quả).",
    "Wishes in all (default: four an applicant).":
      "Tổng số nguyện vọng (mặc định: bốn mỗi thí sinh).",
    "The seed of the random numbers.": "Hạt giống của số ngẫu nhiên.",
    "Share of result rows with a fault, 0 to 1.": "Tỷ lệ dòng kết quả có lỗi, từ 0 đến 1.",
    "The folder to write.": "Thư mục để ghi.",
  ]
}
