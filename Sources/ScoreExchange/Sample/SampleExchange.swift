public import Parallel

/// A synthetic exchange: seven schools' result files, applicants, programmes, wishes, the exchange
/// file that ties them together, and under `truth/` who is who and what is wrong.
///
/// Nothing in it is about a real person. Everything follows from the seed: see ``SampleRequest``.
public struct SampleExchange: Sendable {
  /// What was asked for.
  public let request: SampleRequest

  let plan: SamplePlan
  let population: SamplePopulation
  let sittings: SampleSittings
  let programmes: [SampleProgramme]
  let candidateNumbers: SamplePermutation

  /// People worked on in one piece; a constant, for the pieces show in the files.
  static let chunkLength = 1024

  /// Prepares the exchange that was asked for.
  ///
  /// - Parameter request: Sizes, seed and share of faults.
  /// - Throws: ``SampleError`` with the code `results`, `applicants`, `wishes` or `fault-rate` when a
  ///   number is out of range.
  public init(_ request: SampleRequest) throws(SampleError) {
    self.request = request
    plan = try SamplePlan(request)
    population = SamplePopulation(seed: request.seed)
    sittings = SampleSittings(plan: plan)
    programmes = SampleProgramme.catalogue(applicants: plan.applicantCount)
    candidateNumbers = SamplePermutation(
      count: plan.resultCount, seed: request.seed, stream: 1)
  }

  /// Writes every file of the exchange.
  ///
  /// - Parameters:
  ///   - sink: Where the files go. Paths are `exchange.yaml`, `results/bka.csv` and so on.
  ///   - work: The threads to use; the bytes do not depend on it.
  ///   - cancellation: Asks the work to stop.
  /// - Throws: ``SampleError`` with the code `write` when the sink fails, or `cancelled`.
  /// - Complexity: O(results + applicants + wishes) time; memory for a few thousand people a thread,
  ///   and eight bytes a fault.
  public func write(
    into sink: inout some SampleSink, plan work: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(SampleError) {
    for (path, text) in documents() { try sink.append(Array(text.utf8), to: path) }
    try writeResults(into: &sink, work: work, cancellation)
    try writeApplicants(into: &sink, work: work, cancellation)
    try writePeople(into: &sink, work: work, cancellation)
  }

  /// Cuts `0..<count` into chunks, works on a few of them at a time, and hands on the results in
  /// order, so that memory stays small whatever the count.
  func inChunks<Piece: Sendable>(
    of count: Int, _ work: WorkPlan, _ cancellation: Cancellation?,
    _ body: @Sendable (Range<Int>) -> Piece,
    then take: (Piece) throws(SampleError) -> Void
  ) throws(SampleError) {
    let length = Self.chunkLength
    let wave = length * min(work.threadCount, 256) * 4
    work.begin(.making, of: count)
    for start in stride(from: 0, to: count, by: wave) {
      if cancellation?.isCancelled == true { throw SampleError(.cancelled, "") }
      let pieces = work.mapChunks(of: min(wave, count - start), chunkLength: length) {
        body(start + $0.lowerBound..<start + $0.upperBound)
      }
      for piece in pieces { try take(piece) }
      work.advance(rows: min(wave, count - start))
    }
  }

  /// The candidate number of a result: a letter for the sitting and digits in no order.
  func candidateNumber(_ result: SampleResult) -> [UInt8] {
    var bytes = [UInt8(ascii: "A") + UInt8(result.sitting)]
    bytes.append(
      number: candidateNumbers(result.index) + 1, width: max(6, Self.digits(plan.resultCount)))
    return bytes
  }

  /// Appends a result's name in every output: issuer, assessment, sitting, candidate number.
  func appendKey(of result: SampleResult, to bytes: inout [UInt8]) {
    bytes.append(text: "BKA/TSA/")
    bytes.append(text: SampleResult.sittings[result.sitting])
    bytes.append(UInt8(ascii: "/"))
    bytes += candidateNumber(result)
  }

  /// How many decimal digits a count has.
  static func digits(_ count: Int) -> Int {
    String(count).utf8.count
  }
}
