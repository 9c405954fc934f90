import Parallel
import Tabular
import Testing

func table(
  _ text: String, overrides: DialectOverrides = .none, blockLength: Int = 1 << 18
) throws -> TableFile {
  try TableFile(
    bytes: Array(text.utf8), name: "test.csv", overrides: overrides, blockLength: blockLength)
}

func allRows(_ file: TableFile, afterRecord: Int = 0, target: Int = 1 << 20) -> [[String]] {
  file.mapBatches(afterRecord: afterRecord, plan: WorkPlan(threadCount: 2), targetByteCount: target)
  { batch in (0..<batch.rowCount).map { batch.texts(of: $0) } }.flatMap { $0 }
}

@Suite("Some rows of a file")
struct SomeRowsTests {
  private static let text = (1...200).map { "\($0),a\n" }.joined()

  @Test("are taken from all over it, and are the rows that they say they are")
  func spread() throws {
    let file = try table(Self.text, blockLength: 64)
    let batches = file.spreadRows(places: 4, each: 3)
    #expect(batches.count == 4)
    #expect(batches.map { $0.recordNumber(of: 0) } != batches.map { _ in 1 })
    for batch in batches {
      #expect(batch.rowCount == 3)
      for row in 0..<3 { #expect(batch.texts(of: row)[0] == "\(batch.recordNumber(of: row))") }
    }
    #expect(try table(Self.text).spreadRows(places: 4, each: 3).isEmpty)
  }

  @Test("are found by their numbers in the blocks that hold them", arguments: [1, 64, 1 << 18])
  func numbers(blockLength: Int) throws {
    let file = try table(Self.text, blockLength: blockLength)
    let wanted = [0, 1, 2, 77, 78, 200, 201]
    let found = file.mapBatches(holding: wanted) { batch in
      (0..<batch.rowCount).filter { wanted.contains(batch.recordNumber(of: $0)) }
        .map { batch.texts(of: $0)[0] }
    }
    #expect(found.flatMap { $0 } == ["1", "2", "77", "78", "200"])
    #expect(file.mapBatches(holding: []) { _ in 0 }.isEmpty)
    #expect(try table("").mapBatches(holding: [1]) { _ in 0 }.isEmpty)
  }
}
