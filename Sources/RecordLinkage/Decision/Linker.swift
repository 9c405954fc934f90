public import Parallel

/// Links the people of two tables: finds candidate pairs, compares them, and decides.
///
/// The result is the same for any order of the rows, any normalisation form of the names and any
/// number of threads.
public struct Linker: Sendable {
  /// The parameters by which pairs are weighed and decided.
  public let model: LinkageModel

  /// A linker with a model.
  ///
  /// - Parameter model: The parameters; the standard ones need no training.
  public init(model: LinkageModel = .standard) { self.model = model }

  /// Links right rows to left rows.
  ///
  /// A right row is linked to at most one left row of a source, a left row to at most one right
  /// row of a source. Where two claims exclude each other, both are for review. A missing value
  /// is no evidence and no error, and neither is an empty table.
  ///
  /// - Parameters:
  ///   - left: The people that are looked for; term frequencies are counted here.
  ///   - right: The rows to be given to them.
  ///   - decisions: What people decided earlier, in the order in which they did.
  ///   - training: Whether the model is estimated on these tables first.
  ///   - plan: How many threads may work.
  ///   - cancellation: Asked between pieces of work.
  /// - Returns: The links in the order of the bytes of their keys.
  /// - Throws: ``LinkageError`` with `too-large` for tables beyond 2^28 rows or 4 GiB of text a column;
  ///   `field-mismatch` where the tables name other further fields; `not-converged` and
  ///   `untrained-level` where training is required and the tables do not allow it; `cancelled`.
  /// - Complexity: O(rows · passes + candidate pairs), the latter bounded by the block cap. Memory: the
  /// tables, some 320 bytes a left row beside them, 40 a pair that is kept, and 10 MB a thread.
  public func link(
    left: PersonTable, right: PersonTable, decisions: [LinkDecision] = [],
    training: TrainingPolicy = .none, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(LinkageError) -> LinkageResult {
    try link(
      leftRows: left, rightRows: right, decisions: decisions, training: training, plan: plan,
      cancellation: cancellation)
  }

  /// The same for rows that need not all be in memory at one time.
  package func link(
    leftRows left: any PersonRows, rightRows right: any RightRows, decisions: [LinkDecision],
    training: TrainingPolicy, plan: WorkPlan, cancellation: Cancellation?
  ) throws(LinkageError) -> LinkageResult {
    let (scan, trained) = try prepare(
      left: left, right: right, decisions: decisions, training: training, plan: plan,
      cancellation: cancellation)
    let model = trained.model
    let found = try scan.pairs(plan: plan, cancellation: cancellation)
    let closer = bits(probability: model.automaticProbability)
    let resolution = Resolution(
      found.pairs, left: left, right: right, model: model, prior: scan.prior, plan: plan,
      isGuarded: { scan.isGuarded($0, lookingCloserFrom: closer) })
    if cancellation?.isCancelled == true { throw LinkageError(.cancelled) }
    return LinkageResult(resolution, found, scan, trained, plan: plan)
  }

  /// Estimates a model on two tables: u from random pairs, m by expectation maximisation on the
  /// counts of agreement patterns, the share of counterparts with it.
  ///
  /// - Parameters:
  ///   - left: As for ``link(left:right:decisions:training:plan:cancellation:)``.
  ///   - right: Likewise.
  ///   - plan: How many threads may work.
  ///   - cancellation: Asked between pieces of work.
  /// - Returns: A model with the zones of this linker's model.
  /// - Throws: `not-converged` where the estimation did not settle; `untrained-level` where the
  ///   tables hold too few pairs of one person to tell how a field is mistyped; otherwise as
  ///   ``link(left:right:decisions:training:plan:cancellation:)``.
  public func trained(
    left: PersonTable, right: PersonTable, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(LinkageError) -> LinkageModel {
    try prepare(
      left: left, right: right, decisions: [], training: .required, plan: plan,
      cancellation: cancellation
    ).trained.model
  }

  /// Standardises and indexes the tables and, where it is wanted, counts what chance does and
  /// trains the model.
  func prepare(
    left: any PersonRows, right: any RightRows, decisions: [LinkDecision],
    training: TrainingPolicy, plan: WorkPlan, cancellation: Cancellation?
  ) throws(LinkageError) -> (scan: RightScan, trained: ModelTraining.Outcome) {
    if left.isOverfull || left.count > BlockEntry.rowLimit {
      throw LinkageError(.tooLarge, subject: "left table")
    }
    if right.isOverfull || right.count > BlockEntry.rowLimit {
      throw LinkageError(.tooLarge, subject: "right table")
    }
    let fields = left.furtherFields
    guard fields == right.furtherFields else {
      throw LinkageError(
        .fieldMismatch,
        subject: "\((fields + right.furtherFields).map(\.name).joined(separator: ", "))")
    }
    try model.check()
    let rows = StandardRows(left, plan: plan)
    if cancellation?.isCancelled == true { throw LinkageError(.cancelled) }
    let frequencies = TermFrequencies(rows, furtherFields: fields.count, plan: plan)
    let cards = plan.filledArray(count: left.count) {
      PersonCard(rows.keys[$0], bag: rows.bags[$0], share: frequencies.logShares(rows, $0))
    }
    var scan = RightScan(
      left: left, right: right, rows: rows, cards: cards,
      weights: WeightTable(model, left: left, right: right),
      frequencies: frequencies,
      decisions: DecisionIndex(decisions, left: left, right: right),
      hasSeveralLeftSources: left.hasSeveralSources)
    var outcome = ModelTraining.Outcome(model: model)
    if model.estimatesChance || training != .none {
      ChanceEstimate(scan, plan: plan).apply(to: &outcome.model, furtherFields: fields)
      // Counted once: the model that comes out weighs the same pairs the same when it is used again.
      outcome.model.estimatesChance = false
      scan.weights = WeightTable(outcome.model, left: left, right: right)
    }
    if training != .none {
      outcome = try ModelTraining(scan, plan: plan).trained(
        outcome.model, isRequired: training == .required, plan: plan)
      scan.weights = WeightTable(outcome.model, left: left, right: right)
    }
    scan.prior = OneToOnePrior(outcome.model, left: left, right: right, plan: plan)
    scan.least =
      bits(probability: model.reviewProbability * Resolution.deepestReview) - scan.prior.bits
    if cancellation?.isCancelled == true { throw LinkageError(.cancelled) }
    return (scan, outcome)
  }
}
