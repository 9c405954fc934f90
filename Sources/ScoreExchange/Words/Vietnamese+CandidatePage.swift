extension Vietnamese {
  /// What only a candidate's page says, its script included.
  static let candidatePage: [String: String] = [
    "A candidate's result that proves itself": "Kết quả của thí sinh, tự kiểm tra được",
    "NOT CHECKED YET: open this page in a browser that runs JavaScript.":
      "CHƯA KIỂM TRA: mở trang bằng trình duyệt có JavaScript.",
    "This batch was signed with throw-away keys for development. Do not admit anybody by it.":
      "Gói này ký bằng khóa tạm để thử nghiệm, không có giá trị xét tuyển.",
    "The signed row": "Dòng đã ký",
    "Issued by": "Trường phát hành",
    "Signed with": "Trường cùng ký",
    "Made (UTC)": "Lập lúc (giờ UTC)",
    "Row of the batch": "Dòng trong gói",
    "Signed values, shown once every check has passed":
      "Giá trị đã ký, hiện ra khi mọi bước kiểm tra đều đúng",
    """
    Identifiers are masked. The receipt inside this page holds the whole row, so give the \
    page only to whom you want to show your result. Nothing about anybody else is in it.
    """:
      """
    Số định danh được che trên trang. Dòng đầy đủ nằm trong biên nhận của trang này: chỉ đưa \
    trang cho người bạn muốn cho xem kết quả. Trang không có dữ liệu của người khác.
    """,
    "Why this place": "Vì sao có kết quả này",
    """
    This part was taken from the tables of the run when the page was made. It agrees with the \
    signed row, but is not itself signed.
    """:
      """
    Phần này lấy từ các bảng của lần xét tuyển khi lập trang và khớp với dòng đã ký, nhưng \
    bản thân nó không được ký.
    """,
    "Conversion": "Quy đổi",
    "Document": "Văn bản",
    "The whole calculation": "Toàn bộ phép tính",
    "Wishes and cutoffs": "Nguyện vọng và điểm chuẩn",
    "Wish": "NV",
    "Programme": "Ngành",
    "Your score": "Điểm của bạn",
    "Outcome": "Kết quả",
    """
    Everybody gets the most wanted programme that the score reaches; the cutoff is the lowest \
    admitted score.
    """:
      """
    Mỗi người được xếp vào nguyện vọng cao nhất mà điểm cho phép; điểm chuẩn là điểm thấp \
    nhất trúng tuyển.
    """,
    "What was checked": "Các bước kiểm tra",
    "Your browser computes every step on this device and sends nothing.":
      "Trình duyệt của bạn tự tính từng bước ngay trên máy này, không gửi gì đi.",
    "What this rests on": "Dựa vào đâu để tin",
    """
    Whoever can forge this whole page can forge the verdict above. So read the two \
    fingerprints below over the telephone, by a number that you looked up yourself, with both \
    offices: if each of them reads the same, the keys that signed are theirs.
    """:
      """
    Ai làm giả được cả trang này cũng làm giả được dòng chữ xanh ở trên. Vì vậy hãy đọc hai \
    dấu vân tay dưới đây qua điện thoại, theo số máy bạn tự tìm, với hai trường: nếu cả hai \
    trường đọc đúng như vậy thì khóa đã ký là của họ.
    """,
    "Or take the receipt and check it by other means, with a trust list that an office gave you:":
      "Hoặc tải biên nhận và kiểm tra bằng phần mềm khác, với danh sách tin cậy lấy từ nhà trường:",
    """
    Keys are pinned by trust list {{trustVersion}} of {{trustIssued}}. This page does not \
    know of keys that were revoked after {{checked}}, when it was made and checked. The date \
    of the batch is the issuer's word.
    """:
      """
    Khóa được ghim theo danh sách tin cậy số {{trustVersion}}, phát hành {{trustIssued}}. \
    Trang này không biết khóa nào bị thu hồi sau ngày {{checked}}, là lúc nó được lập và kiểm \
    tra. Ngày lập gói là lời của trường phát hành.
    """,

    "Applicant": "Mã hồ sơ",
    "Sitting": "Đợt thi",
    "Candidate number": "Số báo danh",
    "National identifier": "Số định danh",
    "Name": "Họ và tên",
    "Birth date": "Ngày sinh",
    "Mathematics": "Tư duy Toán học",
    "Reading": "Tư duy Đọc hiểu",
    "Science": "Tư duy Khoa học",
    "Total": "Tổng điểm",
    "Converted score": "Điểm quy đổi",
    "Bonus": "Điểm cộng",
    "Priority": "Điểm ưu tiên",
    "Score": "Điểm xét tuyển",
    "Reason of refusal": "Lý do không công nhận",
    "Programme granted": "Ngành trúng tuyển",
    "Wish granted": "Nguyện vọng trúng tuyển",
    "Status": "Tình trạng",
    "not placed by this result at this school": "không trúng tuyển bằng kết quả này ở trường này",
    "The receipt has its one form": "Biên nhận có đúng dạng",
    "The issuer's signature fits the manifest (ECDSA P-256, SHA-256)":
      "Chữ ký của trường phát hành khớp với bản kê (ECDSA P-256, SHA-256)",
    "The second office's signature fits the manifest": "Chữ ký của trường cùng ký khớp với bản kê",
    "Both keys are pinned for the two different offices that the manifest names":
      "Hai khóa là khóa được ghim của hai trường khác nhau mà bản kê nêu tên",
    "The certificates lead to the authority and were valid when the batch was made":
      "Chứng thư của hai khóa dẫn về cơ quan chứng thực và có hiệu lực lúc lập gói",
    "Row and salt give a leaf, and the leaf by its path the Merkle root in the manifest":
      "Dòng và muối cho lá, lá theo đường đi cho đúng gốc cây Merkle trong bản kê",

    "None of the wishes could be granted.": "Không nguyện vọng nào được xếp chỗ.",
    "Placed at {1} in programme {2}{3}, by wish {4}.":
      "Trúng tuyển {1}, ngành {2}{3}, theo nguyện vọng {4}.",
    "not counted: {1}": "không được tính: {1}",
    "GRANTED": "TRÚNG TUYỂN",
    "not needed: a more wanted wish was granted": "không xét nữa: đã trúng nguyện vọng cao hơn",
    "not eligible: the school recognises nothing for this programme":
      "không đủ điều kiện: trường không có quy định công nhận cho ngành này",
    "not eligible: {1}": "không đủ điều kiện: {1}",
    "nobody was admitted": "ngành không nhận ai",
    "under the cutoff: {1} < {2}": "dưới điểm chuẩn: {1} < {2}",
    "equal to the cutoff; tie keys or the rule at the line decided":
      "bằng điểm chuẩn; tiêu chí phụ hoặc quy định ở vạch điểm quyết định",
    "not granted although not under the cutoff: a floor, a condition or seats kept for a group":
      "không được xếp dù không dưới điểm chuẩn: sàn, điều kiện riêng hoặc chỉ tiêu nhóm",

    "the data have a form that is not allowed": "dữ liệu không có đúng dạng cho phép",
    "the fingerprint is not in the trust list": "dấu vân tay không nằm trong danh sách tin cậy",
    "the data cannot be read": "dữ liệu không đọc được",
    "the manifest's digest is not the signed one": "mã băm của bản kê khác với mã băm đã ký",
    "the signature does not fit the key": "chữ ký không khớp với khóa",
    "the manifest names another office": "bản kê nêu trường khác",
    "a certificate was not valid when the batch was made":
      "chứng thư không có hiệu lực lúc lập gói",
    "a certificate does not lead to the authority on this page":
      "chứng thư không dẫn về cơ quan chứng thực của trang này",
    "this browser has no WebCrypto for files on the device":
      "trình duyệt này không có WebCrypto cho tệp trên máy",
    "the number of rows is not the manifest's": "số dòng khác bản kê",
    "the row does not lead to the signed root: it was changed or never stood in the batch":
      "dòng này không dẫn tới gốc cây đã ký: dòng đã bị sửa hoặc không thuộc gói",
    "PASSED": "ĐÚNG",
    "FAILED": "SAI",
    "VERIFIED: the row below is exactly what two offices signed.":
      "ĐÃ XÁC MINH: dòng dưới đây đúng như hai trường đã ký.",
    "NOT VERIFIED: do not trust this page. The step that failed is marked below.":
      "KHÔNG XÁC MINH ĐƯỢC: đừng tin nội dung trang này. Bước sai được đánh dấu bên dưới.",
  ]
}
