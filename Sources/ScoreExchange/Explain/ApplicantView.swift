import RecordLinkage
import Scores

/// Everything that a run decided about one applicant, over all schools, in one view.
public struct ApplicantView: Sendable, Hashable, Encodable {
  /// What one school's rule made of the results.
  public struct Decision: Sendable, Hashable, Encodable {
    /// The receiver.
    public let school: String
    /// The assessment that the rule accepts.
    public let assessment: String
    /// The sitting of the result that counts, and the number under which she sat, masked where that is
    /// a national identifier; nil for none.
    public let sitting: String?
    /// See ``sitting``.
    public let candidateNumber: String?
    /// The score with which she competes; nil when nothing is recognised.
    public let score: String?
    /// Why nothing is recognised; nil when the result is.
    public let reason: String?
    /// The whole calculation.
    public let trace: String

    enum CodingKeys: String, CodingKey {
      case school, assessment, sitting, score, reason, trace
      case candidateNumber = "candidate_number"
    }
  }

  /// What became of one wish.
  public struct Wish: Sendable, Hashable, Encodable {
    /// 1 is the most wanted.
    public let rank: Int
    /// The school.
    public let school: String
    /// The programme's code.
    public let programme: String
    /// Why she is placed there or not, in words and numbers.
    public let outcome: Message
  }

  /// The applicant's number; masked where it is a national identifier.
  public let applicant: String
  /// The national identifier, masked.
  public let nationalID: String
  /// Every result that was weighed, with its waterfall, the most probable first.
  public let links: [ExplainedLink]
  /// The decisions, by school, then rule.
  public let decisions: [Decision]
  /// The wishes, by rank.
  public let wishes: [Wish]

  enum CodingKeys: String, CodingKey {
    case applicant, links, decisions, wishes
    case nationalID = "national_id"
  }

  /// The view as lines of text.
  public var lines: [Message] {
    let number: Message = nationalID.isEmpty ? "none" : "\(nationalID)"
    var lines: [Message] = ["\(applicant), identifier \(number)", "", "Results"]
    if links.isEmpty { lines.append("  nobody like her sat") }
    for link in links { lines += link.lines.map { "  \($0)" } }
    lines += ["", "Recognition"]
    if decisions.isEmpty { lines.append("  no school's rule applies") }
    for decision in decisions {
      let outcome: Message =
        decision.score.map { "score \($0)" }
        ?? "not recognised: \(RecognitionRefusal.meaning(of: decision.reason ?? ""))"
      lines.append("  \(decision.school) for \(decision.assessment): \(outcome)")
      lines += TraceReading.steps(of: decision.trace).map { "    \($0)" }
    }
    lines += ["", "Wishes"]
    if wishes.isEmpty { lines.append("  none") }
    return lines + wishes.map { "  \($0.outcome)" }
  }
}

extension ExchangeRun {
  /// Everything this run decided about one applicant.
  ///
  /// - Parameters:
  ///   - id: The applicant's number.
  ///   - now: The time; see ``ExchangeRun/isUnderEmbargo(at:)``.
  /// - Returns: Links with their waterfalls, each school's decision, each wish.
  /// - Throws: ``ExchangeError`` with `badInput` when nobody has this number, `notPermitted` before
  ///   an embargo has ended.
  /// - Complexity: As the linkage of the run: the waterfalls are computed anew.
  public func view(of id: String, at now: UTCInstant) throws(ExchangeError) -> ApplicantView {
    try refuseEmbargo(at: now)
    guard let index = applicants.index.place(of: canonicalText(id)) else {
      throw ExchangeError(
        .badInput, file: exchange.path, "no applicant is numbered \"\(maskedName(id))\"")
    }
    let applicant = applicants.applicants[index]
    return ApplicantView(
      applicant: maskedName(applicant.id), nationalID: masked(applicant.nationalID),
      links: try explainedLinks(ofApplicant: index),
      decisions: recognition.rows.filter { $0.applicant == index }.map(decision),
      wishes: placement.result.explanation(of: index, in: placement.problem).map { wish in
        let programme = programmes.programmes[wish.programme]
        let decimals = recognition.decimals(of: programme.school)
        return ApplicantView.Wish(
          rank: wish.rank, school: programme.school?.code ?? "", programme: programme.code,
          outcome: wish.sentence(placement.problem, placement.result, decimals: decimals))
      })
  }

  private func explainedLinks(ofApplicant index: Int) throws(ExchangeError) -> [ExplainedLink] {
    let pairs: [ExplainedPair]
    do throws(LinkageError) {
      pairs = try Linker(model: links.model).explain(
        candidatesOfLeft: [index], right: [], leftRows: ApplicantPeople(applicants),
        rightRows: ResultRows(results, ResultNames(exchange)), plan: plan)
    } catch {
      throw ExchangeError(.badInput, "\(error)")
    }
    let listed = links.links.filter { $0.left == index }
    let id = applicants.applicants[index].id
    let others = resultsOfOthers(id)
    return pairs.map { pair in
      let link = listed.first { $0.right == pair.right }
      let result = links.resultKeys(pair.right)
      return ExplainedLink(
        left: id, right: result, zone: link?.zone,
        rule: link?.rule ?? (others.contains(result) ? .decision : nil),
        cautions: link?.cautions ?? [], pair: pair)
    }
  }

  /// The results of which people decided that they are not this applicant's.
  private func resultsOfOthers(_ id: String) -> Set<String> {
    let confirmed = ConfirmedDecisions(decisions, confirmations: exchange.links.confirmations)
    return confirmed.counting.reduce(into: []) { others, decision in
      guard decision.left == id else { return }
      if decision.kind == .different {
        others.insert(decision.right)
      } else {
        others.remove(decision.right)
      }
    }
  }

  private func decision(_ row: RecognitionRow) -> ApplicantView.Decision {
    let recogniser = recognition.recognisers[row.rule]
    let result = recognition.result(of: row)
    var trace = recognition.trace(of: row)
    let shown = result.map { maskedName($0.candidateNumber) }
    if let shown, let number = result?.candidateNumber, shown != number {
      trace = trace.replacing(number, with: shown)
    }
    return ApplicantView.Decision(
      school: recogniser.school.code, assessment: recogniser.assessment.code,
      sitting: result?.sitting, candidateNumber: shown,
      score: row.score?.formatted(decimals: recogniser.rounding.decimals),
      reason: row.refusal?.rawValue, trace: trace)
  }
}
