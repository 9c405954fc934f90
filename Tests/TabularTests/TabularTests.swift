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
