import RecordLinkage
import Testing
import TestSupport

@Suite("The edit distance of two texts")
struct EditDistanceTests {
  /// The whole table of Boytsov 2011, section 2.2, written down plainly.
  private static func alignmentDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var costs = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { costs[row][0] = row }
    for column in 0...right.count { costs[0][column] = column }
    for row in left.indices {
      for column in right.indices {
        var cost = costs[row][column] + (left[row] == right[column] ? 0 : 1)
        cost = min(cost, costs[row][column + 1] + 1, costs[row + 1][column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, costs[row - 1][column - 1] + 1)
        }
        costs[row + 1][column + 1] = cost
      }
    }
    return costs[left.count][right.count]
  }

  private static func text(_ length: Int, _ letters: UInt64, _ random: inout SplitMix64) -> [UInt8]
  {
    (0..<length).map { _ in UInt8(1 + random.next() % letters) }
  }

  /// A text of random letters, and the same with a few slips.
  private static func pair(_ random: inout SplitMix64, longest: UInt64) -> ([UInt8], [UInt8]) {
    let letters = 2 + random.next() % 60
    let left = text(Int(random.next() % longest), letters, &random)
    var right = random.next() % 4 == 0 ? text(Int(random.next() % longest), letters, &random) : left
    for _ in 0..<random.next() % 5 where !right.isEmpty {
      let place = Int(random.next() % UInt64(right.count))
      switch random.next() % 4 {
      case 0: right.remove(at: place)
      case 1: right.insert(UInt8(1 + random.next() % letters), at: place)
      case 2: right[place] = UInt8(1 + random.next() % letters)
      default: right.swapAt(place, max(0, place - 1))
      }
    }
    return (left, right)
  }

  @Test("is that of the whole table up to its limit, for names and for texts longer than a word")
  func table() {
    var random = SplitMix64(seed: 11)
    var distances = EditDistance()
    for round in 0..<4_000 {
      let (left, right) = Self.pair(&random, longest: round.isMultiple(of: 10) ? 160 : 24)
      let limit = Int(random.next() % 8)
      let expected = min(Self.alignmentDistance(left, right), limit + 1)
      #expect(
        distances.bounded(left, left.indices, right, right.indices, limit: limit) == expected)
    }
  }

  @Test("is never less than what the letters of the two texts tell")
  func bag() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<4_000 {
      let (left, right) = Self.pair(&random, longest: 24)
      var (one, other) = (LetterBag(), LetterBag())
      for letter in left { one.add(letter) }
      for letter in right { other.add(letter) }
      #expect(one.leastDistance(to: other) <= Self.alignmentDistance(left, right))
    }
  }
}
