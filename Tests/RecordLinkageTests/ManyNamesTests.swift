import Parallel
import RecordLinkage
import TestSupport
import Testing

@Suite("Names and identifiers of many rows")
struct ManyNamesTests {
  /// Syllables as they come, and whatever else stands between two spaces.
  private static let words = [
    "Nguyễn", "NGUYỄN", "nguyễn", "Nguye\u{302}\u{303}n", "Nguyen", "Thị", "Thi\u{323}", "Thi",
    "Hoà", "Hòa", "Lý", "Lí", "Ly", "Quý", "Phượng", "Phuong", "Nghiêng", "An", "-An", "An.", "A",
    "Y", "H'Nhiêng", "Trần-Lê", "TrầnLê", "Krajangsiriwat", "Nghiêngg", "Nguyeenx", "Hoaf",
    "Nguye6n4", "李", "李明", "..", "\u{301}", "", "", "\tAn", "An\u{A0}Bình", "An\u{0}", "Bình1",
  ]
  private static let identifiers = [
    "00130701234/", "00130701234:", "0013070123", "001307012345678", "0013070123456789",
    "123456789", "123456789012", "000000000000", "111111111", "B1234567", "b1234567",
    "001307 12345", "é13070123",
  ]

  @Test("are compared as those of each row alone are", arguments: 1...2 as ClosedRange<UInt64>)
  func together(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func pick(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
    var (left, right): ([PersonRecord], [PersonRecord]) = ([], [])
    for number in 0..<100 {
      let name = (0..<4).map { _ in pick(Self.words) }
      var other = name
      if random.next() % 2 == 0 { other[Int(random.next() % 4)] = pick(Self.words) }
      let serial = String(1_000_000_000_000 + random.next() % 1_000_000_000_000).dropFirst()
      let identifier = random.next() % 4 == 0 ? pick(Self.identifiers) : String(serial)
      let birth = Int32(number * 401)
      left.append(
        LinkerTests.person(
          "A\(number)", name.joined(separator: " "), id: identifier, birth: birth))
      right.append(
        LinkerTests.person(
          "R\(number)", other.joined(separator: " "), id: identifier, birth: birth))
    }
    let people = LinkerTests.table(left)
    var model = LinkageModel.standard
    model.automatic = .probability
    model.estimatesChance = false
    let linker = Linker(model: model)
    func lines(_ right: [PersonRecord]) throws -> [String] {
      let rows = LinkerTests.table(right)
      // How far below the line somebody looks depends on all links.
      return try linker.link(left: people, right: rows, plan: .sequential).links.filter {
        $0.probability >= model.reviewProbability
      }.map {
        "\(people.key(of: $0.left)) \(rows.key(of: $0.right)) \($0.weight) \($0.explanation)"
      }
    }
    let alone = try right.flatMap { try lines([$0]) }
    #expect(alone.count > 80)
    #expect(try lines(right).sorted() == alone.sorted())
  }
}
