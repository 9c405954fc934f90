extension Vietnamese {
  /// Help of commands about keys, batches and receipts.
  static let helpOnSigning: [String: String] = [
    "Check a signed batch as a receiver.": "Kiểm tra một gói đã ký với tư cách trường nhận.",
    """
    Ends with 0 and `accepted`, or with 1 and one reason code on standard output. Nothing is \
    written but the receiver's state, and that only when the batch is accepted, and the \
    acknowledgement where one is asked for. With --redacted the state is looked at and stays as it \
    is: what is left of a batch is evidence, and nothing of it is taken over.
    """:
      """
    Kết thúc với 0 và `accepted`, hoặc với 1 và một mã lý do trên đầu ra chuẩn. Chỉ ghi trạng thái \
    của trường nhận, và chỉ khi gói được nhận, cùng giấy báo nhận nếu được yêu cầu. Với \
    --redacted thì trạng thái được đối chiếu nhưng giữ nguyên: phần còn lại của gói là bằng chứng, \
    không có gì trong đó được nhận về.
    """,
    "The batch: a folder, or a plain tar of one.": "Gói: một thư mục, hoặc tệp tar của thư mục.",
    "The school that wants to use the batch.": "Trường muốn dùng gói.",
    "The receiver's state. Without it the chain of batches is not checked.":
      "Trạng thái của trường nhận. Thiếu nó thì chuỗi gói không được kiểm tra.",
    "Write the answer to the issuer: verdict and rows.":
      "Ghi câu trả lời cho trường ký: phán quyết và số dòng.",
    "Check what is left of a batch from which a person's rows were deleted.":
      "Kiểm tra phần còn lại của gói đã xóa các dòng của một người.",
    "The trust bundle.": "Thư mục tin cậy.",
    "The time of the check, as 2025-07-16T08:00:00Z.":
      "Thời điểm kiểm tra, như 2025-07-16T08:00:00Z.",
    "SHA-256 of a root certificate that counts; repeatable.":
      "SHA-256 của chứng thư gốc được tin; có thể lặp lại.",
    "How many roots must have signed the bundle.": "Cần bao nhiêu gốc đã ký thư mục tin cậy.",
    "Certificates (PEM) that lead to the time-stamp authority.":
      "Các chứng thư số (PEM) dẫn đến tổ chức cấp dấu thời gian.",
    "An environment variable with the key's passphrase.": "Biến môi trường chứa mật khẩu của khóa.",
    "A file whose first line is the key's passphrase.": "Tệp có dòng đầu là mật khẩu của khóa.",
    "An open descriptor from which to read the passphrase.":
      "Mô tả tệp đang mở để đọc mật khẩu.",
    "The private key (PKCS#8, PEM).": "Khóa riêng (PKCS#8, PEM).",
    "Its certificate (PEM).": "Chứng thư số của khóa (PEM).",
    "The schools that may use the batch; all others of the bundle if not given.":
      "Các trường được dùng gói; không nêu thì là mọi trường khác trong thư mục tin cậy.",
    "The exchange that the batch belongs to.": "Cuộc trao đổi mà gói thuộc về.",
    "The legal basis.": "Căn cứ pháp lý.",
    "What the data may be used for.": "Mục đích được dùng dữ liệu.",
    "Year and month of the run.": "Năm và tháng của lần chạy.",
    "When the batch is made; SOURCE_DATE_EPOCH or now if not given.":
      "Thời điểm lập gói; không nêu thì là SOURCE_DATE_EPOCH hoặc bây giờ.",
    "For how many days the batch may be used; at most 400.":
      "Gói được dùng trong bao nhiêu ngày; nhiều nhất 400.",
    """
    The columns that identify a row; issuer (or applicant), assessment, sitting and \
    candidate_number, those that are there, if not given.
    """:
      """
    Các cột xác định một dòng; không nêu thì là issuer (hoặc applicant), assessment, sitting và \
    candidate_number, những cột có mặt.
    """,

    "Sign the rows in a folder as the school's next batch.":
      "Ký các dòng trong một thư mục thành gói tiếp theo của trường.",
    """
    The folder holds results.csv or outcomes.csv. The ledger, as a rule beside the key, gives the \
    batch its number and never gives one twice.
    """:
      """
    Thư mục chứa results.csv hoặc outcomes.csv. Sổ cái, thường ở cạnh khóa, cấp số cho gói và \
    không bao giờ cấp một số hai lần.
    """,
    "The folder with the rows.": "Thư mục chứa các dòng.",
    "The ledger; KEY.ledger if not given.": "Sổ cái; không nêu thì là KHÓA.ledger.",
    "Check an issuer's batch and add the coordinator's signature.":
      "Kiểm tra gói của trường ký và thêm chữ ký của trường điều phối.",
    """
    Ends with 1 and one reason code where the batch is refused. The ledger keeps every issuer's \
    chain: a second batch with one number is refused.
    """:
      """
    Kết thúc với 1 và một mã lý do khi gói bị từ chối. Sổ cái giữ chuỗi của mỗi trường ký: gói thứ \
    hai cùng số bị từ chối.
    """,
    "The batch: a folder.": "Gói: một thư mục.",
    "Ask a time-stamp authority (RFC 3161) for the time of a batch, and add its answer.":
      "Xin tổ chức cấp dấu thời gian (RFC 3161) xác nhận thời điểm của gói, và thêm câu trả lời.",
    """
    Without a network: --query writes the query, to be sent by other means, and --reply adds the \
    answer. Either way the answer is checked before it becomes manifest.tsr.
    """:
      """
    Không có mạng: --query ghi yêu cầu để gửi bằng cách khác, --reply thêm câu trả lời. Cách nào \
    thì câu trả lời cũng được kiểm tra trước khi thành manifest.tsr.
    """,
    "The signed batch: a folder.": "Gói đã ký: một thư mục.",
    "Write the query and do no more.": "Ghi yêu cầu rồi thôi.",
    "The authority's answer.": "Câu trả lời của tổ chức.",
    "Where the authority takes queries; needs the program curl.":
      "Nơi tổ chức nhận yêu cầu; cần chương trình curl.",
    "Make a receipt that proves one row of a batch and tells of no other.":
      "Lập biên nhận chứng minh một dòng của gói mà không lộ dòng nào khác.",
    "The row's number, from 1.": "Số thứ tự của dòng, từ 1.",
    "The row's key: one column's value, or all columns of the key, repeated in their order.":
      "Khóa của dòng: giá trị một cột, hoặc mọi cột của khóa, lặp lại theo thứ tự.",
    "The receipt's file.": "Tệp biên nhận.",
    """
    The page checks its receipt in any browser, without a network: signatures, pinned keys, \
    certificates, the row's way to the signed root. It shows the row, tells why the candidate got \
    this place, and holds nothing about anybody else.
    """: """
    Trang tự kiểm tra biên nhận trong mọi trình duyệt, không cần mạng: chữ ký, khóa được ghim, \
    chứng thư, đường đi của dòng tới gốc đã ký. Trang cho xem dòng đó, nói vì sao thí sinh có chỗ \
    này, và không có gì về người khác.
    """,
    "A page that checks the receipt in a browser.":
      "Trang tự kiểm tra biên nhận trong trình duyệt.",
    "The output folder of the run; the page then tells why this place.":
      "Thư mục kết quả của lần chạy; trang sẽ nói vì sao có chỗ này.",
    "The run's wishes file, for all wishes beside --run.":
      "Tệp nguyện vọng của lần chạy, cùng --run, để có mọi nguyện vọng.",
    "Give -o or --page.": "Hãy cho -o hoặc --page.",
    "--page needs --trust: it pins the keys of the offices that signed.":
      "--page cần --trust: trang ghim khóa của các trường đã ký.",
    "--run, --trust and --at are for --page.": "--run, --trust và --at chỉ dùng với --page.",
    "--wishes goes with --run.": "--wishes đi cùng --run.",
    "Check a candidate's receipt offline.": "Kiểm tra biên nhận của thí sinh, không cần mạng.",
    """
    Ends with 0 and `accepted`, or with 1 and one reason code on standard output. --json adds the \
    row's values.
    """:
      """
    Kết thúc với 0 và `accepted`, hoặc với 1 và một mã lý do trên đầu ra chuẩn. --json thêm các \
    giá trị của dòng.
    """,
    "The receipt; - is standard input.": "Biên nhận; - là đầu vào chuẩn.",
    "Seal a signed batch so that only one receiver can open it.":
      "Niêm phong gói đã ký để chỉ một trường nhận mở được.",
    "The school that shall open it.": "Trường sẽ mở gói.",
    """
    The batch is checked first as its receiver will check it; one that would be refused is not \
    sealed, and the status is 1 with one reason code on standard output.
    """:
      """
    Gói được kiểm tra trước đúng như bên nhận sẽ kiểm tra; gói sẽ bị từ chối thì không được niêm \
    phong, và trạng thái là 1 kèm một mã lý do ở đầu ra chuẩn.
    """,
    "The sealed batch: a new folder.": "Gói niêm phong: một thư mục mới.",
    "Open a sealed batch and verify what is in it.": "Mở gói niêm phong và kiểm tra bên trong.",
    """
    Ends with 0 and `accepted`, or with 1 and one reason code on standard output; then nothing of \
    the batch is left behind.
    """:
      """
    Kết thúc với 0 và `accepted`, hoặc với 1 và một mã lý do trên đầu ra chuẩn; khi đó không để lại \
    gì của gói.
    """,
    "The sealed batch: a folder.": "Gói niêm phong: một thư mục.",
    "The receiver's state, as for verify.": "Trạng thái của trường nhận, như với verify.",
    "The batch: a new folder.": "Gói: một thư mục mới.",

    "Make and look at keys and certificates.": "Tạo và xem khóa, chứng thư số.",
    "Make a small authority with keys and a trust bundle, for pilots and tests.":
      "Tạo một tổ chức chứng thực nhỏ có khóa và thư mục tin cậy, để thử nghiệm.",
    """
    Everything is marked DEVELOPMENT. The folder gets ca.key and ca.crt, three roots, a signing and \
    a sealing key with certificate for every school, and the bundle in trust/.
    """:
      """
    Mọi thứ mang dấu DEVELOPMENT. Thư mục có ca.key và ca.crt, ba gốc, khóa ký và khóa niêm phong \
    kèm chứng thư số cho mỗi trường, và thư mục tin cậy ở trust/.
    """,
    "The folder.": "Thư mục.",
    "The schools; all seven if not given.": "Các trường; không nêu thì là cả bảy trường.",
    "The coordinating school.": "Trường điều phối.",
    "Who co-signs what the coordinating school issues.":
      "Trường đồng ký những gì trường điều phối ký.",
    "From when on everything is valid.": "Mọi thứ có hiệu lực từ khi nào.",
    "How many days everything is valid.": "Mọi thứ có hiệu lực bao nhiêu ngày.",
    "Make a school's private keys (P-256).": "Tạo khóa riêng của một trường (P-256).",
    """
    Writes SCHOOL.key, and SCHOOL.seal.key for the role recipient. With a passphrase the keys are \
    encrypted by AES-256 under PBKDF2 with 600,000 rounds.
    """:
      """
    Ghi SCHOOL.key, và SCHOOL.seal.key cho vai trò recipient. Có mật khẩu thì khóa được mã hóa bằng \
    AES-256 dưới PBKDF2 với 600.000 vòng.
    """,
    "The school's three letters.": "Ba chữ cái của trường.",
    "What the keys are for: issuer, coordinator, recipient.":
      "Khóa để làm gì: issuer, coordinator, recipient.",
    "Make a certificate request (PKCS#10) for a key.":
      "Lập yêu cầu cấp chứng thư số (PKCS#10) cho một khóa.",
    "The private key.": "Khóa riêng.",
    "The organisation's name in the certificate.": "Tên tổ chức trong chứng thư số.",
    "The request's file.": "Tệp yêu cầu.",
    "Show certificates with their fingerprints.": "Cho xem các chứng thư số cùng vân tay.",
    "Certificates (PEM); - is standard input.":
      "Các chứng thư số (PEM); - là đầu vào chuẩn.",
    "Look at the batches an office has signed or co-signed.":
      "Xem các gói mà một trường đã ký hoặc đồng ký.",
    "Show the batches in a ledger, the oldest first.":
      "Cho xem các gói trong sổ cái, cũ nhất trước.",
    "The ledger.": "Sổ cái.",
    "Write the manifest of a recorded batch to standard output.":
      "Ghi bản kê của một gói trong sổ ra đầu ra chuẩn.",
    "The chain, as `ledger show` names it.": "Chuỗi, như `ledger show` nêu.",
    "The batch's number.": "Số của gói.",
    "Let a chain begin after a batch that was accepted by other means.":
      "Cho một chuỗi bắt đầu sau gói đã được nhận bằng cách khác.",
    "With --state for a receiver who verifies, with --ledger for an office that co-signs.":
      "Dùng --state cho trường nhận kiểm tra, --ledger cho trường đồng ký.",
    "The issuing school.": "Trường ký.",
    "That batch's manifest.": "Bản kê của gói đó.",
    "The receiver's state.": "Trạng thái của trường nhận.",
    "The co-signing office's ledger.": "Sổ cái của trường đồng ký.",
  ]
}
