extension Vietnamese {
  /// Help of `convert`, `equate` and `network`.
  static let helpOnScores: [String: String] = [
    "Convert scores by an official band table or by a table that `equate` wrote.":
      "Quy đổi điểm theo bảng quy đổi chính thức hoặc bảng do `equate` ghi.",
    """
    One value a line is printed, in the order of the scores. With --input the file is printed with \
    a further column `converted`. A score outside the table is an error unless --outside clip makes \
    it count as the nearest end; one between two bands, of which the table says nothing, is always \
    an error. With --confidence the ends of the range follow each value after commas, unrounded.
    """:
      """
    Mỗi dòng in một giá trị, theo thứ tự các điểm. Với --input, tệp được in thêm cột `converted`. \
    Điểm nằm ngoài bảng là lỗi, trừ khi --outside clip tính nó như đầu mút gần nhất; điểm nằm giữa \
    hai khoảng mà bảng không nói gì thì luôn là lỗi. Với --confidence, hai đầu khoảng tin cậy theo sau \
    mỗi giá trị, cách bằng dấu phẩy, không làm tròn.
    """,
    "A band table: from_low,from_high,to_low,to_high.":
      "Bảng quy đổi theo khoảng: from_low,from_high,to_low,to_high.",
    "A table written by equate.": "Bảng do equate ghi.",
    "An exchange file, with --conversion.": "Tệp trao đổi, đi cùng --conversion.",
    "A conversion that the exchange file names, with its rounding.":
      "Quy tắc quy đổi có tên trong tệp trao đổi, cùng cách làm tròn của nó.",
    "The band of a shared end: left-closed or right-closed.":
      "Đầu mút chung thuộc khoảng nào: left-closed hoặc right-closed.",
    "Each band has one value; nothing is interpolated.":
      "Mỗi khoảng có một giá trị; không nội suy.",
    "Convert from the target scale back to the source scale.":
      "Quy đổi ngược từ thang điểm đích về thang điểm nguồn.",
    """
    half-up N, half-even N, truncate N, or step S after N (default: half-up 2, or as the table was \
    published).
    """:
      """
    half-up N, half-even N, truncate N hoặc step S after N (mặc định: half-up 2, hoặc như bảng đã \
    công bố).
    """,
    "A score outside the table: refuse or clip.": "Điểm ngoài bảng: refuse hoặc clip.",
    "With an estimated conversion: the range that holds the value with this many percent, as 95.":
      "Với quy đổi ước lượng: khoảng chứa giá trị với bấy nhiêu phần trăm, như 95.",
    "Scores to convert.": "Các điểm cần quy đổi.",
    "A file with a column of scores; - is standard input.":
      "Tệp có cột điểm; - là đầu vào chuẩn.",
    "The heading of that column.": "Tiêu đề của cột đó.",
    "Where the file with the converted column goes (default: standard output).":
      "Nơi ghi tệp có cột đã quy đổi (mặc định: đầu ra chuẩn).",

    "Estimate the conversion of one scale to another, with its standard errors.":
      "Ước lượng quy đổi từ thang điểm này sang thang điểm khác, kèm sai số chuẩn.",
    """
    Pairs have the columns from,to,(count); frequencies score,count; with an anchor \
    score,anchor,count. A weighted mean of methods reads composite:linear=0.5,identity=0.5.
    """:
      """
    Cặp điểm có các cột from,to,(count); bảng tần số score,count; có phần neo thì \
    score,anchor,count. Trung bình có trọng số của các phương pháp viết là \
    composite:linear=0.5,identity=0.5.
    """,
    "The rule for published values: half-up N, half-even N, truncate N, or step S after N.":
      "Cách làm tròn giá trị công bố: half-up N, half-even N, truncate N hoặc step S after N.",
    "Bootstrap samples, for standard errors beside the analytic ones.":
      "Số mẫu bootstrap, cho sai số chuẩn bên cạnh sai số theo công thức.",
    "The seed of the bootstrap.": "Hạt giống của bootstrap.",
    "A column that names groups, such as region: how far each lies from everybody.":
      "Cột nêu nhóm, như khu vực: mỗi nhóm lệch bao xa so với tất cả.",
    "How far this official band table lies from the result.":
      "Bảng quy đổi chính thức này lệch bao xa so với kết quả.",
    "Where the table goes (default: standard output).": "Nơi ghi bảng (mặc định: đầu ra chuẩn).",
    "Draw the conversion with its error band into an SVG file; - draws it on the terminal.":
      "Vẽ quy đổi cùng dải sai số vào tệp SVG; - vẽ trên màn hình.",
    "single-group, equivalent-groups or anchor.": "single-group, equivalent-groups hoặc anchor.",
    "Single group: both scores of each person.": "Một nhóm: cả hai điểm của mỗi người.",
    "Two groups: the frequencies of the test that is converted.":
      "Hai nhóm: tần số của bài thi được quy đổi.",
    "Two groups: the frequencies of the test converted to.": "Hai nhóm: tần số của bài thi đích.",
    "Whether the anchor is part of the score: internal or external.":
      "Phần neo có nằm trong điểm không: internal hoặc external.",
    "Weight of the first group in the synthetic population, 0 to 1 (default: its share of the people).":
      """
    Trọng số của nhóm thứ nhất trong quần thể tổng hợp, 0 đến 1 (mặc định: tỷ lệ người của nhóm).
    """,
    "minimum:maximum:step of the anchor (default: as coarse as its scores allow).":
      "minimum:maximum:step của phần neo (mặc định: thưa nhất mà điểm cho phép).",
    "minimum:maximum:step of the scale that is converted.":
      "minimum:maximum:step của thang điểm được quy đổi.",
    "minimum:maximum:step of the scale converted to.": "minimum:maximum:step của thang điểm đích.",
    "Two groups: people under this score were left out.":
      "Hai nhóm: những người dưới điểm này đã bị bỏ ra.",
    "The same of the group converted to.": "Như trên, của nhóm đích.",
    """
    none, loglinear:C, loglinear:C+LUMP to keep the share of multiples of LUMP points, \
    loglinear:aic, loglinear:bic, loglinear:lr, or loglinear:CX,CY,CXY.
    """:
      """
    none, loglinear:C, loglinear:C+LUMP để giữ tỷ lệ ở các bội số của LUMP điểm, loglinear:aic, \
    loglinear:bic, loglinear:lr hoặc loglinear:CX,CY,CXY.
    """,
    "none or spline:S.": "none hoặc spline:S.",
    "Kernel: pen, rot, or points.": "Nhân: pen, rot hoặc số điểm.",
    "Method bands: where the knots are, as 0.5,1,3,5,10.":
      "Phương pháp bands: vị trí các nút, như 0.5,1,3,5,10.",
    "Refuse groups with fewer people.": "Từ chối nhóm có ít người hơn.",

    "Link several scales through one base, and tell how far direct links contradict it.":
      "Liên kết nhiều thang điểm qua một thang gốc, và cho biết liên kết trực tiếp lệch bao xa.",
    """
    The tables are those that `equate` wrote. Links of pairs of scales by different people do not \
    compose; through one base they do. The cycle-closure error of a direct link is the root mean \
    square of its difference from the way through the base, over the people of a file score,count.
    """:
      """
    Các bảng là bảng do `equate` ghi. Liên kết giữa các cặp thang điểm từ những người khác nhau \
    không nối được với nhau; qua một thang gốc thì được. Sai số khép vòng của một liên kết trực \
    tiếp là căn trung bình bình phương của độ lệch so với đường qua thang gốc, tính trên những \
    người trong tệp score,count.
    """,
    "The name of the base scale.": "Tên của thang gốc.",
    "A scale with its table of conversion to the base.":
      "Một thang điểm cùng bảng quy đổi sang thang gốc.",
    "A direct link to compare.": "Một liên kết trực tiếp để so sánh.",
    "Frequencies score,count that weigh the direct links from a scale.":
      "Tần số score,count làm trọng số cho các liên kết trực tiếp từ một thang điểm.",
    "Write the conversion from this scale, with --to.": "Ghi quy đổi từ thang điểm này, cùng --to.",
    "The scale converted to, through the base.": "Thang điểm đích, qua thang gốc.",
    "Where that conversion goes (default: standard output).":
      "Nơi ghi quy đổi đó (mặc định: đầu ra chuẩn).",
  ]
}
