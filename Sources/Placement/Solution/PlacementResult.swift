import Parallel

/// Who is placed where, and the cutoffs.
public struct PlacementResult: Sendable {
  /// For each applicant the row of the wish that was granted, -1 for none.
  public let rows: [Int32]
  /// For each applicant the programme, -1 for none.
  public let programmes: [Int32]
  /// For each applicant the rank of the wish that was granted, 0 for none.
  public let ranks: [Int32]
  /// One for each programme, in their order.
  public let cutoffs: [Cutoff]
  /// How many applicants have a place.
  public let placedCount: Int
  /// How much work it was.
  public let counts: PlacementCounts

  /// For each applicant the packed wish, -1 for none.
  let placed: [Int32]
  /// For each line, the key from which on a wish is refused.
  let lineLimits: [UInt64]

  /// How many applicants have no place.
  public var unplacedCount: Int { rows.count - placedCount }

  /// The programme of an applicant.
  public func programme(of applicant: Int) -> Int? {
    programmes[applicant] < 0 ? nil : Int(programmes[applicant])
  }

  /// The rank of the wish that an applicant was granted.
  public func rank(of applicant: Int) -> Int? {
    ranks[applicant] == 0 ? nil : Int(ranks[applicant])
  }

  /// The row, in the wish table, of the wish that an applicant was granted.
  public func row(of applicant: Int) -> Int? {
    rows[applicant] < 0 ? nil : Int(rows[applicant])
  }

  init(
    _ problem: PlacementProblem, held: some Sequence<UInt32>, lineLimits: [UInt64],
    counts: PlacementCounts, plan: WorkPlan
  ) {
    var isHeld = [Bool](repeating: false, count: problem.packed.count)
    for wish in held { isHeld[Int(wish)] = true }
    let summary = PlacementSummary(problem, isHeld: isHeld, plan: plan)
    placed = summary.placed
    rows = summary.rows
    programmes = summary.programmes
    ranks = summary.ranks
    cutoffs = summary.cutoffs(problem)
    placedCount = cutoffs.reduce(0) { $0 + $1.admitted }
    self.lineLimits = lineLimits
    self.counts = counts
  }
}
