import Files
import ScoreExchange
import TestSupport
import Testing

@Suite("A run of an exchange")
struct ExchangeRunTests {
  private static let moment = UTCInstant(secondsSinceEpoch: 1_752_656_400)

  private func run(_ fixture: String, threads: Int) throws -> ExchangeRun {
    try ExchangeRun(
      Exchange(contentsOf: Fixtures.path("\(fixture)/exchange.yaml")),
      plan: WorkPlan(threadCount: threads))
  }

  @Test(
    "gives the same tables on any number of threads",
    arguments: ["g7-2025", "odd-rows", "odd-people"])
  func threads(fixture: String) throws {
    let one = try run(fixture, threads: 1)
    let many = try run(fixture, threads: 5)
    for (left, right) in zip(one.tables, many.tables) {
      #expect(left.table.bytes() == right.table.bytes(), "\(left.name)")
    }
    #expect(one.summary == many.summary)
  }

  @Test("counts every row of every file as accepted or rejected")
  func counts() throws {
    let run = try run("g7-2025", threads: 2)
    for file in run.summary.files {
      #expect(file.rowsRead == file.rowsAccepted + file.rowsRejected)
      #expect(run.rejects.count { $0.file == file.file } == file.rowsRejected)
    }
    let accepted = run.summary.files.filter { $0.kind == "results" }.reduce(0) {
      $0 + $1.rowsAccepted
    }
    // A result that two applicants claim stands in two lines of review.
    let linked = Set(run.links.links.map(\.right)).count
    #expect(linked + run.summary.links.none == accepted)
    #expect(run.summary.links.auto + run.summary.links.review == run.links.links.count)
  }

  @Test("notes how many registered candidates have no result")
  func registered() throws {
    let folder = TemporaryFolder()
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n"
        + "C1,001207000001,Nguyễn Văn An,2007-02-14,one,60\n", to: "results.csv")
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting\n"
        + "C1,001207000001,Nguyễn Văn An,2007-02-14,one\n"
        + "C2,001207000002,Trần Văn Bình,2007-02-15,one\n", to: "registered.csv")
    folder.write(
      "applicant,national_id,name,birth_date\nX1,001207000001,Nguyễn Văn An,2007-02-14\n",
      to: "gha.csv")
    let path = folder.write(
      """
      \(OneAssessment.head("registered", sittings: "one: 2025-01-19"))
      applicants: [{file: gha.csv, school: GHA}]
      recognition:
        GHA: [{accepts: TSA}]

      """.replacing(
        "assessment: TSA}]",
        with: "assessment: TSA}, "
          + "{file: registered.csv, school: BKA, assessment: TSA, kind: registration}]"),
      to: "exchange.yaml")
    let run = try ExchangeRun(Exchange(contentsOf: path), plan: .sequential)
    #expect(run.notes.map(\.description) == ["1 registered candidates have no result: C2"])
  }

  @Test("that is to stop leaves what an earlier run wrote")
  func cancelledWriting() throws {
    let folder = TemporaryFolder()
    let out = folder.path + "/out"
    var run = try run("odd-people", threads: 2)
    try run.write(to: out, ExchangeRun.Writing(created: Self.moment))
    let before = try readBytes(at: out + "/summary.json")
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: ExchangeError.self) {
      try run.write(
        to: out, ExchangeRun.Writing(created: Self.moment), cancellation: cancellation)
    }
    #expect(error?.code == .cancelled)
    #expect(try readBytes(at: out + "/summary.json") == before)
    #expect(try namesInFolder(folder.path) == ["out"])
  }

  @Test("ends between two pieces of any step when it is to stop", arguments: 0..<4)
  func cancelledSteps(step: Int) throws {
    let stages: [WorkStage] = [.recognising, .placing, .writing, .reading]
    let cancellation = Cancellation()
    let progress = WorkProgress { state in
      if state.stage == stages[step] { cancellation.cancel() }
    }
    let plan = WorkPlan(threadCount: 2, progress: progress)
    let folder = TemporaryFolder()
    let error = #expect(throws: ExchangeError.self) {
      var run = try ExchangeRun(
        Exchange(contentsOf: Fixtures.path("odd-people/exchange.yaml")), plan: plan,
        cancellation: cancellation)
      try run.write(
        to: folder.path + "/out", ExchangeRun.Writing(created: Self.moment),
        cancellation: cancellation)
    }
    #expect(error?.code == .cancelled)
    #expect(try namesInFolder(folder.path).isEmpty)
  }

  @Test("writes every output, signed batches among them, into a folder that appears whole")
  func writing() throws {
    let folder = TemporaryFolder()
    var run = try run("g7-2025", threads: 2)
    try run.write(to: folder.path + "/out", ExchangeRun.Writing(created: Self.moment))
    #expect(
      try namesInFolder(folder.path + "/out") == [
        "batches", "cutoff-equivalents.csv", "cutoffs.csv", "keys", "links.csv", "placements.csv",
        "recognised.csv",
        "rejects.csv", "report.html", "report.json", "results.csv", "review.csv", "summary.json",
        "timings.json",
      ])
    #expect(try namesInFolder(folder.path) == ["out"])
    #expect(run.summary.batches.map(\.folder).contains("batches/results-BKA"))
    let trust = try TrustBundle(
      folder: folder.path + "/out/keys/trust",
      at: Self.moment)
    for batch in run.summary.batches {
      let receiver =
        batch.folder.hasPrefix("batches/outcomes-") ? String(batch.folder.suffix(3)) : "GHA"
      let verifier = BatchVerifier(
        receiver: receiver, trust: trust,
        at: Self.moment)
      let verdict = try verifier.verify(at: "\(folder.path)/out/\(batch.folder)")
      guard case .accepted(let accepted) = verdict else {
        Issue.record("\(batch.folder) is refused: \(verdict)")
        continue
      }
      #expect(accepted.manifest.rows.rowCount == batch.rows)
    }
  }

  @Test("that fails leaves the last good output untouched")
  func failure() throws {
    let folder = TemporaryFolder()
    let out = folder.path + "/out"
    var good = try run("odd-people", threads: 2)
    try good.write(to: out, ExchangeRun.Writing(created: Self.moment))
    let before = try readBytes(at: out + "/summary.json")
    // The trust folder is there but holds nothing, so signing fails after every table is written.
    let yaml = String(
      decoding: try readBytes(at: Fixtures.path("odd-people/exchange.yaml")), as: UTF8.self)
    let keys = folder.write("no key", to: "bad/key.pem")
    let signed = yaml.replacing(
      "signing: development",
      with: "signing: {key: \(keys), certificate: \(keys), trust: \(folder.path)/bad}")
    try #require(signed != yaml)
    var bad = try ExchangeRun(
      Exchange(yaml: Array(signed.utf8), path: Fixtures.path("odd-people/exchange.yaml")))
    #expect(throws: ExchangeError.self) {
      try bad.write(to: out, ExchangeRun.Writing(created: Self.moment))
    }
    #expect(try readBytes(at: out + "/summary.json") == before)
    #expect(try namesInFolder(folder.path) == ["bad", "out"])
  }

  @Test("shows nothing about a person before the embargo ends")
  func embargo() throws {
    let folder = TemporaryFolder()
    let yaml = String(
      decoding: try readBytes(at: Fixtures.path("odd-people/exchange.yaml")), as: UTF8.self)
    let later = yaml + "\nembargo: 2030-07-01T08:00:00+07:00\n"
    var run = try ExchangeRun(
      Exchange(yaml: Array(later.utf8), path: Fixtures.path("odd-people/exchange.yaml")))
    let error = #expect(throws: ExchangeError.self) {
      try run.write(to: folder.path + "/out", ExchangeRun.Writing(created: Self.moment))
    }
    #expect(error?.code == .notPermitted)
    #expect(try namesInFolder(folder.path).isEmpty)
  }
}
