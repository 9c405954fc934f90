import Parallel

/// The figures of a run: everything that its page shows, and nobody's data.
///
/// They are made from a run in memory or from the folder that it wrote, and are the same either
/// way.
package struct RunFigures: Sendable {
  let facts: RunFacts
  let assessments: [Assessment]
  /// What the run counted; after a deletion what the tables still hold, but for the files it read.
  private(set) var summary: RunSummary
  /// How often rows about a person were deleted since.
  let deletionCount: Int
  let results: ResultTally
  let links: LinkFigures
  let recognition: RecognitionTally
  let placement: PlacementTally
  let cutoffs: [CutoffFigures]
  let rejects: RejectTally
  private(set) var batches: [BatchFigures] = []

  /// The figures of a run, without its batches.
  ///
  /// - Complexity: O(results log results + links + decisions + applicants + rejects).
  package init(_ run: ExchangeRun) {
    facts = RunFacts(run)
    assessments = run.exchange.assessments
    summary = run.summary
    deletionCount = 0
    results = ResultTally(run.results, run.exchange.assessments)
    links = LinkFigures(run.links.links, resultCount: run.results.count)
    recognition = RecognitionTally(run.recognition)
    placement = PlacementTally(run)
    cutoffs = CutoffFigures.all(run)
    rejects = RejectTally(run.rejects)
  }

  /// Reads the figures from the folder that a run wrote.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - changes: A folder with the files that will replace those of the same names; nil for none.
  ///   - plan: The threads to use; the figures do not depend on them.
  /// - Throws: ``ExchangeError`` with `inputMissing` for a folder or file that is not there,
  ///   `badInput` for one that is damaged or contradicts the summary, `inputOutput`.
  /// - Complexity: O(bytes of the tables + results log results).
  package init(folder: String, changes: String? = nil, plan: WorkPlan) throws(ExchangeError) {
    let tables = try OutputFolder(folder, changes: changes, plan: plan)
    summary = try tables.document("summary.json")
    facts = try tables.document("report.json")
    assessments = try tables.assessments(of: facts)
    results = try tables.results(assessments)
    links = try tables.links()
    recognition = try tables.recognition()
    placement = try tables.placement()
    cutoffs = try tables.cutoffs()
    rejects = try tables.rejects()
    let hasDeletions = tables.holds(PersonDeletion.fileName)
    let deletions: [PersonDeletion] =
      hasDeletions ? try tables.document(PersonDeletion.fileName) : []
    deletionCount = deletions.count
    try add(summary.batches, in: folder)
    let reviewCount = try tables.reviewCount()
    // After a deletion the tables hold less than the run counted, and the folder says so.
    if hasDeletions { countWhatIsLeft() } else { try check(folder, reviewCount: reviewCount) }
  }

  private mutating func countWhatIsLeft() {
    summary.links = RunSummary.Links(
      auto: links.linkedResults, review: links.waitingResults,
      none: results.count - links.linkedResults - links.waitingResults)
    let sum = recognition.sum
    summary.recognition = RunSummary.Recognition(
      recognised: sum.recognised, refused: sum.refused)
    summary.placement.placed = placement.placed
    summary.placement.unplaced = placement.unplaced
  }

  /// Adds what signed batches say about themselves.
  ///
  /// - Parameters:
  ///   - batches: The batches.
  ///   - folder: The output folder in which they lie.
  /// - Throws: ``ExchangeError`` for a batch that cannot be read.
  mutating func add(
    _ batches: [RunSummary.Batch], in folder: String
  ) throws(ExchangeError) {
    for batch in batches { self.batches.append(try BatchFigures(batch, in: folder)) }
  }
}
