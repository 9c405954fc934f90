import Foundation
import Parallel
import ScoreExchange
import TestSupport
import Testing

@Suite("A sample's files")
struct SampleFilesTests {
  static func files(
    results: Int = 2000, applicants: Int? = 1500, wishes: Int? = nil, seed: UInt64 = 2025,
    faults: Double = 0.01, threads: Int = 1
  ) throws -> [String: [UInt8]] {
    let request = SampleRequest(
      results: results, applicants: applicants, wishes: wishes, seed: seed, faultRate: faults)
    var sink = SampleMemorySink()
    try SampleExchange(request).write(into: &sink, plan: WorkPlan(threadCount: threads))
    return sink.files
  }

  /// What the command of the fixture makes.
  static let ordinary = Result { try files() }
  /// The same without faults.
  static let faultless = Result { try files(faults: 0) }

  static func table(_ path: String, in files: [String: [UInt8]]) throws -> PlainTable {
    PlainTable(try #require(files[path]), delimiter: ",")
  }

  @Test("The same seed gives the same bytes on any number of threads")
  func sameSeed() throws {
    // More people than one piece of work holds.
    #expect(try Self.files(threads: 3) == Self.ordinary.get())
  }

  @Test("Another seed gives other people, scores and wishes")
  func otherSeed() throws {
    let first = try Self.files(results: 300, applicants: 200)
    let second = try Self.files(results: 300, applicants: 200, seed: 2026)
    #expect(Set(first.keys) == Set(second.keys))
    for path in first.keys where path.hasPrefix("results/") || path.hasPrefix("applicants/") {
      #expect(first[path] != second[path], "\(path)")
    }
    #expect(first["wishes.csv"] != second["wishes.csv"])
    #expect(first["exchange.yaml"] == second["exchange.yaml"])
  }

  @Test(
    "Result rows, applicants and wishes are as many as asked for",
    arguments: [
      (1, 0, 0, 0.0), (1, 1, 1, 1), (34, 3, 2, 0.5), (35, 7, 100, 0.02), (900, 500, 2001, 0.01),
      (900, 100, 1500, 1), (377, 600, 300, 0.1),
    ])
  func counts(results: Int, applicants: Int, wishes: Int, faults: Double) throws {
    let files = try Self.files(
      results: results, applicants: applicants, wishes: wishes, faults: faults)
    let rows = PlainResults.layouts.map { layout in
      files[layout.path].map { PlainResults(layout, $0).table.rows.count } ?? 0
    }
    #expect(rows.reduce(0, +) == results)
    #expect(try Self.table("wishes.csv", in: files).rows.count == wishes)
    #expect(try Self.table("truth/applicants.csv", in: files).rows.count == applicants)

    let truth = try Self.table("truth/files.csv", in: files)
    #expect(truth.rows.map { $0?[1] } == rows.map { String($0) })
  }

  @Test("Nothing outside the lists of schools, programmes and truth is written")
  func paths() throws {
    let schools = ["bka", "qsb", "ddk", "gha", "mda", "tla", "xda"]
    let expected =
      schools.flatMap { ["results/\($0).csv", "applicants/\($0).csv"] }
      + ["people", "candidates", "applicants", "links", "faults", "files"].map { "truth/\($0).csv" }
      + ["exchange.yaml", "programmes.csv", "wishes.csv", "README.md"]
      + ["conversions/hust-2025.csv", "conversions/tla-2025.csv"]
    #expect(Set(try Self.files(results: 50, applicants: 40).keys) == Set(expected))
  }

  @Test(
    "A folder that is there keeps what is not of the sample, and nothing begun is left beside it")
  func folder() throws {
    let folder = TemporaryFolder()
    let sample = try SampleExchange(SampleRequest(results: 30, applicants: 20))
    let path = folder.path + "/sample"
    try sample.write(toFolder: path)
    let own = path + "/results/own.txt"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: own))
    try sample.write(toFolder: path)
    #expect(FileManager.default.fileExists(atPath: own))
    var written = SampleMemorySink()
    try sample.write(into: &written)
    for (name, bytes) in written.files {
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))) == bytes)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sample"])
  }

  @Test(
    "No file of an exchange that is no sample is replaced by one",
    arguments: [
      "exchange.yaml", "results/bka.csv",
    ])
  func realExchange(name: String) throws {
    let folder = TemporaryFolder()
    let own = folder.write("mine", to: "real/\(name)")
    let error = #expect(throws: SampleError.self) {
      try SampleExchange(SampleRequest(results: 30, applicants: 20))
        .write(toFolder: folder.path + "/real")
    }
    #expect(error?.code == .create)
    #expect(error?.message.description.contains(name) == true)
    #expect(try String(contentsOfFile: own, encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/real/wishes.csv"))
  }

  @Test("A sample that is to stop leaves no folder")
  func cancelled() throws {
    let folder = TemporaryFolder()
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: SampleError.self) {
      try SampleExchange(SampleRequest(results: 30, applicants: 20))
        .write(toFolder: folder.path + "/sample", cancellation: cancellation)
    }
    #expect(error?.code == .cancelled)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(
    "A number out of range is refused by name",
    arguments: [
      (SampleRequest(results: 0), SampleError.Code.results),
      (SampleRequest(results: Int.max), .results),
      (SampleRequest(results: 10, applicants: -1), .applicants),
      (SampleRequest(results: 10, applicants: 10, wishes: 151), .wishes),
      (SampleRequest(results: 10, faultRate: .nan), .faultRate),
      (SampleRequest(results: 10, faultRate: 1.01), .faultRate),
    ])
  func refused(request: SampleRequest, code: SampleError.Code) {
    let error = #expect(throws: SampleError.self) { try SampleExchange(request) }
    #expect(error?.code == code)
  }
}
