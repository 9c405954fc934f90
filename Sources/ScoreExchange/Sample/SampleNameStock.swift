/// The words of which synthetic names are made, with their weights.
///
/// Family names: Lê Trung Hoa, "Họ và tên người Việt Nam" (Nhà xuất bản Khoa học Xã hội, 2005), gives
/// the shares of the fourteen commonest ones; the rest share what is left. Middle and given names
/// follow lists of pupils of the birth years 2004 to 2008 in rough proportion.
struct SampleNameStock: Sendable {
  /// Words drawn by weight.
  struct Choice: Sendable {
    let first: Int
    private let bounds: [Int]

    init(first: Int, weights: [Int]) {
      self.first = first
      var sum = 0
      bounds = weights.map { weight in
        sum += weight
        return sum
      }
    }

    func draw(_ random: inout SampleDraw) -> Int {
      let point = random.below(bounds.last ?? 1)
      return first + (bounds.firstIndex { point < $0 } ?? 0)
    }
  }

  static let shared = SampleNameStock()

  private(set) var words: [[UInt8]] = [[]]
  private(set) var decomposedWords: [[UInt8]] = [[]]
  let northernFamilies: Choice
  let southernFamilies: Choice
  let middles: [Choice]
  let given: [Choice]
  /// Pairs of given names that twins bear and typists confuse, by sex.
  let twins: [[(Int, Int)]]
  /// The first word, the name and the clan of highland names, by sex.
  let highland: [(Choice, Choice, Choice)]
  let koho: (Choice, Choice)

  private init() {
    var words: [[UInt8]] = [[]]
    func add(_ list: [(String, Int)]) -> Choice {
      let first = words.count
      words += list.map { Array($0.0.utf8) }
      return Choice(first: first, weights: list.map(\.1))
    }
    func equal(_ text: String) -> [(String, Int)] {
      text.split(separator: ",").map { (String($0), 1) }
    }
    northernFamilies = add(Self.families(huynh: 4, vo: 3))
    southernFamilies = add(Self.families(huynh: 45, vo: 32))
    middles = [add(Self.maleMiddles), add(Self.femaleMiddles)]
    given = [add(Self.maleGiven), add(Self.femaleGiven)]
    func pairs(_ text: String) -> [(Int, Int)] {
      let first = add(equal(text)).first
      return stride(from: first, to: words.count, by: 2).map { ($0, $0 + 1) }
    }
    twins = [
      pairs("Hùng,Hưng,Quân,Quang,Dũng,Dương,Tuấn,Tuân,Minh,Mạnh,Tân,Tấn,Hải,Hảo,Duy,Duyệt"),
      pairs("Hương,Hường,Ngân,Nga,Thảo,Thào,Linh,Lĩnh,Hạnh,Hạ,Thu,Thư,Vân,Vẫn,Thúy,Thùy"),
    ]
    let clans = "Niê,Êban,Mlô,Kbuôr,Ksơr,Ayun,Bkrông,Knul"
    highland = [
      (add([("Y", 1)]), add(equal("Bhiăn,Thim,Phương,Wai,Duin,Khoa,Minh")), add(equal(clans))),
      (add([("H'", 1)]), add(equal("Hoa,Linh,Mai,Juin,Nga,Wen,Thảo")), add(equal(clans))),
    ]
    koho = (add([("K'", 1)]), add(equal("Brơi,Thoa,Brèo,Tuyên,Sơn,Hiền,Long")))
    self.words = words
    decomposedWords = words.map {
      Array(SampleLetters.decomposed(String(decoding: $0, as: UTF8.self)).utf8)
    }
  }

  /// Shares in hundredths of a percent. `huynh` and `vo` say in tenths of a percent how much of
  /// Hoàng/Huỳnh (5.1 %) and Vũ/Võ (3.9 %) takes the southern form.
  private static func families(huynh: Int, vo: Int) -> [(String, Int)] {
    let known = [
      ("Nguyễn", 3840), ("Trần", 1100), ("Lê", 950), ("Phạm", 710), ("Hoàng", 510 - huynh * 10),
      ("Huỳnh", huynh * 10), ("Phan", 450), ("Vũ", 390 - vo * 10), ("Võ", vo * 10), ("Đặng", 210),
      ("Bùi", 200), ("Đỗ", 140), ("Hồ", 130), ("Ngô", 130), ("Dương", 100), ("Lý", 50),
    ]
    let others = [
      ("Đinh", 97), ("Trương", 95), ("Trịnh", 85), ("Đoàn", 80), ("Lương", 72), ("Mai", 70),
      ("Đào", 68), ("Cao", 55), ("Hà", 52), ("Lưu", 40), ("Tạ", 35), ("Phùng", 32), ("Lâm", 30),
      ("Tô", 28), ("Nông", 28), ("Chu", 25), ("Vương", 20), ("Quách", 18), ("Thái", 18),
      ("Triệu", 17), ("Nghiêm", 15), ("Kiều", 14), ("Tống", 14), ("Lò", 14), ("Vi", 12),
      ("Hứa", 10),
      ("Đàm", 10), ("Thân", 8), ("Khuất", 7), ("Doãn", 6), ("Giàng", 5), ("Bạch", 5), ("Cù", 3),
      ("Ninh", 2),
    ]
    return known + others
  }

  private static let maleMiddles = [
    ("Văn", 210), ("Đức", 95), ("Minh", 80), ("Quang", 60), ("Hữu", 45), ("Đình", 40), ("Tuấn", 38),
    ("Công", 34), ("Duy", 32), ("Xuân", 32), ("Thành", 28), ("Anh", 26), ("Việt", 26),
    ("Hoàng", 60),
    ("Quốc", 40), ("Trung", 28), ("Mạnh", 24), ("Ngọc", 34), ("Gia", 26), ("Thế", 22), ("Bá", 14),
    ("Trọng", 16), ("Tiến", 20), ("Nhật", 20), ("Hải", 16), ("Khánh", 10), ("Bảo", 14),
    ("Văn Minh", 4), ("Hoàng Anh", 5), ("Đức Minh", 3), ("", 8),
  ]
  private static let femaleMiddles = [
    ("Thị", 260), ("Thu", 70), ("Ngọc", 80), ("Thị Thu", 45), ("Thị Ngọc", 30), ("Phương", 55),
    ("Minh", 60), ("Thanh", 50), ("Khánh", 40), ("Thùy", 40), ("Hồng", 30), ("Mai", 30), ("Hà", 25),
    ("Quỳnh", 30), ("Bảo", 30), ("Thị Thanh", 22), ("Thị Phương", 20), ("Thị Minh", 16),
    ("Diệu", 16), ("Kim", 14), ("Hoài", 12), ("Tường", 6), ("Thị Hồng", 14), ("Thị Hoài", 6),
    ("", 5),
  ]
  private static let maleGiven = [
    ("Anh", 70), ("Minh", 52), ("Huy", 46), ("Hoàng", 40), ("Dũng", 36), ("Đức", 40), ("Long", 36),
    ("Nam", 38), ("Quân", 36), ("Hiếu", 38), ("Tuấn", 32), ("Hưng", 32), ("Khánh", 24),
    ("Phong", 28),
    ("Sơn", 28), ("Thành", 32), ("Tùng", 26), ("Việt", 24), ("Đạt", 36), ("Hải", 28), ("Kiên", 24),
    ("Trung", 26), ("Duy", 28), ("Quang", 28), ("Bình", 14), ("Cường", 26), ("Lâm", 20),
    ("Phúc", 26),
    ("Thắng", 24), ("Vũ", 18), ("Mạnh", 16), ("Khôi", 14), ("Nguyên", 16), ("Hòa", 10),
    ("Toàn", 12),
    ("Thịnh", 14), ("Bảo", 20), ("An", 16), ("Tiến", 18), ("Dương", 22), ("Khoa", 16), ("Nhật", 12),
    ("Tài", 12), ("Trường", 14), ("Hùng", 20), ("Thái", 10), ("Đăng", 10), ("Tú", 12), ("Chiến", 6),
    ("Lộc", 8), ("Vinh", 12), ("Thiện", 8), ("Phát", 8), ("Quý", 6), ("Giang", 8), ("Linh", 6),
  ]
  private static let femaleGiven = [
    ("Anh", 90), ("Linh", 62), ("Hương", 30), ("Trang", 46), ("Hà", 34), ("Phương", 38),
    ("Thảo", 40),
    ("Ngọc", 36), ("Mai", 30), ("Nhi", 32), ("Chi", 32), ("Huyền", 34), ("Hằng", 24), ("Ngân", 26),
    ("Yến", 20), ("Lan", 14), ("Hoa", 12), ("Thúy", 10), ("Thủy", 14), ("Vy", 18), ("Quỳnh", 24),
    ("Giang", 22), ("My", 20), ("Nga", 16), ("Dung", 18), ("Hiền", 24), ("Thu", 16), ("Vân", 20),
    ("Trinh", 10), ("Nhung", 20), ("Ly", 16), ("Loan", 8), ("Oanh", 12), ("Uyên", 14), ("Châu", 12),
    ("Tâm", 12), ("Hân", 12), ("Khánh", 12), ("An", 14), ("Hạnh", 12), ("Bích", 6), ("Diệp", 10),
    ("Tú", 8), ("Thư", 18), ("Như", 10), ("Hòa", 8), ("Duyên", 12), ("Minh", 16), ("Lý", 4),
    ("Mỹ", 6),
  ]
}
