extension Vietnamese {
  /// What is wrong with a conversion, its data or its settings.
  static let equating: [String: String] = [
    "The scores cannot be linked ({1}).": "Không liên kết được các điểm ({1}).",
    "There is nothing to link.": "Không có gì để liên kết.",
    "The low end of a band lies above its high end.": "Đầu dưới của một khoảng lớn hơn đầu trên.",
    "The bands do not run in one direction.": "Các khoảng không cùng một chiều.",
    "Two bands share scores.": "Hai khoảng có điểm chung.",
    "Scores between two bands belong to neither.":
      "Có điểm nằm giữa hai khoảng mà không thuộc khoảng nào.",
    "An interpolated table has two values at a shared end.":
      "Bảng nội suy có hai giá trị tại một đầu mút chung.",
    "A band has no width.": "Một khoảng không có độ rộng.",
    "A band of a step table has a range of values.":
      "Một khoảng của bảng bậc thang lại có nhiều giá trị.",
    "A setting is unknown or impossible.": "Một thiết lập không rõ hoặc không thể có.",
    "The score lies outside the range.": "Điểm nằm ngoài khoảng.",
    "Several scores convert to this value, so it cannot be converted back.":
      "Nhiều điểm cùng quy đổi thành giá trị này nên không quy đổi ngược được.",
    "The numbers are too large to compute exactly.": "Các số quá lớn để tính chính xác.",
    "A score is not a point of its scale.": "Một điểm không phải là mức của thang điểm.",
    "A count is below zero.": "Một số đếm nhỏ hơn 0.",
    "The scores do not vary.": "Các điểm đều bằng nhau.",
    "There are too few people.": "Quá ít người.",
    "The smoothing polynomial has too many terms for the data.":
      "Đa thức làm trơn có quá nhiều số hạng so với dữ liệu.",
    "The iteration found no answer.": "Phép lặp không tìm được lời giải.",
    "The conversion would rank a better score lower.":
      "Quy đổi sẽ xếp điểm cao hơn xuống thấp hơn.",
    "One distribution is cut at a floor and the other is not.":
      "Một phân bố bị cắt ở ngưỡng, phân bố kia thì không.",
    "Nothing links the two groups.": "Không có gì liên kết hai nhóm.",
    "The estimation was cancelled.": "Việc ước lượng đã bị dừng.",
    " Row {1}.": " Dòng {1}.",
    " Rows {1}.": " Các dòng {1}.",

    "The value is {1}, the table holds {2} to {3}.": "Giá trị là {1}, bảng có từ {2} đến {3}.",
    "Every line lies under the floor of the data.": "Mọi dòng đều nằm dưới điểm sàn của dữ liệu.",
    "The values run from {1} to {2}.": "Các giá trị đi từ {1} đến {2}.",
    "The method is {1}.": "Phương pháp là {1}.",
    "No standard error is known here; use the bootstrap.":
      "Ở đây chưa biết sai số chuẩn; hãy dùng bootstrap.",
    "The line of {1} has no standard error.": "Dòng của {1} không có sai số chuẩn.",
    "The table has no lines.": "Bảng không có dòng nào.",
    "The table has no line for {1}.": "Bảng không có dòng cho {1}.",
    "The table has no bands.": "Bảng không có khoảng nào.",
    "It runs from {1} to {2}.": "Khoảng đi từ {1} đến {2}.",
    "Its values are {1} and {2}.": "Các giá trị là {1} và {2}.",
    "Both ends are {1}.": "Hai đầu đều là {1}.",
    "Its values fall from {1} to {2} as the scores rise.":
      "Giá trị giảm từ {1} xuống {2} khi điểm tăng.",
    "Both hold the score {1}.": "Cả hai chứa điểm {1}.",
    "Both hold the scores {1} to {2}.": "Cả hai chứa các điểm từ {1} đến {2}.",
    "Nothing is said about {1} to {2}.": "Từ {1} đến {2} không được quy định.",
    "The values fall from {1} to {2} as the scores rise.":
      "Các giá trị giảm từ {1} xuống {2} khi điểm tăng.",
    "At {1} the values are {2} and {3}.": "Tại {1} có hai giá trị {2} và {3}.",
    "The table is one of steps.": "Đây là bảng bậc thang.",
    "All of {1} to {2} convert to {3}.": "Mọi điểm từ {1} đến {2} quy đổi thành {3}.",
    "Edges are `left-closed` or `right-closed`.":
      "Quy tắc đầu mút là `left-closed` hoặc `right-closed`.",
    "No offset is known for combination {1}.": "Chưa biết độ lệch của tổ hợp {1}.",
    "No band holds the score {1}.": "Không khoảng nào chứa điểm {1}.",
    "The score is {1}, the table holds {2} to {3}.": "Điểm là {1}, bảng chứa từ {2} đến {3}.",
    "A confidence level lies between 0 and 1.": "Mức tin cậy nằm giữa 0 và 1.",
    "A bootstrap has 2 to {1} replications.": "Bootstrap có từ 2 đến {1} lần lặp.",
    "Too few of the samples could be linked.": "Quá ít mẫu liên kết được.",
    "There are {1} occupied scores, the terms are {2}.":
      "Có {1} mức điểm có người, số số hạng là {2}.",
    "There are {1} occupied scores, the degree is {2}.": "Có {1} mức điểm có người, bậc là {2}.",
    "Both scales make {1} cells; smooth on coarser scales.":
      "Hai thang điểm tạo {1} ô; hãy làm trơn trên thang thưa hơn.",
    "The fitted terms cannot be told apart.": "Không tách được các số hạng đã khớp.",
    "The loglinear model was left after {1} steps.":
      "Mô hình loga tuyến tính chưa hội tụ sau {1} bước.",
    "No step improves the loglinear model.": "Không bước nào cải thiện mô hình loga tuyến tính.",
    "There is nothing to fit.": "Không có gì để khớp.",
    "Too few scores lie between the extremes.": "Quá ít điểm nằm giữa hai đầu.",
    "The spline has no solution.": "Hàm ghép trơn không có nghiệm.",
    "Smooth less.": "Hãy làm trơn ít hơn.",
    "The base has no links.": "Thang gốc không có liên kết nào.",
    "The base {1} cannot be linked to itself.": "Không liên kết thang gốc {1} với chính nó.",
    "In the link of {1}.": "Ở liên kết của {1}.",
    "The value of {1} is {2}.": "Giá trị của {1} là {2}.",
    "No scale {1} is linked to {2}.": "Không thang điểm {1} nào liên kết với {2}.",
    "No value lies on the target scale.": "Không giá trị nào nằm trên thang điểm đích.",
    "Both need the same source scale.": "Cả hai cần cùng thang điểm nguồn.",
    "The table answers nobody's score.": "Bảng không trả lời điểm của ai.",
    "There are no groups to compare.": "Không có nhóm nào để so sánh.",
    "All functions need the same two scales.": "Mọi hàm cần cùng hai thang điểm.",
    "For {1} it is {2}.": "Với {1} nó là {2}.",
    "For {1} with {2} it is {3}.": "Với {1} cùng {2} nó là {3}.",
    "No score goes from {1} to {2} both ways.":
      "Không điểm nào đi từ {1} đến {2} bằng cả hai đường.",
    "Presmoothing is for methods on distributions, not for {1}.":
      "Làm trơn trước dành cho phương pháp dựa trên phân bố, không dành cho {1}.",
    "Postsmoothing is for the method equipercentile.":
      "Làm trơn sau chỉ dùng với phương pháp equipercentile.",
    "The method {1} needs two groups with an anchor.": "Phương pháp {1} cần hai nhóm có phần neo.",
    "Groups that differ are linked by a method that uses the anchor.":
      "Các nhóm khác nhau phải liên kết bằng phương pháp dùng phần neo.",
    "Everybody stands at an end of the scale.": "Mọi người đều ở đầu mút của thang điểm.",
    "Cross moments need people who have both scores.":
      "Mô-men chéo cần những người có cả hai điểm.",
    "A bandwidth is above zero.": "Độ rộng cửa sổ phải lớn hơn 0.",
    "Top percents lie between 0 and 100, each named once.":
      "Các phần trăm trên nằm giữa 0 và 100, mỗi số nêu một lần.",
    "The top {1} % begin at no score of their own; name fewer percents.":
      "Nhóm {1} % trên không bắt đầu ở mức điểm riêng; hãy nêu ít phần trăm hơn.",
    "It is the anchor.": "Đó là phần neo.",
    "Test and anchor do not rise together.": "Bài thi và phần neo không cùng tăng.",
    "Known methods are {1} and composite:METHOD=WEIGHT,METHOD=WEIGHT….":
      "Các phương pháp là {1} và composite:METHOD=WEIGHT,METHOD=WEIGHT….",
    "A composite reads METHOD=WEIGHT,METHOD=WEIGHT….":
      "Phương pháp tổ hợp viết là METHOD=WEIGHT,METHOD=WEIGHT….",
    "A composite has two methods or more, with weights that add up to 1.":
      "Phương pháp tổ hợp có từ hai phương pháp, tổng trọng số bằng 1.",
    "A bandwidth is `pen`, `rot` or a number above zero.":
      "Độ rộng cửa sổ là `pen`, `rot` hoặc số lớn hơn 0.",
    "The weight must be from 0 to 1.": "Trọng số phải từ 0 đến 1.",
    "There are {1}, asked for are {2}.": "Có {1}, yêu cầu {2}.",
    "Everybody has one score on the first test.":
      "Mọi người có cùng một điểm ở bài thi thứ nhất.",
    "Everybody has one score on the second test.":
      "Mọi người có cùng một điểm ở bài thi thứ hai.",
    "The anchors have different scales.": "Hai phần neo có thang điểm khác nhau.",
    "The anchor scores of one group are {1}, of the other {2}.":
      "Điểm neo của nhóm này là {1}, của nhóm kia là {2}.",
    "{1} to {2}": "từ {1} đến {2}",
    "Postsmoothing is `none` or `spline:S` with S from 0.":
      "Làm trơn sau là `none` hoặc `spline:S` với S từ 0.",
    "Lumps are kept where margins are smoothed, not pairs.":
      "Chỉ giữ điểm dồn khi làm trơn từng phân bố, không phải từng cặp.",
    "Degrees are 1 to {1}, cross moments 0 to 5 and within them, lumps above zero.":
      "Bậc từ 1 đến {1}, mô-men chéo từ 0 đến 5 và không quá bậc, mức điểm dồn lớn hơn 0.",
    """
    Presmoothing is `none`, `loglinear:C`, `loglinear:C+LUMP`, `loglinear:aic`, `loglinear:bic`, \
    `loglinear:lr` or `loglinear:CX,CY,CXY`.
    """:
      """
    Làm trơn trước là `none`, `loglinear:C`, `loglinear:C+LUMP`, `loglinear:aic`, \
    `loglinear:bic`, `loglinear:lr` hoặc `loglinear:CX,CY,CXY`.
    """,
    "The anchor score {1} occurs in one group only; presmooth, or chain.":
      "Điểm neo {1} chỉ có ở một nhóm; hãy làm trơn trước, hoặc dùng phương pháp chuỗi.",
    "The scale has {1} points, the counts {2}.": "Thang điểm có {1} mức, bảng tần số có {2}.",
    "At {1} it is {2}.": "Tại {1} nó là {2}.",
    "No one has a score.": "Không ai có điểm.",
    "Somebody has {1}, under the floor {2}.": "Có người được {1}, dưới ngưỡng {2}.",
    "The score is {1}, the step {2}.": "Điểm là {1}, bước điểm là {2}.",
    "The score is {1}, the scale holds {2} to {3}.": "Điểm là {1}, thang điểm từ {2} đến {3}.",
    "Floors are for two groups.": "Ngưỡng chỉ dùng cho hai nhóm.",
    "The anchor scores make no scale.": "Các điểm neo không tạo thành thang điểm.",
    "{1} {2} is no point of the scale {3}": "{1} {2} không phải là mức của thang điểm {3}",
    "no direct link begins at {1}": "không có liên kết trực tiếp nào bắt đầu từ {1}",
    "the conversion \"{1}\" is estimated on the scale of {2}, which is not described under \"assessments:\"":
      """
    quy tắc quy đổi "{1}" được ước lượng trên thang điểm của {2}, mà kỳ thi này không có trong \
    "assessments:"
    """,
    "the rule accepts {1}, and {2} is given": "quy định nhận {1}, mà ở đây là {2}",
    "the figures of the conversion {1} are not given": "thiếu số liệu của quy tắc quy đổi {1}",
    "the weights of {1} are too large": "các trọng số của {1} quá lớn",
    "{1} has no part {2}": "{1} không có phần thi {2}",
    "unknown assessment \"{1}\"": "không có kỳ thi \"{1}\"",
  ]
}
