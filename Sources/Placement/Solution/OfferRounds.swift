import Parallel

/// The rounds of deferred acceptance.
///
/// A limit that a proposer reads may be out of date, but then it is too generous: it costs an offer
/// and never a seat. Chunks and shards depend on the problem only, so that the numbers of rounds
/// and offers, too, are the same for any number of threads.
struct OfferRounds {
  private let problem: PlacementProblem
  private let plan: WorkPlan
  private let cancellation: Cancellation?
  private let shards: [OfferShard]
  private let shardOfLine: [UInt8]
  /// For each line, the key from which on a wish is refused.
  private(set) var limits: [UInt64]
  private(set) var counts = PlacementCounts()

  private let schedule: OfferSchedule

  init(
    _ problem: PlacementProblem, plan: WorkPlan, schedule: OfferSchedule,
    cancellation: Cancellation?
  ) {
    self.problem = problem
    self.schedule = schedule
    self.plan = plan
    self.cancellation = cancellation
    let seats = problem.seats
    let unitCount = seats.units.count
    let count = max(1, min(schedule.shardCount, unitCount))
    shards = (0..<count).map { index in
      let units = (index * unitCount / count)..<((index + 1) * unitCount / count)
      return OfferShard(units: units, plan: seats, ties: problem.lineRule.treatment)
    }
    var shardOfUnit = [UInt8](repeating: 0, count: unitCount)
    for index in 0..<count {
      for unit in (index * unitCount / count)..<((index + 1) * unitCount / count) {
        shardOfUnit[unit] = UInt8(index)
      }
    }
    shardOfLine = seats.lineUnit.map { shardOfUnit[Int($0)] }
    limits = Array(repeating: 0, count: seats.lineUnit.count)
    for unit in seats.units {
      let open = unit.openLimits
      for line in unit.lines { limits[Int(line)] = unit.limit(ofLine: line, open) }
    }
  }

  mutating func run() throws(PlacementError) {
    var proposers: [UInt32] = []
    proposers.reserveCapacity(problem.applicants.count)
    for applicant in problem.applicants.indices {
      let wishes = problem.wishRange(of: applicant)
      if !wishes.isEmpty { proposers.append(UInt32(wishes.lowerBound)) }
    }
    var areRefused = false
    while proposers.count >= schedule.fewProposers {
      try checkCancellation()
      proposers = runRound(proposers, areRefused: areRefused)
      areRefused = true
      counts.rounds += 1
    }
    try runChains(proposers, areRefused: areRefused)
  }

  /// The wishes that hold a seat, in no particular order.
  func heldWishes() -> [UInt32] {
    shards.flatMap { $0.held().map(\.wish) }
  }

  private func checkCancellation() throws(PlacementError) {
    if cancellation?.isCancelled == true { throw PlacementError(.cancelled) }
  }

  /// The offers of a part of the proposers, ordered by shard.
  private struct Offers {
    let offers: [Candidate]
    let starts: [Int]
  }

  /// Makes and answers offers.
  ///
  /// - Parameters:
  ///   - proposers: First wishes of applicants, or wishes refused.
  ///   - areRefused: Whether they are refused, so that applicants go on to the wish behind.
  /// - Returns: The wishes that are refused now.
  private mutating func runRound(_ proposers: [UInt32], areRefused: Bool) -> [UInt32] {
    let (problem, limits, shardOfLine) = (self.problem, self.limits, self.shardOfLine)
    let shards = self.shards
    let chunks = plan.mapChunks(of: proposers.count, chunkLength: schedule.proposersInChunk) {
      range in
      OfferRounds.offers(
        proposers[range], areRefused: areRefused, problem.packed, limits, shardOfLine,
        shardCount: shards.count)
    }
    let answers = plan.map(count: shards.count) { shard in
      let parts = chunks.compactMap { chunk in
        let range = chunk.starts[shard]..<chunk.starts[shard + 1]
        return range.isEmpty ? nil : chunk.offers[range]
      }
      return parts.isEmpty ? OfferShard.Answer() : shards[shard].answer(parts)
    }
    for chunk in chunks { counts.offers += chunk.offers.count }
    for answer in answers {
      counts.refusals += answer.refused.count
      for (line, limit) in answer.limits { self.limits[Int(line)] = limit }
    }
    return inOrder(answers.map(\.refused))
  }

  /// The refused wishes one after the other; in the order of the wishes when they are many, so that
  /// the next round reads the wishes from front to back.
  private func inOrder(_ parts: [[UInt32]]) -> [UInt32] {
    let count = parts.reduce(0) { $0 + $1.count }
    var refused: [UInt32] = []
    refused.reserveCapacity(count)
    if count < problem.packed.count / 64 {
      for part in parts { refused += part }
      return refused
    }
    var bits = [UInt64](repeating: 0, count: problem.packed.count / 64 + 1)
    for part in parts {
      for wish in part { bits[Int(wish >> 6)] |= 1 << UInt64(wish & 63) }
    }
    for (index, word) in bits.enumerated() {
      var word = word
      while word != 0 {
        refused.append(UInt32(index << 6 | word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return refused
  }

  /// Each proposer's first wish that is not out of reach.
  private static func offers(
    _ proposers: ArraySlice<UInt32>, areRefused: Bool, _ packed: [PackedWish],
    _ limits: [UInt64], _ shardOfLine: [UInt8], shardCount: Int
  ) -> Offers {
    var found: [Candidate] = []
    found.reserveCapacity(proposers.count)
    var starts = [Int](repeating: 0, count: shardCount + 1)
    for first in proposers {
      guard let offer = firstOffer(first, isRefused: areRefused, packed, limits) else { continue }
      found.append(offer)
      starts[Int(shardOfLine[Int(offer.line)]) + 1] += 1
    }
    for shard in 0..<shardCount { starts[shard + 1] += starts[shard] }
    var next = starts
    var ordered = found
    for offer in found {
      let shard = Int(shardOfLine[Int(offer.line)])
      ordered[next[shard]] = offer
      next[shard] += 1
    }
    return Offers(offers: ordered, starts: starts)
  }

  @inline(__always)
  private static func firstOffer(
    _ first: UInt32, isRefused: Bool, _ packed: [PackedWish], _ limits: [UInt64]
  ) -> Candidate? {
    var wish = Int(first)
    if isRefused {
      if packed[wish].isLast { return nil }
      wish += 1
    }
    while true {
      let entry = packed[wish]
      if entry.key < limits[Int(entry.line)] {
        return Candidate(key: entry.key, wish: UInt32(wish), line: entry.line)
      }
      if entry.isLast { return nil }
      wish += 1
    }
  }

  /// Follows each chain of displacement to its end, one offer at a time.
  private mutating func runChains(
    _ proposers: [UInt32], areRefused: Bool
  ) throws(PlacementError) {
    let packed = problem.packed
    for proposer in proposers {
      var waiting = [proposer]
      var isRefused = areRefused
      var answer = OfferShard.Answer()
      while let first = waiting.popLast() {
        guard let offer = OfferRounds.firstOffer(first, isRefused: isRefused, packed, limits)
        else { continue }
        isRefused = true
        counts.offers += 1
        if counts.offers % 65_536 == 0 { try checkCancellation() }
        shards[Int(shardOfLine[Int(offer.line)])].answer(offer, &answer)
        for (line, limit) in answer.limits { limits[Int(line)] = limit }
        counts.refusals += answer.refused.count
        waiting += answer.refused
        answer.refused.removeAll(keepingCapacity: true)
        answer.limits.removeAll(keepingCapacity: true)
      }
    }
  }
}

/// How the work of rounds is cut. It changes the numbers of rounds and offers, never the placement.
package struct OfferSchedule: Sendable {
  let shardCount: Int
  let proposersInChunk: Int
  /// With fewer proposers than this, starting workers costs more than they save.
  let fewProposers: Int

  /// The cut that was found fastest for national problems.
  package static let standard = OfferSchedule(
    shardCount: 64, proposersInChunk: 8_192, fewProposers: 2_000)

  /// Another cut.
  ///
  /// - Parameters:
  ///   - shardCount: Parts of the programmes, 1 to 255.
  ///   - proposersInChunk: Proposers in each part, at least 1.
  ///   - fewProposers: Fewest proposers for a round, at least 1.
  package init(shardCount: Int, proposersInChunk: Int, fewProposers: Int) {
    self.shardCount = min(255, max(1, shardCount))
    self.proposersInChunk = max(1, proposersInChunk)
    self.fewProposers = max(1, fewProposers)
  }
}

extension LineRule {
  /// What is left of the rule once lots are in the keys and ties refused are found afterwards.
  var treatment: TieTreatment { self == .rejectAll ? .rejectAll : .admitAll }

  /// What must hold of people equal at a line: under `cut`, too, all of them fit.
  var treatmentOfEquals: TieTreatment { self == .cut ? .rejectAll : treatment }
}
