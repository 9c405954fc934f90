extension Vietnamese {
  /// Help of commands about people: links, one person, placements.
  static let helpOnPeople: [String: String] = [
    "Link two files of people, on their own.": "Ghép hai tệp danh sách người.",
    """
    Headings are recognised as in an exchange: an identifier, name or its parts, birth_date, sex, \
    national_id, former_id, province; a column school, source or sitting makes the linkage \
    one-to-one within each. The model is estimated on the two files unless --model names a stored \
    one. Filled in, review.csv is the file for --decisions.
    """:
      """
    Tiêu đề được nhận ra như trong một cuộc trao đổi: mã, họ tên hoặc các phần của nó, birth_date, \
    sex, national_id, former_id, province; có cột school, source hoặc sitting thì trong mỗi giá \
    trị ghép một đối một. Mô hình được ước lượng trên hai tệp, trừ khi --model nêu mô hình đã lưu. \
    review.csv điền xong là tệp cho --decisions.
    """,
    "The people that are looked for; - is standard input.":
      "Những người cần tìm; - là đầu vào chuẩn.",
    "The rows to be given to them; - is standard input.":
      "Các dòng để ghép cho họ; - là đầu vào chuẩn.",
    "Where the links go (default: standard output).":
      "Nơi ghi các cặp ghép (mặc định: đầu ra chuẩn).",
    "Where the pairs go that a person has to decide.": "Nơi ghi các cặp phải do người quyết định.",
    "What people decided about earlier reviews.":
      "Những gì người đã quyết định ở lần xem xét trước.",
    "How many different people must say that two rows are one person.":
      "Cần bao nhiêu người khác nhau xác nhận hai dòng là một người.",
    "Show the waterfall of each pair of this record instead of the links.":
      "Cho xem từng dấu hiệu của mỗi cặp có bản ghi này, thay cho các cặp ghép.",
    "A stored model; with --train the file it is written to.":
      "Mô hình đã lưu; với --train là tệp để ghi mô hình.",
    "Write the estimated model, and refuse files that do not tell all of it.":
      "Ghi mô hình đã ước lượng, từ chối các tệp không đủ để ước lượng hết.",
    "Which heading is which column.": "Tiêu đề nào là cột nào.",
    "The same for the right file.": "Như trên, cho tệp bên phải.",
    "Further columns to compare: exact, text (by words and slips), number (by digits).":
      "Các cột thêm để so sánh: exact, text (theo từ và lỗi gõ), number (theo chữ số).",
    "A file with a key; numbers become keyed tokens before they are compared or written.":
      "Tệp chứa khóa; các số thành mã có khóa trước khi so sánh hoặc ghi.",
    "Find who is one person over several files, such as the results of all schools.":
      "Tìm ai là một người trong nhiều tệp, như kết quả của mọi trường.",
    """
    Files are read as by link. A person has at most one row of each file, and of each source where \
    a file has a column school, source or sitting. Filled in, review.csv is the file for --decisions.
    """:
      """
    Các tệp được đọc như với link. Mỗi người có nhiều nhất một dòng trong mỗi tệp, và trong mỗi \
    nguồn nếu tệp có cột school, source hoặc sitting. review.csv điền xong là tệp cho --decisions.
    """,
    "The files of people; one is enough where it holds several sources.":
      "Các tệp danh sách người; một tệp là đủ nếu tệp có nhiều nguồn.",
    "Where the people go (default: standard output).":
      "Nơi ghi danh sách người (mặc định: đầu ra chuẩn).",
    "A stored model.": "Mô hình đã lưu.",
    "Replace national identifiers by keyed tokens, for linking across schools.":
      "Thay số định danh bằng mã có khóa, để ghép giữa các trường.",
    """
    A token is HMAC-SHA-256 of the number under a key that the linking schools share. The other \
    school links its own file with it by link --tokens shared.key, and neither sees a number of the \
    other.
    """:
      """
    Mã là HMAC-SHA-256 của số dưới khóa mà các trường cùng giữ. Trường kia ghép tệp của mình bằng \
    link --tokens shared.key, và không bên nào thấy số của bên kia.
    """,
    "The file; - is standard input.": "Tệp; - là đầu vào chuẩn.",
    "A file with the key, at least 16 bytes; - is standard input.":
      "Tệp chứa khóa, ít nhất 16 byte; - là đầu vào chuẩn.",

    "Show one applicant over all schools: links, recognition, wishes.":
      "Cho xem một thí sinh ở mọi trường: ghép hồ sơ, công nhận, nguyện vọng.",
    """
    The run of the exchange file is made anew, and nothing is written: which results were weighed \
    and what each field said, every school's decision with its whole calculation, and why each wish \
    was granted or not.
    """:
      """
    Chạy lại tệp trao đổi mà không ghi gì: những kết quả nào đã được cân nhắc và từng dấu hiệu nói \
    gì, quyết định của mỗi trường cùng toàn bộ phép tính, và vì sao mỗi nguyện vọng trúng tuyển \
    hay không.
    """,
    "The applicant's number.": "Mã thí sinh.",
    "Hand out or delete what an output folder holds about one person.":
      "Cấp hoặc xóa những gì thư mục kết quả chứa về một người.",
    """
    A person is what the run linked automatically: her numbers as an applicant and every result \
    linked to them.
    """:
      """
    Một người là những gì lần chạy đã ghép tự động: các mã thí sinh của người đó và mọi kết quả \
    ghép với chúng.
    """,
    "The output folder of a run.": "Thư mục kết quả của một lần chạy.",
    "Her number as an applicant; repeatable.": "Mã thí sinh; có thể lặp lại.",
    "Her national identifier in results; repeatable.":
      "Số định danh trong kết quả thi; có thể lặp lại.",
    "Copy every row about one person, with a receipt for each signed one.":
      "Chép mọi dòng về một người, kèm biên nhận cho mỗi dòng đã ký.",
    """
    Writes person.json and the receipts, which verify-receipt checks. They hold her data whole and \
    are readable by their owner alone.
    """:
      """
    Ghi person.json và các biên nhận mà verify-receipt kiểm tra được. Chúng chứa đủ dữ liệu của \
    người đó và chỉ chủ tệp đọc được.
    """,
    "The folder for the copy.": "Thư mục cho bản chép.",
    "Delete every row about one person; what was signed about others stays provable.":
      "Xóa mọi dòng về một người; những gì đã ký về người khác vẫn chứng minh được.",
    """
    Tables lose her rows. A signed batch keeps its signatures; verify --redacted proves every row \
    that is left, and no office takes it for a whole batch. deletions.json records how many rows \
    went, and nothing about whom. Export first: what is deleted is gone. The files that the run \
    read are yours to change.
    """:
      """
    Các bảng mất những dòng về người đó. Gói đã ký giữ nguyên chữ ký; verify --redacted chứng minh \
    mọi dòng còn lại, và không trường nào coi đó là gói trọn vẹn. deletions.json ghi số dòng đã \
    xóa, không ghi về ai. Hãy export trước: đã xóa là mất. Các tệp đầu vào thì bạn tự sửa.
    """,
    "The time of the record, as 2025-07-16T08:00:00Z.":
      "Thời điểm lập biên bản, như 2025-07-16T08:00:00Z.",
    "Show what changed between two runs, two batches or two placements.":
      "Cho xem những thay đổi giữa hai lần chạy, hai gói hoặc hai kết quả xét tuyển.",
    """
    OLD and NEW are two output folders of a run, two batch folders, or two files of placements. \
    Changes stand by person and by programme; identifiers that look like national ones are masked. \
    Ends with 0 when nothing differs and with 1 otherwise. Signatures are not looked at: that is \
    the work of verify.
    """:
      """
    OLD và NEW là hai thư mục kết quả, hai thư mục gói, hoặc hai tệp kết quả xét tuyển. Thay đổi \
    được nêu theo người và theo ngành; số định danh được che. Kết thúc với 0 khi không có gì khác, \
    với 1 khi có. Chữ ký không được xem: đó là việc của verify.
    """,
    "The older folder or file.": "Thư mục hoặc tệp cũ.",
    "The newer folder or file.": "Thư mục hoặc tệp mới.",

    "Place applicants by their wishes and scores.":
      "Xét tuyển thí sinh theo nguyện vọng và điểm.",
    """
    The placement is stable and gives every applicant the highest wish that any stable placement \
    under the same rules gives.
    """:
      """
    Kết quả xét tuyển ổn định và cho mỗi thí sinh nguyện vọng cao nhất mà một kết quả ổn định bất \
    kỳ theo cùng quy tắc có thể cho.
    """,
    "Tables and rules": "Bảng và quy tắc",
    "How the wishes file is laid out": "Cách trình bày tệp nguyện vọng",
    "Questions": "Câu hỏi",
    "Where placements go (default: standard output).":
      "Nơi ghi kết quả xét tuyển (mặc định: đầu ra chuẩn).",
    "Where cutoffs go.": "Nơi ghi điểm chuẩn.",
    "Where wishes that cannot be used go.": "Nơi ghi các nguyện vọng không dùng được.",
    "Where a certificate goes that anybody can check.":
      "Nơi ghi bản chứng minh mà ai cũng kiểm tra được.",
    "Programmes with quotas.": "Các ngành và chỉ tiêu.",
    "Wishes with ranks and scores.": "Nguyện vọng có thứ tự và điểm.",
    "Seats that programmes share.": "Chỉ tiêu chung của nhiều ngành.",
    "Seats kept for groups.": "Chỉ tiêu dành riêng cho các nhóm.",
    "People who have a place elsewhere; their wishes are void.":
      "Người đã có chỗ ở nơi khác; nguyện vọng của họ không xét.",
    "Placements of an earlier round that stay.": "Kết quả của vòng trước được giữ nguyên.",
    "Keys that tell equal scores apart: tie_1 (larger is better), -tie_1, wish-rank.":
      "Tiêu chí phụ khi bằng điểm: tie_1 (lớn hơn thì hơn), -tie_1, wish-rank.",
    "People equal at the line: admit-all, reject-all, cut, lottery:SEED.":
      "Người bằng nhau tại điểm chuẩn: admit-all, reject-all, cut, lottery:SEED.",
    "Explain this applicant's wishes.": "Giải thích các nguyện vọng của thí sinh này.",
    "Explain the line of this programme: CODE or SCHOOL/CODE.":
      "Giải thích điểm chuẩn của ngành này: MÃ hoặc TRƯỜNG/MÃ.",
    "Try changes and tell who moves: scenario, change, school, programme, pool, value.":
      "Thử các thay đổi và cho biết ai đổi chỗ: scenario, change, school, programme, pool, value.",
    "Emulate so many filtering rounds beside the placement.":
      "Mô phỏng bấy nhiêu vòng lọc ảo bên cạnh kết quả xét tuyển.",
    "People called in a round for each seat, as 1.25.":
      "Số người gọi trong một vòng cho mỗi chỗ, như 1.25.",
    "Forecast who comes, by past shares: school, programme, yield.":
      "Dự báo ai nhập học, theo tỷ lệ các năm trước: school, programme, yield.",
    "Prove a placement, ours or foreign.":
      "Chứng minh một kết quả xét tuyển, của ta hay của nơi khác.",
    """
    Feasible, nobody who would rather have a seat that would take her, no tie split, cutoffs as \
    stated, and the best stable placement for applicants. Ends with 0, or with 1 and the first \
    witness of each fault on standard output.
    """:
      """
    Đúng chỉ tiêu, không ai muốn một chỗ khác mà chỗ đó cũng nhận, không tách người bằng điểm, điểm \
    chuẩn đúng như nêu, và là kết quả ổn định tốt nhất cho thí sinh. Kết thúc với 0, hoặc với 1 và \
    trường hợp đầu tiên của mỗi lỗi trên đầu ra chuẩn.
    """,
    "The placement to check.": "Kết quả xét tuyển cần kiểm tra.",
    "Cutoffs stated with it.": "Điểm chuẩn nêu kèm.",
  ]
}
