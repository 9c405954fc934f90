import Parallel
import ScoreExchange
import Testing

@Suite("A column of small numbers")
struct NarrowColumnTests {
  private static let none = NarrowColumn.none

  @Test(
    "gives the numbers back, however wide they grow",
    arguments: [
      [0, 254, none, 7], [0, 255, none], [-1, 3, none], [32_767, -32_767, none],
      [1, none, 32_768], [-32_768, none], [254, 255, 32_768, none, Int32.max, -Int32.max],
    ])
  func numbers(numbers: [Int32]) {
    var oneByOne = NarrowColumn()
    for number in numbers { oneByOne.append(number) }
    #expect(Array(oneByOne) == numbers)
    #expect(Array(NarrowColumn(numbers)) == numbers)
    #expect(oneByOne.numbers(1..<numbers.count) == Array(numbers.dropFirst()))
  }

  @Test("takes another column of any width, whole or in part, before or behind a wider one")
  func joining() {
    let columns: [[Int32]] = [
      [1, Self.none, 254], [300, Self.none, -5], [1 << 20, Self.none, 2],
    ]
    for first in columns {
      for second in columns {
        var column = NarrowColumn(first)
        column.append(contentsOf: NarrowColumn(second))
        #expect(Array(column) == first + second)
        column.append(contentsOf: NarrowColumn(second), rows: 1..<2)
        #expect(Array(column) == first + second + [second[1]])
        column.removeLast(4)
        #expect(Array(column) == first)
        #expect(
          Array(column.selecting([2, 0, 0], plan: .sequential)) == [first[2], first[0], first[0]])
      }
    }
  }
}
