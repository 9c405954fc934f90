import Yardsticks

/// A ten-column score file as schools export it: 2 % of the names quoted, some with a comma, a
/// quote or a line end inside.
struct ScoreFile: Sendable {
  let bytes: [UInt8]
  let rowCount: Int

  static let schools = ["BKA", "QSB", "DDK", "GHA", "MDA", "TLA", "XDA"]
  static let sittings = ["2025-1", "2025-2", "2025-3"]
  private static let names = [
    "Nguyễn Thị Hương", "Trần Văn Dũng", "Lê Minh Anh", "Phạm Ngọc Hà", "Hoàng Thanh Phương",
    "Phan Quang Tuấn", "Vũ Thu Trang", "Đặng Hữu Đức", "Bùi Ngọc Huyền", "Đỗ Minh Khánh",
  ]

  init(rows: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = "SBD,Họ và tên,Ngày sinh,CCCD,Trường,Đợt,Toán,Đọc hiểu,Khoa học,Tổng\n"
    text.reserveCapacity(rows * 92)
    for row in 0..<rows {
      let parts = [random.below(4_001), random.below(2_001), random.below(4_001)]
      let day = Self.padded(1 + random.below(28), 2)
      let month = Self.padded(1 + random.below(12), 2)
      text += "\(1_000_000 + row),\(Self.name(&random)),\(day)/\(month)/\(2005 + random.below(4)),"
      text += Self.padded(1_000_000_000 + random.below(95_000_000_000), 12)
      text += ",\(Self.schools[random.below(7)]),\(Self.sittings[random.below(3)])"
      for score in parts + [parts.reduce(0, +)] {
        text += ",\(score / 100).\(Self.padded(score % 100, 2))"
      }
      text += "\n"
    }
    bytes = Array(text.utf8)
    rowCount = rows
  }

  private static func name(_ random: inout SeededGenerator) -> String {
    let name = names[random.below(names.count)]
    switch random.below(1_000) {
    case 0: return "\"\(name), Jr\""
    case 1: return "\"\(name) \"\"X\"\"\""
    case 2: return "\"\(name)\nY\""
    case 3..<20: return "\"\(name)\""
    default: return name
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
