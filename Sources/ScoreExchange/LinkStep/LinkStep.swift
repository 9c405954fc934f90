package import Parallel
package import RecordLinkage
import Tabular

/// The links between the applicants and the results of an exchange.
package struct LinkStep: Sendable {
  /// Links and reviews, by applicant, then result.
  package let links: [PersonLink]
  /// How many results are linked, wait for a decision, or belong to nobody.
  package let counts: RunSummary.Links
  /// Results of each applicant by automatic links.
  package let resultsOfApplicant: LinkedRows
  /// The names of the results: issuer/assessment/sitting/candidate number.
  package let resultKeys: @Sendable (Int) -> String
  /// The model by which pairs were weighed.
  package let model: LinkageModel
  /// One pair of each zone and rule with its waterfall.
  package let examples: [LinkExample]
  /// What a clerk should know of the decisions, one line each.
  package let notes: [Message]

  /// Links applicants with results.
  ///
  /// - Parameters:
  ///   - applicants: The applicants.
  ///   - results: The results that count.
  ///   - exchange: The exchange they belong to.
  ///   - decisions: What people decided about earlier reviews.
  ///   - plan: The threads to use.
  ///   - cancellation: Asks the linkage to stop.
  /// - Throws: ``ExchangeError`` for tables too large to link, or when cancelled.
  package init(
    _ applicants: ApplicantTable, _ results: ResultTable, exchange: Exchange,
    decisions: [LinkDecision], plan: WorkPlan, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let sources = ResultNames(exchange)
    var model =
      try exchange.links.model.map { file throws(ExchangeError) in
        try LinkageModel(contentsOfFile: file.path)
      } ?? .standard
    model.automatic = exchange.links.automatic
    let confirmed = ConfirmedDecisions(decisions, confirmations: exchange.links.confirmations)
    let isTrained = exchange.links.model == nil && exchange.links.automatic == .probability
    let linkage: LinkageResult
    do throws(LinkageError) {
      linkage = try Linker(model: model).link(
        leftRows: ApplicantPeople(applicants), rightRows: ResultRows(results, sources),
        decisions: confirmed.counting, training: isTrained ? .whereDataSuffice : .none,
        plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error.code == .cancelled ? .cancelled : .badInput, "\(error)")
    }
    links = linkage.links
    self.model = linkage.model
    examples = linkage.examples
    notes = confirmed.notes(linkage.unmatchedDecisions)
    counts = RunSummary.Links(
      auto: linkage.autoCount, review: linkage.reviewCount, none: linkage.noneCount)
    resultsOfApplicant = LinkedRows(
      linkage.links, applicantCount: applicants.applicants.count)
    resultKeys = { sources.key(of: $0, in: results) }
  }
}

extension ApplicantTable {
  /// Whether each school numbers its own applicants: no number stands in the files of two schools,
  /// so one person may have one at each, and her results are linked to all of them.
  var isNumberedBySchool: Bool {
    applications.school.count == applicants.count && !applications.school.contains(0)
  }
}

extension Applicant {
  /// The applicant as a linkage sees her.
  var record: PersonRecord {
    PersonRecord(
      key: id, nationalID: nationalID, formerID: formerID, name: name,
      birthDate: birthDate?.dayNumber, sex: sex)
  }
}

/// How outputs name results: issuer/assessment/sitting/candidate number.
struct ResultNames: Sendable {
  let sources: [[String]]

  init(_ exchange: Exchange) {
    sources = exchange.assessments.map { assessment in
      assessment.sittings.map { "\(assessment.issuer.code)/\(assessment.code)/\($0.name)" }
    }
  }

  func source(of index: Int, in results: ResultTable) -> String {
    sources[Int(results.assessment[index])][Int(results.sitting[index])]
  }
  func key(of index: Int, in results: ResultTable) -> String {
    "\(source(of: index, in: results))/\(results.candidateNumber[index])"
  }

  /// What stands before the candidate numbers of results in their names.
  func sources(of rows: [UInt32], in results: ResultTable) -> [[UInt8]] {
    let prefixes = sources.map { $0.map { Array("\($0)/".utf8) } }
    let assessments = results.assessment.selecting(rows, plan: .sequential)
    let sittings = results.sitting.selecting(rows, plan: .sequential)
    return rows.indices.map { prefixes[Int(assessments[$0])][Int(sittings[$0])] }
  }

  /// A result as a linkage sees it.
  func record(of index: Int, in results: ResultTable) -> PersonRecord {
    let source = source(of: index, in: results)
    let date = results.birthDate[index]
    return PersonRecord(
      key: "\(source)/\(results.candidateNumber[index])", source: source,
      nationalID: results.nationalID[index], name: results.name[index],
      birthDate: date == ResultTable.noDate ? nil : date, sex: Sex(rawValue: results.sex[index]))
  }
}
