extension Vietnamese {
  /// What stands on the page of a run.
  static let page: [String: String] = [
    "The coordinators' rota": "Phân công trường điều phối",
    "From": "Từ ngày",
    "Until before": "Đến trước ngày",
    "Coordinator": "Trường điều phối",
    "Deputy, where it issues itself": "Ký thay khi trường điều phối tự phát hành",
    "Exchange of thinking-assessment results": "Trao đổi kết quả đánh giá tư duy",
    "Enrolment year": "Năm tuyển sinh",
    "Validity judged on": "Ngày xét hiệu lực",
    "Agreement": "Căn cứ",
    "Purpose": "Mục đích",
    "This run was signed with throw-away keys for development. Do not admit anybody by it.":
      "Lần chạy này ký bằng khóa tạm để thử nghiệm. Không dùng kết quả này để xét tuyển.",
    "Overview": "Tổng quan",
    "Files": "Tệp",
    "Distributions": "Phân bố điểm",
    "Conversions": "Quy đổi điểm",
    "Links": "Ghép hồ sơ",
    "Placement": "Xét tuyển",
    "Rejects": "Dòng bị loại",
    "Signed batches": "Gói dữ liệu đã ký",

    "Rows read": "Dòng đã đọc",
    "accepted": "nhận",
    "rejected": "loại",
    "linked to an applicant": "đã ghép với hồ sơ",
    "waiting for a person": "chờ người quyết định",
    "of no applicant": "không thuộc hồ sơ nào",
    "Recognition decisions": "Xét công nhận",
    "recognised": "công nhận",
    "refused": "không công nhận",
    "Applicants with wishes": "Người có nguyện vọng",
    "placed": "trúng tuyển",

    "Adds up: the parts make exactly {{whole}}.": "Khớp: tổng các phần đúng bằng {{whole}}.",
    """
    Deletions of a person's rows since the run: {{deletions}} (<code>deletions.json</code>). \
    Files, applicants and cutoffs stand as the run counted them; all else counts what is left.
    """:
      """
    Số lần xóa dữ liệu của một người sau lần chạy: {{deletions}} (<code>deletions.json</code>). Tệp, \
    số hồ sơ và điểm chuẩn giữ như lúc chạy; mọi số liệu khác tính trên phần còn lại.
    """,
    "Does not add up to {{whole}}.": "Không khớp: tổng các phần khác {{whole}}.",
    "Files read": "Tệp đã đọc",
    "Rows of {{count}} files: read = accepted + rejected":
      "Số dòng của {{count}} tệp: đã đọc = nhận + loại",
    "File": "Tệp",
    "Kind": "Loại",
    "School": "Trường",
    "Read": "Đã đọc",
    "Accepted": "Nhận",
    "Rejected": "Loại bỏ",
    "With warnings": "Có cảnh báo",
    "Sum of totals": "Tổng điểm",
    "All files": "Tất cả",
    "Rejected rows and warnings": "Dòng bị loại và cảnh báo",
    "{{rejected}} rows rejected (all of them in <code>rejects.csv</code>); {{warned}} warnings.":
      "{{rejected}} dòng bị loại (toàn bộ ở <code>rejects.csv</code>); {{warned}} cảnh báo.",
    "Rejected rows by file and reason": "Dòng bị loại theo tệp và lý do",
    "Reason": "Mã lý do",
    "Meaning": "Ý nghĩa",
    "Rows": "Số dòng",
    "All": "Tất cả",
    "The first rejected rows of each file and reason":
      "Những dòng bị loại đầu tiên của mỗi tệp và lý do",
    "Row": "Dòng",
    "Column": "Cột",
    "Message": "Thông báo",
    "Warnings: the rows are used all the same": "Cảnh báo: dòng vẫn được dùng",
    "Code": "Mã",
    "Count": "Số lần",

    "Distributions of totals": "Phân bố điểm",
    "No result with a score.": "Không có bài nào có điểm.",
    "Figures of the sitting": "Số liệu của đợt thi",
    "Figure": "Số liệu",
    "This run": "Lần chạy này",
    "Published": "Đã công bố",
    "Without a score": "Không có điểm",
    "The standard deviation has the divisor n.": "Độ lệch chuẩn có mẫu số n.",
    "Published figures:": "Số đã công bố:",
    "table": "bảng",
    "A square bracket holds its end, a round one does not.":
      "Ngoặc vuông: đầu mút thuộc khoảng; ngoặc tròn: không thuộc.",
    "There are no conversions.": "Không có bảng quy đổi nào.",

    "Results with a score (n)": "Số bài có điểm (n)",
    "Mean": "Trung bình",
    "Median": "Trung vị",
    "Standard deviation": "Độ lệch chuẩn",
    "Minimum": "Thấp nhất",
    "Maximum": "Cao nhất",
    "Registered": "Đăng ký dự thi",
    "Above {1} points": "Trên {1} điểm",

    "linear inside each band": "nội suy tuyến tính trong khoảng",
    "one value for each band": "mỗi khoảng một giá trị",
    "one value for each score": "một giá trị cho mỗi điểm",
    "Bands": "Các khoảng điểm",
    "Some points of the table": "Một số điểm của bảng",

    """
    Each bar is {{histogram.barWidth}} points wide and as high as its count. Full line, \
    triangle above: mean; broken line, ring below: median.
    """:
      """
    Mỗi cột rộng {{histogram.barWidth}} điểm; chiều cao là số bài. Vạch liền, tam giác ở \
    trên: trung bình; vạch đứt, vòng tròn ở dưới: trung vị.
    """,
    "Across: {{from}}; up: {{target}}. Dots: the ends of the bands.":
      "Ngang: điểm {{from}}; dọc: điểm {{target}}. Chấm tròn: đầu mút của các khoảng.",
    "Dotted area: ±1.96 standard errors (95 %).":
      "Vùng chấm: khoảng sai số ±1.96 sai số chuẩn (95 %).",
    "distribution of totals": "phân bố tổng điểm",
    "Totals run to the right, counts upward; the figures stand in the table beside.":
      "Trục ngang là tổng điểm, trục dọc là số bài; các số liệu ở bảng bên cạnh.",
    "Source scores run to the right, converted scores upward; the bands stand in the table beside.":
      "Trục ngang là điểm gốc, trục dọc là điểm quy đổi; các khoảng ở bảng bên cạnh.",

    "Links between applicants and results": "Ghép hồ sơ với kết quả thi",
    """
    Of {{results}} results {{linkedResults}} are linked, {{waitingResults}} wait for a person \
    (<code>review.csv</code>) and {{unlinkedResults}} belong to no applicant. \
    {{linkedApplicants}} of {{applicants}} applicants have at least one result.
    """:
      """
    Trong {{results}} kết quả, {{linkedResults}} đã ghép, {{waitingResults}} chờ người quyết \
    định (<code>review.csv</code>), {{unlinkedResults}} không thuộc hồ sơ nào. \
    {{linkedApplicants}} trong {{applicants}} hồ sơ có ít nhất một kết quả.
    """,
    "Pairs by rule and zone": "Cặp hồ sơ – kết quả theo quy tắc",
    "Rule: what agrees": "Quy tắc: dấu hiệu trùng",
    "Automatic": "Tự động",
    "For review": "Chờ xem xét",
    "All pairs": "Tất cả các cặp",
    "One result can stand in several pairs for review.":
      "Một kết quả có thể ở trong nhiều cặp chờ xem xét.",
    "Examples of how pairs were weighed": "Ví dụ về cách cân nhắc",
    """
    Each example is the first pair of a zone and rule. Every bit doubles the odds that two \
    rows are one person, a negative one (an outlined bar) halves them. The upright line is 0 \
    bits: even odds. No value of anybody is shown.
    """:
      """
    Mỗi ví dụ là cặp đầu tiên của một vùng và quy tắc. Mỗi bit nhân đôi khả năng hai dòng là \
    một người; bit âm (thanh viền) chia đôi. Vạch đứng là 0 bit: năm mươi phần trăm. Không \
    nêu giá trị của ai.
    """,
    "probability": "xác suất",
    "Field": "Dấu hiệu",
    "Bits": "Bit",
    "Sum": "Cộng dồn",
    "Decisions by school and rule: all = recognised + refused":
      "Quyết định theo trường và quy định: tất cả = công nhận + không công nhận",
    "Rule": "Quy định",
    "Recognised": "Công nhận",
    "Share": "Tỷ lệ",
    "Refused": "Không công nhận",

    "Before comparing": "Trước khi so sánh",
    "any two rows": "hai dòng bất kỳ",

    "This run gave no places.": "Lần chạy này không xét tuyển.",
    "Filtering rounds beside the stable placement: {{callsPerHundredSeats}} called for 100 seats":
      "Lọc ảo theo vòng so với kết quả ổn định: gọi {{callsPerHundredSeats}} người cho 100 chỗ",
    "Round": "Vòng",
    "Called": "Được gọi",
    "With a place": "Đang có chỗ",
    "Not where the stable one puts them": "Khác kết quả ổn định",
    "Cut to the seats at the end: {{dropped}} dropped":
      "Cuối cùng cắt về chỉ tiêu: {{dropped}} người mất chỗ",
    "The stable placement, in one go: {{stablePlaced}} placed":
      "Kết quả ổn định, một lần: {{stablePlaced}} người có chỗ",
    "Find a school, a code or a name:": "Tìm trường, mã hoặc tên ngành:",
    "Short of the lower quota:": "Thiếu so với chỉ tiêu tối thiểu:",
    "Cutoffs of {{programmes}} programmes": "Điểm chuẩn của {{programmes}} ngành",
    "Programme code": "Mã ngành",
    "Programme name": "Tên ngành",
    "Quota": "Chỉ tiêu",
    "Admitted": "Trúng tuyển",
    "Cutoff": "Điểm chuẩn",
    "Next below": "Kế dưới",
    "First wish": "Là nguyện vọng 1",
    "Binding": "Có người bị từ chối",
    """
    Cutoff: the lowest admitted score. Next below: the best score of an eligible person \
    turned away.
    """:
      """
    Điểm chuẩn: điểm thấp nhất trúng tuyển. Kế dưới: điểm cao nhất của người đủ điều kiện bị \
    từ chối.
    """,
    "Flow of wishes by school: from wishes to placed applicants":
      "Dòng nguyện vọng theo trường: từ nguyện vọng đến người trúng tuyển",
    "Programmes": "Số ngành",
    "Placed": "Trúng tuyển",
    "Free": "Còn chỗ",
    "wish": "NV",
    "Placed applicants by the rank of their wish": "Người trúng tuyển theo thứ tự nguyện vọng",
    "Rank": "Nguyện vọng",
    "Up to here": "Cộng dồn",
    "unplaced: {{unplaced}}": "chưa trúng tuyển: {{unplaced}}",

    "The batches of this run": "Các gói của lần chạy này",
    "Folder": "Thư mục",
    "Signed by": "Trường ký",
    "Co-signed by": "Trường đồng ký",
    "For": "Gửi cho",
    "Sequence": "Số thứ tự",
    "waits for {{coordinator}}": "chờ {{coordinator}}",
    """
    SHA-256 of the rows in the batch: read group by group over the telephone to compare with \
    the sender
    """:
      "SHA-256 của tệp dữ liệu trong gói: đọc từng nhóm bốn ký tự qua điện thoại để so với nơi gửi",
    "This page checks no signature; <code>score-exchange verify</code> does.":
      "Trang này không kiểm tra chữ ký; <code>score-exchange verify</code> mới kiểm tra.",
    "This run signed no batch.": "Lần chạy này không ký gói nào.",
    """
    Decimals have a point; counts of five digits and more are set in groups of three. \
    Identifiers are masked, and no candidate's name is on this page.
    """:
      """
    Dấu thập phân là dấu chấm; số đếm từ năm chữ số trở lên được tách nhóm ba. Số định danh \
    được che; trang này không có tên thí sinh.
    """,

    "{{.}} more rows are not shown here; the output files have all of them.":
      "Còn {{.}} dòng nữa không in ở đây; các tệp kết quả có đủ.",

    "outcomes": "kết quả công nhận và xét tuyển",
    "yes": "có",
    "no": "không",
    "closed": "không nhận ai",
  ]
}
