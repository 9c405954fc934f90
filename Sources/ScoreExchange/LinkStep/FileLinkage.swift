public import Parallel
public import RecordLinkage
import Tabular

/// The linkage of two files of people, on its own.
public struct FileLinkage: Sendable {
  /// Links and reviews, with the model by which they were found.
  public let result: LinkageResult
  /// The counts of each file.
  public let files: [FileSummary]
  /// The rows that could not be read.
  public let rejects: [Reject]
  /// The rows that are used although something about them is odd.
  public let warnings: [RowWarning]
  /// What a clerk should know of the linkage, one line each.
  public let notes: [Message]
  package let left: PersonTable
  package let right: PersonTable
  private let plan: WorkPlan

  /// Reads and links two files.
  ///
  /// - Parameters:
  ///   - request: The files and how they are linked.
  ///   - plan: The threads to use. The result does not depend on it.
  ///   - cancellation: Asks the linkage to stop.
  /// - Throws: ``ExchangeError`` for files that cannot be read at all, and with `badInput` where
  ///   training is required and the data do not allow it.
  /// - Complexity: O(bytes + candidate pairs).
  public init(
    _ request: LinkRequest, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let left = try PeopleFile(
      request.left, .left, comparing: request.comparisons, tokens: request.tokens, plan: plan)
    let right = try PeopleFile(
      request.right, .right, comparing: request.comparisons, tokens: request.tokens, plan: plan)
    let decided =
      try request.decisions.map { source throws(ExchangeError) in
        try DecisionImport(source, plan: plan)
      } ?? DecisionImport()
    let decisions = ConfirmedDecisions(decided.decisions, confirmations: request.confirmations)
    var model = request.model ?? .standard
    if request.model == nil { model.automatic = .probability }
    do throws(LinkageError) {
      result = try Linker(model: model).link(
        left: left.people, right: right.people, decisions: decisions.counting,
        training: request.training, plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error.code == .cancelled ? .cancelled : .badInput, "\(error)")
    }
    self.left = left.people
    self.right = right.people
    self.plan = plan
    files = [left.summary, right.summary] + decided.files
    rejects = left.rejects + right.rejects + decided.rejects
    warnings = left.warnings + right.warnings
    notes =
      files.flatMap(\.notes)
      + [left, right].filter(\.isNumbered).map { (people) -> Message in
        "\(people.summary.file): no identifier column; rows are named by their number"
      } + [left, right].compactMap(\.repeatedNamesNote) + Self.notes(of: result)
      + decisions.notes(result.unmatchedDecisions)
  }

  private static func notes(of result: LinkageResult) -> [Message] {
    var notes: [Message] = []
    if !result.untrainedFields.isEmpty {
      notes.append(
        "too few pairs to learn the slips in \(result.untrainedFields.joined(separator: ", ")); "
          + "standard weights are used")
    }
    for capped in result.capped {
      notes.append(
        "\(capped.rows) rows share \(capped.pass) with too many others; \(capped.pairs) pairs were "
          + "not compared for that alone")
    }
    return notes
  }

  /// The table `links.csv`.
  package var linksTable: OutputTable {
    .links(
      result.links, left: LinkNames(left), right: LinkNames(right))
  }

  /// The table `review.csv`.
  package var reviewTable: OutputTable {
    .review(result.links, left: { left[$0] }, right: { right[$0] }, left.furtherFields)
  }

  /// Writes the links into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeLinks(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try linksTable.write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// Writes the pairs that a person has to decide into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeReview(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try reviewTable.write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// The bytes of `links.csv`.
  public func linksCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    linksTable.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }

  /// The waterfalls of all pairs that were weighed for a record, the most probable first.
  ///
  /// - Parameter id: The identifier of a row of either file.
  /// - Returns: The pairs; empty when nobody is like it.
  /// - Throws: ``ExchangeError`` with `badInput` when no row has this identifier.
  public func explanations(of id: String) throws(ExchangeError) -> [ExplainedLink] {
    let key = canonicalText(id)
    let lefts = left.rows(withKey: key)
    let rights = right.rows(withKey: key)
    guard !lefts.isEmpty || !rights.isEmpty else {
      throw ExchangeError(.badInput, "no row of either file is named \"\(maskedName(id))\"")
    }
    let pairs: [ExplainedPair]
    do throws(LinkageError) {
      pairs = try Linker(model: result.model).explain(
        candidatesOfLeft: lefts, right: rights, left: left, right: right, plan: plan)
    } catch {
      throw ExchangeError(.badInput, "\(error)")
    }
    var listed: [RowPair: PersonLink] = [:]
    for link in result.links { listed[RowPair(left: link.left, right: link.right)] = link }
    return pairs.map { pair in
      let link = listed[RowPair(left: pair.left, right: pair.right)]
      return ExplainedLink(
        left: left.key(of: pair.left), right: right.key(of: pair.right), zone: link?.zone,
        rule: link?.rule, cautions: link?.cautions ?? [], pair: pair)
    }
  }
}

private struct RowPair: Hashable {
  let left: Int
  let right: Int
}
