extension Vietnamese {
  /// What `check`, `place --why` and the studies of a placement answer.
  static let answers: [String: String] = [
    " (the first of {1})": " (trường hợp đầu trong {1})",
    "unknown person: {1} handed in no wish{2}":
      "người không rõ: {1} không nộp nguyện vọng nào{2}",
    "a cutoff is stated for": "điểm chuẩn được nêu cho",
    "{1} is placed at": "{1} được xếp vào",
    "unknown programme: {1} {2}{3}": "ngành không rõ: {1} {2}{3}",
    "placed twice: {1}, again at {2}{3}": "trúng tuyển hai lần: {1}, lần nữa ở {2}{3}",
    "ineligible: {1} has no valid wish for {2}{3}":
      "không đủ điều kiện: {1} không có nguyện vọng hợp lệ vào {2}{3}",
    "ineligible: {1} is placed at {2} with {3} {4}, her wish has {5}{6}":
      "không đúng: {1} trúng tuyển {2} với {3} {4}, nguyện vọng có {5}{6}",
    "{1} people placed in its pool {2} of {3} seats":
      "{1} người trúng tuyển trong nhóm chỉ tiêu chung {2} chỉ có {3} chỗ",
    "quota broken: {1} has {2}{3}": "vượt chỉ tiêu: {1} có {2}{3}",
    "a free seat": "một chỗ trống",
    "a seat held by {1}, who ranks behind": "một chỗ do {1} giữ dù xếp sau",
    "blocking pair: {1} prefers {2}, which has {3}{4}":
      "cặp phá vỡ: {1} muốn vào {2} hơn, mà ngành này có {3}{4}",
    "split tie: {1} is equal to {2} at {3}, and only one of them is admitted{4}":
      "tách người bằng điểm: {1} bằng {2} ở {3} mà chỉ một người trúng tuyển{4}",
    "cutoff not implied: {1} states {2} {3}, the placement implies {4}{5}":
      "điểm chuẩn không khớp: {1} nêu {2} {3}, theo kết quả xét tuyển là {4}{5}",
    "not applicant-optimal: {1} could have {2} in a stable placement{3}":
      "chưa tốt nhất cho thí sinh: {1} có thể vào {2} trong một kết quả ổn định{3}",
    "cutoff": "điểm chuẩn",
    "admitted": "số trúng tuyển",
    "\"{1}\" states tie keys, but none were named for this placement (--ties)":
      "\"{1}\" nêu tiêu chí phụ, nhưng lần xét tuyển này không khai tiêu chí nào (--ties)",
    "\"{1}\" does not state the tie keys as \"{2}\"":
      "\"{1}\" không nêu tiêu chí phụ theo dạng \"{2}\"",
    "\"{1}\" is not yes, no or closed": "\"{1}\" không phải là yes, no hoặc closed",
    "none": "không có",
    "filled a seat that must stay empty, as equal people did not all fit":
      "chỗ phải để trống (vì không đủ chỗ cho tất cả người bằng điểm) đã bị lấp",
    "{1} people placed with a quota of {2}, which with its pools and reserves does not hold them all":
      """
    {1} người trúng tuyển với chỉ tiêu {2}, tính cả chỉ tiêu chung và dành riêng cũng không chứa hết
    """,
    "quota {1}, equal people up to {2}": "chỉ tiêu {1}, tính cả người bằng điểm là {2}",
    "the tie order asks for {1} tie columns, the wishes have {2}":
      "thứ tự tiêu chí phụ cần {1} cột, bảng nguyện vọng có {2}",
    "the placement is of other applicants": "kết quả xét tuyển là của những thí sinh khác",
    "they differ in length": "các cột dài ngắn khác nhau",
    "{1} and {2} tie columns": "{1} và {2} cột tiêu chí phụ",
    "a wish for programme": "nguyện vọng vào ngành",

    "nobody": "không ai",
    "wish-rank": "thứ tự nguyện vọng",
    "more": "hơn",
    "wish {1}, {2}: ": "nguyện vọng {1}, {2}: ",
    "placed with {1}; cutoff {2}": "trúng tuyển với {1}; điểm chuẩn {2}",
    "void, the applicant was placed beforehand: elsewhere, or at another wish":
      "không xét, thí sinh đã có chỗ từ trước: ở nơi khác hoặc ở nguyện vọng khác",
    "not needed, a higher wish was granted": "không cần xét, nguyện vọng trên đã trúng tuyển",
    "void, {1} is under the floor {2}": "không hợp lệ, {1} dưới ngưỡng {2}",
    "void, the wish is not eligible": "không hợp lệ, nguyện vọng không đủ điều kiện",
    "set aside, {1}": "bị loại, {1}",
    "not placed, there is no seat for this applicant":
      "không trúng tuyển, không có chỗ cho thí sinh này",
    "not placed with {1}; cutoff {2}, {3} more":
      "không trúng tuyển với {1}; điểm chuẩn {2}, thiếu {3}",
    """
    not placed with {1}; cutoff {2}, and equal people are ranked by {3}, where the last one \
    admitted has {4}
    """:
      """
    không trúng tuyển với {1}; điểm chuẩn {2}, người bằng điểm xếp theo {3}, người trúng tuyển \
    cuối có {4}
    """,
    """
    not placed with {1}; equal to others at the line, where the rule is {2} ({3} admitted, quota {4})
    """:
      """
    không trúng tuyển với {1}; bằng người khác tại điểm chuẩn, quy tắc ở đó là {2} ({3} trúng \
    tuyển, chỉ tiêu {4})
    """,
    """
    not placed with {1}; cutoff {2}, but the seats left are kept for others by a reserve, a pool, an \
    earlier round or a refused class of equals
    """:
      """
    không trúng tuyển với {1}; điểm chuẩn {2}, nhưng chỗ còn lại được giữ do chỉ tiêu dành riêng, \
    chỉ tiêu chung, vòng trước hoặc nhóm bằng điểm bị từ chối
    """,
    "{1}: {2} short of the lower quota": "{1}: thiếu {2} so với chỉ tiêu tối thiểu",
    "… and {1} more short of their lower quota":
      "… và {1} ngành nữa thiếu so với chỉ tiêu tối thiểu",
    """
    placement.ties: nobody has a value for "{1}"; give a column tie_{2} in the applicants' files or the \
    wishes, or take the key out
    """:
      """
    placement.ties: không ai có giá trị cho "{1}"; hãy thêm cột tie_{2} vào tệp hồ sơ hoặc tệp nguyện \
    vọng, hoặc bỏ tiêu chí này
    """,
    "{1} registered candidates have no result: {2}":
      "{1} thí sinh đã đăng ký mà không có kết quả: {2}",
    """
    {1}: the rules in lines {2} and {3} of the exchange file count for one programme and end on scales of \
    different length, and the scores are compared as they are; convert them to one scale
    """:
      """
    {1}: các quy tắc ở dòng {2} và {3} của tệp trao đổi áp dụng cho cùng một ngành nhưng cho điểm trên các \
    thang khác độ dài, và điểm được so sánh nguyên như vậy; hãy quy đổi về một thang
    """,
    """
    {1}: the column score is not used, for a run places by the scores it recognises; use place to place \
    by these
    """:
      """
    {1}: cột score không được dùng, vì run xét theo điểm mà nó công nhận; hãy dùng place để xét theo cột \
    này
    """,
    "{1}: {2} seats instead of the quota of {3}, for people who keep their places":
      "{1}: {2} chỗ thay vì chỉ tiêu {3}, dành cho người giữ chỗ từ trước",
    "; {1} short of the lower quota": "; thiếu {1} so với chỉ tiêu tối thiểu",
    "{1} by wish {2}": "{1} theo nguyện vọng {2}",
    "{1}: quota {2}, {3} wishes, {4} admitted{5}":
      "{1}: chỉ tiêu {2}, {3} nguyện vọng, {4} trúng tuyển{5}",
    "cutoff: {1}; binding: {2}": "điểm chuẩn: {1}; có người bị từ chối: {2}",
    "at the line: {1} ({2})": "tại điểm chuẩn: {1} ({2})",
    "first refused: {1}{2}": "người đầu tiên bị từ chối: {1}{2}",
    " with {1}": " với {1}",
    "admitted: {1}": "trúng tuyển: {1}",
    "yield {1}": "tỷ lệ nhập học {1}",
    "no yield known": "chưa biết tỷ lệ nhập học",
    "; {1} admitted would fill {2} seats": "; gọi {1} người thì đủ {2} chỗ",
    "{1}: {2} admitted, {3}, {4} expected (+/- {5}){6}":
      "{1}: {2} trúng tuyển, {3}, dự kiến nhập học {4} (+/- {5}){6}",
    "filtering rounds, {1} called for 100 seats:": "các vòng lọc ảo, gọi {1} cho 100 chỗ:",
    "  round {1}: {2} called, {3} placed, {4} not where the stable placement puts them":
      "  vòng {1}: gọi {2}, có chỗ {3}, {4} không ở đúng chỗ của kết quả ổn định",
    """
      cut to the seats at the end: {1} dropped, {2} misplaced; the stable placement places {3} in \
    one go
    """:
      """
      cắt về đúng chỉ tiêu ở cuối: {1} mất chỗ, {2} sai chỗ; xét tuyển ổn định xếp {3} người một \
    lần
    """,
    "{1}: {2} move, {3} to a higher wish; {4} placed":
      "{1}: {2} người đổi chỗ, {3} lên nguyện vọng trên; {4} trúng tuyển",
    "unplaced": "chưa trúng tuyển",
  ]

  /// What `explain` and `compare` show.
  static let views: [String: String] = [
    "{1}, identifier {2}": "{1}, số định danh {2}",
    "Results": "Kết quả thi",
    "  nobody like her sat": "  không có ai giống thí sinh này dự thi",
    "Recognition": "Công nhận kết quả",
    "  no school's rule applies": "  không quy định của trường nào áp dụng",
    "score {1}": "điểm {1}",
    "not recognised: {1}": "không công nhận: {1}",
    "  {1} for {2}: {3}": "  {1} đối với {2}: {3}",
    "Wishes": "Nguyện vọng",
    "  none": "  không có",
    "no applicant is numbered \"{1}\"": "không có thí sinh nào mang mã \"{1}\"",

    "the folder holds neither a run's tables nor a manifest.json":
      "thư mục không có các bảng của một lần chạy, cũng không có manifest.json",
    "{1} is {2} and {3} {4}; two of a kind can be compared":
      "{1} là {2} còn {3} là {4}; chỉ so sánh được hai bên cùng loại",
    "the output of a run": "kết quả của một lần chạy",
    "a batch": "một gói dữ liệu",
    "a file of placements": "một tệp kết quả xét tuyển",
    "nothing differs": "không có gì khác nhau",
    "{1}: {2} changed, {3} added, {4} removed": "{1}: {2} thay đổi, {3} thêm, {4} bớt",
    "programmes:": "các ngành:",
    "{1} {2} ({3})": "{1} {2} ({3})",
    "came": "vào",
    "left": "ra",
    "changed": "thay đổi",
    "added": "thêm",
    "removed": "bớt",
    "  {1} {2}: {3}": "  {1} {2}: {3}",
  ]
}
