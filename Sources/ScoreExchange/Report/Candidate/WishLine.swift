import Scores

/// One wish on a candidate's page: what it asked for and what became of it.
struct WishLine: Sendable {
  let rank: String
  let school: String
  let programme: String
  let name: String?
  let quota: CountText?
  /// The applicant's score at the school; nil where nothing is recognised.
  let score: String?
  let cutoff: String?
  let outcome: ReportText
}

/// What is needed to tell what became of one applicant's wishes.
struct WishTableOfOne {
  /// A decision of a school, a row of `recognised.csv`, and the rule that it followed.
  struct Decision {
    let cells: LabelledCells
    let rule: RunFacts.Rule
  }

  /// What the schools decided about her.
  let decisions: [Decision]
  /// Her row of `placements.csv`; nil where she got no place.
  let place: LabelledCells?
  let cutoffs: [CutoffFigures]
  let programmes: [RunFacts.Programme]

  /// Where she is placed, in one sentence.
  var answer: ReportText {
    guard let place else {
      return ReportText("None of the wishes could be granted.")
    }
    let (school, code, rank) = (place["school"], place["programme"], place["rank"])
    let name = name(of: code, at: school).map { " \u{201C}\($0)\u{201D}" } ?? ""
    return ReportText("Placed at \(school) in programme \(code)\(name), by wish \(rank).")
  }

  /// The wish that was granted, where nothing is known of the others.
  var givenPlace: [WishLine] {
    guard let place else { return [] }
    return [
      line(
        OwnWish(
          rank: Int(place["rank"]) ?? 0, school: place["school"], programme: place["programme"],
          refusal: nil))
    ]
  }

  /// All wishes, the most wanted first.
  func lines(_ wishes: [OwnWish]) -> [WishLine] {
    wishes.sorted { ($0.rank, $0.programme) < ($1.rank, $1.programme) }.map(line)
  }

  private func line(_ wish: OwnWish) -> WishLine {
    let cutoff = cutoffs.first { entry in
      entry.programme == wish.programme && (wish.school.isEmpty || entry.school == wish.school)
    }
    let school = cutoff?.school ?? wish.school
    let concerned = decisions.filter {
      $0.rule.school == school && $0.rule.programmes?.contains(wish.programme) ?? true
    }.map(\.cells)
    let own = best(of: concerned)
    return WishLine(
      rank: String(wish.rank), school: school, programme: wish.programme,
      name: name(of: wish.programme, at: school), quota: cutoff.map { CountText($0.quota) },
      score: own?["score"], cutoff: cutoff?.cutoff,
      outcome: outcome(of: wish, at: school, concerned, own, cutoff))
  }

  private func outcome(
    of wish: OwnWish, at school: String, _ concerned: [LabelledCells], _ own: LabelledCells?,
    _ cutoff: CutoffFigures?
  ) -> ReportText {
    if let refusal = wish.refusal {
      return ReportText("not counted: \(RejectReason(rawValue: refusal).meaning)")
    }
    if let place {
      if place["school"] == school, place["programme"] == wish.programme {
        return ReportText("GRANTED")
      }
      if let rank = Int(place["rank"]), wish.rank > rank {
        return ReportText("not needed: a more wanted wish was granted")
      }
    }
    guard let own, let score = try? Score(parsing: own["score"]) else {
      guard let code = concerned.first?["reason"] else {
        return ReportText("not eligible: the school recognises nothing for this programme")
      }
      return ReportText("not eligible: \(RecognitionRefusal.meaning(of: code))")
    }
    guard let line = cutoff?.cutoff, let least = try? Score(parsing: line) else {
      return ReportText("nobody was admitted")
    }
    if score < least {
      return ReportText(
        "under the cutoff: \(own["score"]) < \(line)")
    }
    if score == least {
      return ReportText("equal to the cutoff; tie keys or the rule at the line decided")
    }
    return ReportText(
      "not granted although not under the cutoff: a floor, a condition or seats kept for a group")
  }

  /// The decision that recognises her best.
  private func best(of decisions: [LabelledCells]) -> LabelledCells? {
    decisions.filter { $0["recognised"] == "yes" }.max { left, right in
      guard let first = try? Score(parsing: left["score"]),
        let second = try? Score(parsing: right["score"])
      else { return false }
      return first < second
    }
  }

  private func name(of code: String, at school: String) -> String? {
    programmes.first { $0.school == school && $0.code == code }?.name
  }
}
