extension Vietnamese {
  /// What is said about wishes, seats and placements.
  static let placement: [String: String] = [
    "several schools recognise results; name the one of this programme":
      "có nhiều trường công nhận kết quả; hãy ghi rõ trường của ngành này",
    "the same wish stands in an earlier row": "nguyện vọng này đã có ở dòng trước",
    "this applicant wishes for this programme at an earlier rank":
      "thí sinh đã đăng ký ngành này ở nguyện vọng trước",
    "this applicant has another wish with this rank; nobody knows which is meant":
      "thí sinh có nguyện vọng khác cùng thứ tự; không rõ nguyện vọng nào đúng",
    "the rank must be 1 or more": "thứ tự nguyện vọng phải từ 1 trở lên",
    "{1} is not between 1 and 1000000": "{1} không nằm trong khoảng từ 1 đến 1000000",
    "\"{1}\" is not a number that can be kept exactly":
      "\"{1}\" không phải là số giữ được chính xác",
    "\"{1}\" is neither yes nor no": "\"{1}\" không phải là yes hay no",
    "{1} cannot keep {2}, for which there is no wish":
      "{1} không thể giữ chỗ ở {2} vì không có nguyện vọng này",
    "{1} cannot keep both {2} and {3}": "{1} không thể giữ chỗ ở cả {2} và {3}",
    "\"unplaced\" stands beside the programme \"{1}\"":
      "\"unplaced\" đứng cạnh ngành \"{1}\"",
    "no wish in the file is by the applicant {1}":
      "trong tệp không có nguyện vọng của thí sinh {1}",
    "the yield must be from 0 to 1": "tỷ lệ nhập học phải từ 0 đến 1",
    "there is no pool \"{1}\"": "không có nhóm chỉ tiêu chung \"{1}\"",
    "\"{1}\" is not a change: quota, close, pool_quota, ties or at_the_line":
      "\"{1}\" không phải là thay đổi: quota, close, pool_quota, ties hoặc at_the_line",

    "unknown tie key '{1}': expected tie_1, -tie_1 (and so on) or wish-rank":
      "không có tiêu chí phụ '{1}': hãy dùng tie_1, -tie_1 (tiếp tục như vậy) hoặc wish-rank",
    "unknown rule at the line '{1}': expected admit-all, reject-all, cut or lottery:SEED":
      """
    không có quy tắc tại điểm chuẩn '{1}': hãy dùng admit-all, reject-all, cut hoặc lottery:SEED
    """,
    "the {1} of {2} is not a number of seats from 0 to 2147483647":
      "{1} của {2} không phải là số chỗ từ 0 đến 2147483647",
    "quota": "chỉ tiêu",
    "lower quota": "chỉ tiêu tối thiểu",
    "reserve": "số chỗ dành riêng",
    "group": "nhóm",
    "programme {1}": "ngành {1}",
    "pool {1}": "nhóm chỉ tiêu chung {1}",
    "{1} seats of {2}": "{1} chỗ trên {2}",
    "nowhere": "không đâu cả",
    "applicant": "thí sinh",
    "programme": "ngành",
    "pool": "nhóm chỉ tiêu chung",
    "{1} {2} does not exist": "{1} {2} không tồn tại",
    "{1} {2} stands twice": "{1} {2} có hai lần",
    "the columns of the wishes do not fit together: {1}":
      "các cột của bảng nguyện vọng không khớp nhau: {1}",
    "too many {1}: the limit is 2147483646": "quá nhiều {1}: giới hạn là 2147483646",
    "the pool '{1}' is named by {2} but not defined":
      "{2} nêu nhóm chỉ tiêu chung '{1}' mà nhóm này không được khai báo",
    "the pool '{1}' lies inside itself": "nhóm chỉ tiêu chung '{1}' nằm trong chính nó",
    """
    the pools '{1}' and '{2}' overlap: pools must be disjoint or one inside the other, for \
    overlapping common quotas may have no stable placement
    """:
      """
    các nhóm chỉ tiêu chung '{1}' và '{2}' giao nhau: các nhóm phải tách rời hoặc nhóm này nằm \
    trong nhóm kia, vì chỉ tiêu chung giao nhau có thể không có kết quả xét tuyển ổn định
    """,
    "programme {1} reserves more seats than its quota ({2})":
      "ngành {1} dành riêng nhiều chỗ hơn chỉ tiêu ({2})",
    "programme {1} has reserved seats and shares the pool '{2}': choose one of the two":
      "ngành {1} vừa có chỗ dành riêng vừa thuộc nhóm chỉ tiêu chung '{2}': chỉ được chọn một",
    """
    the two algorithms disagree about {1}: deferred acceptance says {2}, cutoff iteration says \
    {3}; nothing is decided
    """:
      """
    hai thuật toán cho kết quả khác nhau về {1}: chấp nhận trì hoãn cho {2}, lặp điểm chuẩn cho \
    {3}; không quyết định gì
    """,
    "the placement was cancelled": "việc xét tuyển đã bị dừng",
    "placement failed: {1} {2} {3}": "xét tuyển thất bại: {1} {2} {3}",
    """
    programme {1} cannot be decided: {2} applicants are equal at the line and not all have a seat \
    ({3}): {4}{5}
    """:
      """
    không xét được ngành {1}: {2} thí sinh bằng điểm nhau tại điểm chuẩn mà không đủ chỗ cho tất \
    cả ({3}): {4}{5}
    """,
    """
    programme {1} cannot be decided: some applicants are equal at the line and not all have a seat \
    ({2})
    """:
      """
    không xét được ngành {1}: có thí sinh bằng điểm nhau tại điểm chuẩn mà không đủ chỗ cho tất cả \
    ({2})
    """,
    " and {1} more": " và {1} người nữa",
  ]
}
