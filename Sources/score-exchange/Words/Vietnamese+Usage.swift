extension Vietnamese {
  /// Wrong usage.
  static let usage: [String: String] = [
    "--threads must be between 1 and 1024.": "--threads phải từ 1 đến 1024.",
    "--recipients takes different codes such as BKA,GHA.":
      "--recipients nhận các mã khác nhau như BKA,GHA.",
    "the trust bundle has no school {1}; name those that it has":
      "thư mục tin cậy không có trường {1}; hãy nêu những trường có trong đó",
    "nobody but {1}, who signs; name the schools that receive the batch":
      "không có ai ngoài {1} là trường ký; hãy nêu các trường nhận gói",
    "error: there is no command \"{1}\"; there are: {2}":
      "lỗi: không có lệnh \"{1}\"; các lệnh là: {2}",
    "--session is a year and month such as 2025-07.": "--session là năm và tháng, như 2025-07.",
    "--row-key takes different columns such as sitting,candidate_number.":
      "--row-key nhận các cột khác nhau như sitting,candidate_number.",
    "--deputy is another of the schools than the coordinator.":
      "--deputy là một trường khác trong các trường, không phải trường điều phối.",
    "--acknowledgement answers for a whole batch and does not go with --redacted.":
      "--acknowledgement trả lời cho một gói nguyên vẹn và không đi cùng --redacted.",
    "--row counts from 1.": "--row đếm từ 1.",
    "--days must be between 1 and 400.": "--days phải từ 1 đến 400.",
    "--days must be between 1 and 36500.": "--days phải từ 1 đến 36500.",
    "--weight and --anchor-scale go with --design anchor.":
      "--weight và --anchor-scale đi cùng --design anchor.",
    "--from-floor and --to-floor are for two groups.":
      "--from-floor và --to-floor dùng cho hai nhóm.",
    "The single-group design takes --pairs.": "Thiết kế single-group cần --pairs.",
    "The {1} design takes --from and --to.": "Thiết kế {1} cần --from và --to.",
    "--anchor internal|external goes with --design anchor.":
      "--anchor internal|external đi cùng --design anchor.",
    "--column \"{1}\" is not of the form field=heading":
      "--column \"{1}\" không có dạng trường=tiêu đề",
    "Two outputs cannot go to one file, {1}.": "Hai kết quả không thể ghi vào một tệp, {1}.",
    "{1} lies in the folder that is signed, and receivers would get it; move it elsewhere.":
      "{1} nằm trong thư mục được ký và sẽ đến tay mọi trường nhận; hãy chuyển đi nơi khác.",
    "{1} is read; name another file for the output.":
      "{1} là tệp đầu vào; hãy nêu tệp khác để ghi kết quả.",
    "Give only one source of the passphrase.": "Chỉ nêu một nguồn của mật khẩu.",
    "standard input can be read once": "đầu vào chuẩn chỉ đọc được một lần",
    "Standard input can be read once, but {1} files are \"-\". Name a path for all but one.":
      "Đầu vào chuẩn chỉ đọc được một lần, nhưng {1} tệp là \"-\". Hãy nêu đường dẫn, chỉ để lại một.",
    "Standard input can be read once, but a file and {1} are \"-\". Name a path for one.":
      "Đầu vào chuẩn chỉ đọc được một lần, nhưng một tệp và {1} là \"-\". Hãy nêu đường dẫn cho một.",
    "Standard input can be read once, but {1} and {2} are \"-\". Name a path for one.":
      "Đầu vào chuẩn chỉ đọc được một lần, nhưng {1} và {2} là \"-\". Hãy nêu đường dẫn cho một.",
    "--outside is refuse or clip.": "--outside là refuse hoặc clip.",
    "--root-threshold must be at least 1.": "--root-threshold phải từ 1.",
    "A time is written as 2025-07-16T08:00:00Z.": "Thời điểm viết như 2025-07-16T08:00:00Z.",
    "A fingerprint has 64 hexadecimal digits.": "Vân tay có 64 chữ số thập lục phân.",
    "--rounds must be between 1 and 1000.": "--rounds phải từ 1 đến 1000.",
    "--overcall goes with --rounds.": "--overcall đi cùng --rounds.",
    "the ratio must be between 0.01 and 100, with at most two decimals.":
      "tỷ lệ phải từ 0.01 đến 100, nhiều nhất hai chữ số thập phân.",
    "Say one of --bands, --table and --exchange.":
      "Hãy nêu một trong --bands, --table, --exchange.",
    "--exchange and --conversion go together.": "--exchange và --conversion đi cùng nhau.",
    "--rounding is what the exchange file says.": "--rounding do tệp trao đổi quy định.",
    "Name scores, a negative one behind --, or a file with --input and --column.":
      "Hãy nêu các điểm, điểm âm đặt sau --, hoặc một tệp với --input và --column.",
    "--sheet goes with --input.": "--sheet đi cùng --input.",
    "--sheet \"{1}\" is not of the form table=sheet; tables are {2}":
      "--sheet \"{1}\" không có dạng bảng=trang tính; các bảng là {2}",
    "--input and --column go together.": "--input và --column đi cùng nhau.",
    """
    --confidence is a percentage from 0 to 100 and goes with --table or --exchange, not with \
    --inverse.
    """:
      """
    --confidence là phần trăm từ 0 đến 100, đi cùng --table hoặc --exchange, không đi với --inverse.
    """,
    "--step-table goes with --bands.": "--step-table đi cùng --bands.",
    "--trust is needed.": "Cần --trust.",
    "--bootstrap takes 2 to {1} samples.": "--bootstrap nhận từ 2 đến {1} mẫu.",
    "Say either --exchange or --assessment-file.":
      "Hãy nêu một trong --exchange và --assessment-file.",
    "--assessment names one of an exchange file; say --exchange":
      "--assessment nêu một kỳ thi của tệp trao đổi; hãy thêm --exchange",
    "--schools takes codes such as BKA,GHA, the coordinator's too.":
      "--schools nhận các mã như BKA,GHA, có cả trường điều phối.",
    "--roles takes issuer, coordinator and recipient.":
      "--roles nhận issuer, coordinator và recipient.",
    "{1} takes three capital letters.": "{1} nhận ba chữ in hoa.",
    "Give --state or --ledger.": "Hãy nêu --state hoặc --ledger.",
    "--confirmations must be between 1 and 9.": "--confirmations phải từ 1 đến 9.",
    "--from and --to go together.": "--from và --to đi cùng nhau.",
    "-o goes with --from and --to.": "-o đi cùng --from và --to.",
    "{1} names a scale twice.": "{1} nêu một thang điểm hai lần.",
    "--direct reads FROM:TO=FILE.": "--direct viết là TỪ:ĐẾN=TỆP.",
    "Give --applicant or --national-id.": "Hãy nêu --applicant hoặc --national-id.",
    "Give --row or --key.": "Hãy nêu --row hoặc --key.",
    "Without --annual the output folder of one run is expected.":
      "Không có --annual thì cần thư mục kết quả của một lần chạy.",
    "--as, --trust and --at are for --annual.": "--as, --trust và --at dùng cho --annual.",
    "{1} and {2} - both want standard output.": "{1} và {2} - đều cần đầu ra chuẩn.",
    "Give --query, --reply or --url.": "Hãy nêu --query, --reply hoặc --url.",
    "--timestamp-ca is needed, to check the answer.": "Cần --timestamp-ca để kiểm tra câu trả lời.",
    "--url begins with http:// or https://.": "--url bắt đầu bằng http:// hoặc https://.",
  ]
}
