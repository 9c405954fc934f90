extension Vietnamese {
  /// What commands say on the terminal.
  static let notes: [String: String] = [
    "error: {1}": "lỗi: {1}",
    "warning: {1}": "cảnh báo: {1}",
    "note: {1}": "lưu ý: {1}",
    "refused: {1}": "từ chối: {1}",
    "written to {1}": "đã ghi vào {1}",
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
    "{1} registered candidates have no result: {2}":
      "{1} thí sinh đã đăng ký mà không có kết quả: {2}",
    "warning: {1} {2}: the {3} is {4}, published was {5} ({6})":
      "cảnh báo: {1} {2}: {3} là {4}, số công bố là {5} ({6})",
    "{1}: control total wrong: {2} expected {3}, found {4}":
      "{1}: tổng kiểm soát không khớp: {2} phải là {3}, trong tệp là {4}",
    "{1}, row {2}{3}: {4} ({5})": "{1}, dòng {2}{3}: {4} ({5})",
    "{1} of {2} rows are rejected, more than {3} allowed; most in {4}{5}":
      "{1} trong {2} dòng bị loại, nhiều hơn mức cho phép {3}; nhiều nhất ở {4}{5}",
    "; the first: {1}": "; dòng đầu tiên: {1}",
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

  /// What `inspect` shows.
  static let inspection: [String: String] = [
    "{1}: {2}, {3} rows under the headings in row {4}":
      "{1}: {2}, {3} dòng dưới hàng tiêu đề (dòng {4})",
    "  encoding   {1} ({2})": "  bảng mã       {1} ({2})",
    "  delimiter  {1} ({2})": "  dấu phân cách {1} ({2})",
    "  line ends  {1}": "  hết dòng      {1}",
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
    "accepted": "nhận",
    "rejected": "loại",
    "links       {1} automatic, {2} for review, {3} results of nobody who applies":
      "ghép hồ sơ  {1} tự động, {2} chờ xem xét, {3} kết quả không thuộc hồ sơ nào",
    "recognised  {1}{2}": "công nhận   {1}{2}",
    "; refused: {1}": "; không công nhận: {1}",
    "placement   {1} wishes, {2} placed, {3} unplaced":
      "xét tuyển   {1} nguyện vọng, {2} trúng tuyển, {3} không trúng tuyển",
    "estimated   {1}: {2}": "ước lượng   {1}: {2}",
    "{1} people": "{1} người",
    "few: {1} are advised": "ít: nên có {1}",
    "REMSD {1} over {2} groups": "REMSD {1} giữa {2} nhóm",
    "batches     {1} signed": "gói dữ liệu {1} gói đã ký",
    "written to  {1}": "đã ghi vào  {1}",
    "import": "nhập tệp",
    "link": "ghép hồ sơ",
    "recognise": "công nhận kết quả",
    "place": "xét tuyển",
    "write": "ghi kết quả",
    "sign": "ký gói dữ liệu",
  ]
}
