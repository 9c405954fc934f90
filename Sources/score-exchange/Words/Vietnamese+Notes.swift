extension Vietnamese {
  /// What commands say on the terminal.
  static let notes: [String: String] = [
    "error: {1}": "lỗi: {1}",
    "warning: {1}": "cảnh báo: {1}",
    "  warning: {1}": "  cảnh báo: {1}",
    "note: {1}": "lưu ý: {1}",
    "written to {1}": "đã ghi vào {1}",
    "note: {1} is no school of the exchange ({2}), so no exchange file can name it":
      "lưu ý: {1} không phải là trường tham gia trao đổi ({2}), nên không tệp trao đổi nào nêu được",
    "… and {1} more": "… và {1} nữa",

    "{1}: {2} rows read, {3} accepted, {4} rejected, {5} with a warning":
      "{1}: đọc {2} dòng, nhận {3}, loại {4}, cảnh báo {5}",
    "… and {1} more; --rejects FILE writes them all":
      "… và {1} dòng nữa; --rejects TỆP ghi tất cả",
    "warning: {1}, row {2}: {3} ({4})": "cảnh báo: {1}, dòng {2}: {3} ({4})",
    "… and {1} more warnings; --json writes them all":
      "… và {1} cảnh báo nữa; --json ghi tất cả",
    "{1} results amended, {2} withdrawn; the last version counts":
      "đính chính {1} kết quả, thu hồi {2} kết quả; bản có hiệu lực là bản cuối",
    "  {1} {2}, candidate {3}: {4}": "  {1} {2}, SBD {3}: {4}",
    "warning: {1} {2}: the {3} is {4}, published was {5} ({6})":
      "cảnh báo: {1} {2}: {3} là {4}, số công bố là {5} ({6})",
    "{1}: control total wrong: {2} expected {3}, found {4}":
      "{1}: số liệu đối chiếu không khớp: {2} phải là {3}, trong tệp là {4}",
    "{1}, row {2}{3}: {4} ({5})": "{1}, dòng {2}{3}: {4} ({5})",
    "{1} of {2} rows are rejected, more than {3} allowed, so nothing is written; most in {4}; the first: {5}; without {6} {7} lists them all":
      "{1} trong {2} dòng bị loại, nhiều hơn mức cho phép {3}, nên không ghi gì; nhiều nhất ở {4}; trước hết: {5}; bỏ {6} thì {7} liệt kê tất cả",
    "standard output": "đầu ra chuẩn",
    """
    an input file was cut short while it was read; wait until nobody writes to the input files, and \
    run the command again
    """:
      """
    một tệp đầu vào bị cắt ngắn trong lúc đang đọc; hãy chờ đến khi không ai ghi vào các tệp đầu \
    vào rồi chạy lại lệnh
    """,
    "the verdict": "kết luận", "the results": "các kết quả",
    "the placements": "kết quả xét tuyển", "the links": "các liên kết", "the people": "các người",
    "error: standard output cannot be written ({1})": "lỗi: không ghi được ra đầu ra chuẩn ({1})",
    "--expect {1} does not say which file it is of; write FILE:rows=…,sum=…":
      "--expect {1} không nói rõ là của tệp nào; hãy viết TỆP:rows=…,sum=…",
    "--created \"{1}\" is not a time such as 2025-07-16T08:00:00Z":
      "--created \"{1}\" không phải là thời điểm như 2025-07-16T08:00:00Z",
    "SOURCE_DATE_EPOCH \"{1}\" is not a number of seconds since 1970":
      "SOURCE_DATE_EPOCH \"{1}\" không phải là số giây kể từ 1970",
    "note: no program shows {1} here; open it in a browser":
      "lưu ý: ở đây không có chương trình mở {1}; hãy mở bằng trình duyệt",
  ]

  /// What other commands say when they are done.
  static let outcomes: [String: String] = [
    "the placement is right: feasible, stable, applicant-optimal":
      "kết quả xét tuyển đúng: trong chỉ tiêu, ổn định, tốt nhất cho thí sinh",
    "{1} wishes, {2} placed, {3} unplaced":
      "{1} nguyện vọng, {2} trúng tuyển, {3} chưa trúng tuyển",
    "… and {1} more rejects": "… và {1} dòng bị loại nữa",
    "{1} people, {2} of them in several files or sources, {3} pairs for review":
      "{1} người, {2} người ở nhiều tệp hoặc nguồn, {3} cặp chờ xem xét",
    "{1} linked automatically, {2} for review, {3} rows of {4} belong to nobody":
      "ghép tự động {1}, chờ xem xét {2}, {3} dòng của {4} không thuộc về ai",
    "nobody in the other file is like {1}": "không ai trong tệp kia giống {1}",
    "{1} identifiers replaced": "đã thay {1} số định danh",
    "{1}: {2} deleted": "{1}: đã xóa {2}",
    "{1} receipts": "{1} biên nhận",
    "signatures were not checked; score-exchange verify does that":
      "chưa kiểm tra chữ ký; score-exchange verify làm việc đó",
    "{1} scores converted": "đã quy đổi {1} điểm",
    "{1} people are few for this method; {2} are advised":
      "{1} người là ít cho phương pháp này; nên có {2}",
    """
    no formula gives the standard errors of this method, and the column is empty; --bootstrap 1000 \
    estimates them
    """:
      """
    không công thức nào cho sai số chuẩn của phương pháp này nên cột để trống; --bootstrap 1000 \
    ước lượng được
    """,
    "REMSD {1} over the groups {2}": "REMSD {1} giữa các nhóm {2}",
    """
    {1} lies {2} points off in the root mean square, at most {3}; it does not answer {4} people
    """:
      """
    {1} lệch {2} điểm theo căn trung bình bình phương, nhiều nhất {3}; bảng không trả lời {4} người
    """,
    "base {1}, linked: {2}": "thang gốc {1}, liên kết với: {2}",
    "{1} to {2}: cycle-closure error {3} points, at most {4}, over {5} {6}{7}":
      "{1} đến {2}: sai số khép vòng {3} điểm, nhiều nhất {4}, trên {5} {6}{7}",
    "; {1} {2} are not reached through the base": "; {1} {2} không đến được qua thang gốc",
    "note: without a passphrase the keys are not encrypted":
      "lưu ý: không có mật khẩu thì khóa không được mã hóa",
    "people": "người",
    "scores": "mức điểm",
    "wrote {1}": "đã ghi {1}",
    "stamped {1}": "đóng dấu thời gian {1}",
    "signed as number {1}, manifest {2}": "đã ký, số {1}, bản kê {2}",
    "the next batch of {1} is the one after {2}": "gói tiếp theo của {1} là gói sau {2}",
    "refused: {1}: {2}": "từ chối: {1}: {2}",
    "the program curl cannot be run": "không chạy được chương trình curl",
    "the authority gave no answer": "tổ chức cấp dấu thời gian không trả lời",
  ]

  /// What `inspect` shows.
  static let inspection: [String: String] = [
    "{1}: {2}, {3} rows under the headings in row {4}":
      "{1}: {2}, {3} dòng dưới hàng tiêu đề (dòng {4})",
    "  encoding   {1} ({2})": "  bảng mã       {1} ({2})",
    "  delimiter  {1} ({2})": "  dấu phân cách {1} ({2})",
    "  line ends  {1}": "  hết dòng      {1}",
    "  sheet      {1}": "  trang tính    {1}",
    "  others     {1}; choose with --sheet": "  trang khác    {1}; chọn bằng --sheet",
    "  numbers    decimal {1}; dates {2}": "  số            dấu thập phân {1}; ngày {2}",
    "kept aside": "để riêng",
    "{1} filled": "{1} ô có dữ liệu",
    "{1} to {2}": "từ {1} đến {2}",
    "first: {1}": "đầu tiên: {1}",
    " – perhaps {1}?": " – có lẽ là {1}?",
    " or ": " hoặc ",
    "  missing: {1}": "  thiếu: {1}",
    "  paste into the exchange file:": "  dán vào tệp trao đổi:",
    "  {1} rows would be rejected, the first:": "  {1} dòng sẽ bị loại, trước hết:",
  ]

  /// What `run` shows.
  static let run: [String: String] = [
    "file": "tệp",
    "read": "đã đọc",
    "links       {1} automatic, {2} for review, {3} results of nobody who applies":
      "ghép hồ sơ  {1} tự động, {2} chờ xem xét, {3} kết quả không thuộc hồ sơ nào",
    "recognised  {1}{2}": "công nhận   {1}{2}",
    "; refused: {1}": "; không công nhận: {1}",
    "placement   {1} wishes, {2} placed, {3} unplaced":
      "xét tuyển   {1} nguyện vọng, {2} trúng tuyển, {3} chưa trúng tuyển",
    "estimated   {1}: {2}": "ước lượng   {1}: {2}",
    "{1} people": "{1} người",
    "few: {1} are advised": "ít: nên có {1}",
    "REMSD {1} over {2} groups": "REMSD {1} giữa {2} nhóm",
    "batches     {1} signed": "gói dữ liệu {1} gói đã ký",
    "written to  {1}": "đã ghi vào  {1}",
  ]

  /// How far the work has come.
  static let progress: [String: String] = [
    "{1}: {2} of {3}, {4} a second, {5} s left": "{1}: {2} trong {3}, {4} mỗi giây, còn {5} giây",
    "{1} rows": "{1} dòng",
  ]
}
