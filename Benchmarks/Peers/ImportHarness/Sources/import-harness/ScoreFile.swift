import Parallel
import Tabular

/// A synthetic export of scores in ten columns; the same bytes for the same number of rows.
enum ScoreFile {
  static let schools = ["BKA", "QSB", "DDK", "GHA", "MDA", "TLA", "XDA"]
  static let sittings = ["2025-1", "2025-2", "2025-3"]
  static let headings = [
    "SBD", "Họ và tên", "Ngày sinh", "CCCD", "Trường", "Đợt", "Toán", "Đọc", "Khoa học", "Tổng",
  ]

  private static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ",
  ]
  private static let middles = ["Thị", "Văn", "Hữu", "Minh", "Ngọc", "Thanh", "Quang", "Thu"]
  private static let givens = [
    "Anh", "Hương", "Linh", "Dũng", "Hà", "Phương", "Tuấn", "Trang", "Đức", "Huyền", "Khánh",
    "Thảo",
  ]

  /// SplitMix64 of a row's number.
  private struct Generator {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ (value >> 31)) % UInt64(limit))
    }
  }

  static func write(rows: Int, to path: String, plan: WorkPlan) throws(TabularError) {
    var file = try TableFileWriter(path: path, headings: headings)
    try file.writeRows(rows, plan: plan) { range, writer in
      for row in range { append(row, to: &writer) }
    }
    try file.commit()
  }

  private static func append(_ row: Int, to writer: inout TableWriter) {
    var random = Generator(state: UInt64(row) &* 7_919)
    let mathematics = random.below(4_001)
    let reading = random.below(2_001)
    let science = random.below(4_001)
    writer.append(100_000 + row)
    writer.append(name(&random))
    let (day, month, year) = (1 + random.below(28), 1 + random.below(12), 2_005 + random.below(5))
    writer.append("\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)")
    writer.append(identifier: UInt64(1_000_000_000 + random.below(96_000_000_000)), width: 12)
    writer.append(schools[random.below(schools.count)])
    writer.append(sittings[random.below(sittings.count)])
    for units in [mathematics, reading, science, mathematics + reading + science] {
      writer.append(units: Int64(units), scaleDigits: 2)
    }
    writer.endRow()
  }

  /// One name in 200 has a comma, quotes or a line end in it.
  private static func name(_ random: inout Generator) -> String {
    let plain =
      "\(families[random.below(families.count)]) \(middles[random.below(middles.count)]) "
      + givens[random.below(givens.count)]
    return switch random.below(800) {
    case 0, 1: "\(plain), B"
    case 2: "\(plain) \"Tý\""
    case 3: "\(plain)\nB"
    default: plain
    }
  }
}
