import ScoreExchange
import Testing

@Suite("A sample's faults")
struct SampleFaultTests {
  private func truth(_ files: [String: [UInt8]]) throws -> [String: [Int: String]] {
    var truth: [String: [Int: String]] = [:]
    for row in try SampleFilesTests.table("truth/faults.csv", in: files).rows {
      let row = try #require(row)
      let number = try #require(Int(row[1]))
      #expect(truth[row[0]]?[number] == nil, "one fault a row")
      truth[row[0], default: [:]][number] = "\(row[2]) \(row[3])"
    }
    return truth
  }

  @Test(
    "A plain reading of the checks finds the faults of the truth, with their reasons, and no other",
    arguments: [(900, 0.03, UInt64(2025)), (1000, 0.3, 7), (600, 1, 8), (300, 0, 9)])
  func faultsAreThoseOfTheTruth(results: Int, rate: Double, seed: UInt64) throws {
    let files = try SampleFilesTests.files(
      results: results, applicants: 10, seed: seed, faults: rate)
    let truth = try truth(files)
    let read = try PlainResults.layouts.map { PlainResults($0, try #require(files[$0.path])) }
    #expect(PlainResults.faults(of: read) == truth)
  }

  @Test("Every reason code occurs in a sample of the default size")
  func everyReason() throws {
    let truth = try truth(try SampleFilesTests.ordinary.get())
    let reasons = Set(truth.values.flatMap(\.values).map { $0.prefix { $0 != " " } })
    #expect(
      reasons == [
        "columns", "encoding", "missing", "number", "lattice", "range", "part_range", "sum", "date",
        "sitting", "national_id", "identity", "duplicate", "repeated", "repaired", "text", "status",
      ])
  }

  @Test("The share of rows that a fault touches is the one asked for")
  func share() throws {
    let truth = try truth(try SampleFilesTests.files(results: 1000, applicants: 0, faults: 0.25))
    let touched = truth.values.reduce(0) { $0 + $1.count }
    // Of an identical repeat only the second row is at fault.
    let repeats = truth.values.reduce(0) { $0 + $1.values.count { $0 == "repeated rejected" } }
    #expect((248...250).contains(touched + repeats))
  }

  @Test("The counts of rejected rows are those of the list of faults")
  func rejectCounts() throws {
    let files = try SampleFilesTests.files(results: 800, applicants: 0, faults: 0.3)
    let truth = try truth(files)
    for row in try SampleFilesTests.table("truth/files.csv", in: files).rows {
      let row = try #require(row)
      let rejected = truth[row[0]]?.values.count { $0.hasSuffix("rejected") } ?? 0
      #expect(String(rejected) == row[2], "\(row[0])")
    }
  }
}
