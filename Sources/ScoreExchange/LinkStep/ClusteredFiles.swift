public import Parallel
public import RecordLinkage

/// The people of several files, such as the results of all schools, on their own.
public struct ClusteredFiles: Sendable {
  /// Who is one person, and what only a person may decide.
  public let clusters: PersonClusters
  /// The counts of each file.
  public let files: [FileSummary]
  /// The rows that could not be read.
  public let rejects: [Reject]
  /// What a clerk should know, one line each.
  public let notes: [Message]
  private let tables: [PersonTable]
  private let names: [String]

  /// Reads files of people and finds who is one person.
  ///
  /// - Parameters:
  ///   - sources: The files, in the order in which outputs list them.
  ///   - decisions: What people decided about earlier reviews; nil for nothing.
  ///   - model: A stored model; nil to estimate one on each pair of sources where they suffice.
  ///   - plan: The threads to use. The result does not depend on it.
  ///   - cancellation: Asks the work to stop.
  /// - Throws: ``ExchangeError`` for files that cannot be read at all, or when cancelled.
  /// - Complexity: O(bytes + candidate pairs).
  public init(
    _ sources: [TableSource], decisions: TableSource? = nil, model: LinkageModel? = nil,
    plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let people = try sources.map { source throws(ExchangeError) in
      try PeopleFile(source, .left, comparing: [], tokens: nil, plan: plan)
    }
    let decided =
      try decisions.map { source throws(ExchangeError) in
        try DecisionImport(source, plan: plan)
      } ?? DecisionImport()
    var used = model ?? .standard
    if model == nil {
      used.automatic = .probability
      // Every row is compared with all other sources, and numbers that contradict part a cluster again:
      // here a link missed is as bad as a wrong one.
      used.automaticProbability = 0.7
    }
    tables = people.map(\.people)
    do throws(LinkageError) {
      clusters = try Linker(model: used).clusters(
        of: tables, decisions: decided.decisions,
        training: model == nil ? .whereDataSuffice : .none, plan: plan,
        cancellation: cancellation)
    } catch {
      throw ExchangeError(error.code == .cancelled ? .cancelled : .badInput, "\(error)")
    }
    names = people.map(\.summary.file)
    files = people.map(\.summary) + decided.files
    rejects = people.flatMap(\.rejects) + decided.rejects
    notes =
      files.flatMap(\.notes)
      + people.filter(\.isNumbered).map { (people) -> Message in
        "\(people.summary.file): no identifier column; rows are named by their number"
      }
  }

  /// How many clusters hold rows of more than one source.
  public var joinedCount: Int { clusters.clusters.count { $0.count > 1 } }

  /// `people.csv`: one row a row of a file, the rows of one person under one number.
  package var peopleTable: OutputTable {
    let rows = clusters.clusters.enumerated().flatMap { person, members in
      members.map { (person: person + 1, member: $0) }
    }
    let (tables, names) = (self.tables, self.names)
    return OutputTable(
      headings: ["person", "file", "source", "id"], rowCount: rows.count
    ) { range, writer in
      for row in rows[range] {
        let table = tables[row.member.table]
        writer.append(row.person)
        writer.append(names[row.member.table])
        writer.append(table.source(of: row.member.row))
        writer.append(table.key(of: row.member.row), isIdentifier: true)
        writer.endRow()
      }
    }
  }

  /// The pairs that only a person may decide; filled in, it is a decisions file.
  package var reviewTable: OutputTable {
    let (reviews, tables, names) = (clusters.reviews, self.tables, self.names)
    return OutputTable(
      headings: [
        "left", "right", "probability", "zone", "rule", "explanation", "left_file", "right_file",
        "left_name", "right_name", "left_birth_date", "right_birth_date", "left_national_id",
        "right_national_id", "decision", "by", "on", "reason",
      ], rowCount: reviews.count
    ) { range, writer in
      for review in reviews[range] {
        let members = [review.left, review.right]
        let sides = members.map { tables[$0.table][$0.row] }
        for side in sides { writer.append(side.key, isIdentifier: true) }
        writer.append(probabilityText(review.link.probability))
        writer.append(LinkZone.review.rawValue)
        writer.append(review.link.rule.rawValue)
        let reasons = [review.link.explanation] + review.link.cautions.words
        writer.append(
          reasons.joined(separator: "; ")
            + (review.isContradiction ? "; what else is linked to them contradicts it" : ""))
        for member in members { writer.append(names[member.table]) }
        for side in sides { writer.append(side.name) }
        for side in sides {
          writer.append(
            side.birthDate.flatMap(CalendarDate.init(dayNumber:))?.description ?? "")
        }
        for side in sides { writer.append(side.nationalID, isIdentifier: true) }
        for _ in 0..<4 { writer.appendEmpty() }
        writer.endRow()
      }
    }
  }

  /// Writes who is one person into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writePeople(
    to path: String, isForSpreadsheet: Bool = false, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try peopleTable.write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// Writes the pairs that a person has to decide into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeReview(
    to path: String, isForSpreadsheet: Bool = false, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try reviewTable.write(to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// The bytes of `people.csv`.
  public func peopleCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    peopleTable.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }
}
