import Parallel

/// The people placed in each unit, or who would rather be there.
struct UnitCandidates {
  private let candidates: [Candidate]
  private let starts: [Int]

  /// The applicants by the unit of the packed wish at which they are placed, -1 for none.
  init(_ problem: PlacementProblem, placed: [Int32]) {
    self.init(problem, wishes: placed.lazy.filter { $0 >= 0 }.map(Int.init))
  }

  /// All who are placed in a unit or would rather be there.
  init(demandedBy placed: [Int32], in problem: PlacementProblem) {
    let demanded = problem.applicants.indices.lazy.flatMap { applicant in
      let wishes = problem.wishRange(of: applicant)
      let end = placed[applicant] < 0 ? wishes.upperBound : Int(placed[applicant]) + 1
      return (wishes.lowerBound..<end).lazy.filter { !problem.packed[$0].isVoid }
    }
    self.init(problem, wishes: demanded)
  }

  /// A counting sort by unit.
  private init(_ problem: PlacementProblem, wishes: some Collection<Int>) {
    let seats = problem.seats
    let starts = groupStarts(
      wishes.lazy.map { Int(seats.lineUnit[Int(problem.packed[$0].line)]) },
      groupCount: seats.units.count)
    var next = starts
    var candidates = [Candidate](
      repeating: Candidate(key: 0, wish: 0, line: 0), count: starts[seats.units.count])
    for wish in wishes {
      let entry = problem.packed[wish]
      let unit = Int(seats.lineUnit[Int(entry.line)])
      candidates[next[unit]] = Candidate(key: entry.key, wish: UInt32(wish), line: entry.line)
      next[unit] += 1
    }
    self.candidates = candidates
    self.starts = starts
  }

  /// The people in a unit, the best first.
  func sorted(_ unit: Int) -> [Candidate] {
    candidates[starts[unit]..<starts[unit + 1]].sorted { ($0.key, $0.wish) < ($1.key, $1.wish) }
  }
}
