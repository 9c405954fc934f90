import Files
import Parallel
@_spi(Measuring) import Tabular

/// `import-harness write FILE ROWS` makes the file; `import-harness read FILE THREADS` imports it with
/// types and prints seconds and the sums over its columns as one line of JSON; a LEVEL keeps to fewer
/// instructions: 0 portable, 1 AVX2, 2 AVX-512.
@main
enum ImportHarness {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let number = Int(arguments[3]) else {
      print("usage: import-harness write FILE ROWS | read FILE THREADS [LEVEL]")
      return
    }
    let clock = ContinuousClock()
    if arguments[1] == "write" {
      let elapsed = try clock.measure {
        try ScoreFile.write(rows: number, to: arguments[2], plan: .allCores)
      }
      print("{\"seconds\": \(elapsed / .seconds(1))}")
      return
    }
    if arguments.count > 4, let level = Int(arguments[4]) { TableFile.limitInstructions(to: level) }
    let plan = WorkPlan(threadCount: number)
    let start = clock.now
    let file = try TableFile(path: arguments[2], plan: plan)
    let table = file.decoded(as: forms, afterRecord: 1, plan: plan)
    let elapsed = start.duration(to: clock.now)
    let memory = try peakMemory()
    print(
      "{\"seconds\": \(elapsed / .seconds(1)), \"rows\": \(table.rowCount), "
        + "\"memory\": \(memory), \"faults\": \(table.faults.count), \"level\": \"\(TableFile.instructionLevel)\", "
        + "\"sums\": \(table.columns.map(sum))}")
  }

  /// Most bytes that this process had in memory up to now.
  static func peakMemory() throws(FileError) -> Int {
    let status = String(decoding: try readBytes(at: "/proc/self/status"), as: UTF8.self)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1_024 } ?? 0
  }

  static let score = FieldForm.shortDecimal(scaleDigits: 2, sign: .point)
  static let forms: [FieldForm] = [
    .decimal(scaleDigits: 0, sign: .point), .textRange, .date(.dayMonthYear), .identifier,
    .code(table(ScoreFile.schools)), .code(table(ScoreFile.sittings)), score, score, score, score,
  ]

  static func table(_ words: [String]) -> CodeTable {
    CodeTable(words.enumerated().map { (word: $0.element, code: UInt16($0.offset)) })
  }

  /// Numbers, days from 1970-01-01 and codes are added up; of texts the lengths in bytes.
  static func sum(_ column: DecodedColumn) -> Int {
    switch column {
    case .int16(let values): values.reduce(0) { $0 + Int($1) }
    case .int32(let values): values.reduce(0) { $0 + Int($1) }
    case .int64(let values): values.reduce(0) { $0 + Int($1) }
    case .codes(let values): values.reduce(0) { $0 + Int($1) }
    case .texts(let texts): texts.byteCount
    case .ranges(let ranges):
      (0..<ranges.count).reduce(0) { $0 + ranges.withBytes(at: $1) { $0.count } }
    case .skipped: 0
    }
  }
}
