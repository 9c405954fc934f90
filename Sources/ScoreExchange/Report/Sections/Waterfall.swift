import RecordLinkage

/// The waterfall of one pair: from the doubt before anything is compared, field by field, to the sum.
struct Waterfall {
  /// One step.
  struct Step {
    let name: ReportText
    let agreement: ReportText
    let bits: String
    let sum: String
    /// Where the bar begins and how wide it is, in hundredths of the picture.
    let x: String
    let width: String
    let pattern: String
  }

  let zone: ReportText
  let code: String
  let rule: ReportText
  let probability: String
  let steps: [Step]
  let zeroX: String
  let cautions: [ReportText]

  init(_ facts: WaterfallFacts) {
    zone = ReportText(LinkZone(rawValue: facts.zone)?.meaning ?? Message(facts.zone))
    code = facts.rule
    rule = ReportText(LinkRule(rawValue: facts.rule).meaning)
    probability = facts.probability
    cautions = facts.cautions.map { ReportText(Message($0)) }
    var sums = [facts.prior]
    for part in facts.parts { sums.append(sums[sums.count - 1] + part.bits) }
    let low = min(0, sums.min() ?? 0)
    let span = max(1, max(0, sums.max() ?? 0) - low)
    func place(_ bits: Double) -> Double { (bits - low) / span * 100 }
    zeroX = pictureNumber(place(0))
    func step(
      _ name: ReportText, _ agreement: ReportText, bits: Double, from before: Double
    ) -> Step {
      let (start, end) = (place(before), place(before + bits))
      return Step(
        name: name, agreement: agreement, bits: Self.signed(bits),
        sum: Self.signed(before + bits), x: pictureNumber(min(start, end)),
        width: pictureNumber(abs(end - start)), pattern: bits < 0 ? "loss" : "gain")
    }
    let doubt = step(
      ReportText("Before comparing"),
      ReportText("any two rows"), bits: facts.prior, from: 0)
    // A field that says nothing adds nothing.
    let told = facts.parts.indices.filter { facts.parts[$0].bits != 0 }
    steps =
      [doubt]
      + told.map { index in
        let part = facts.parts[index]
        return step(
          ReportText(ExplainedPair.Part.name(of: part.field)),
          ReportText(Message(part.agreement)), bits: part.bits, from: sums[index])
      }
  }

  /// Two decimals with a sign; zero has none.
  private static func signed(_ bits: Double) -> String {
    let hundredths = Int((abs(bits) * 100).rounded())
    let (whole, fraction) = hundredths.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths == 0 ? "" : bits < 0 ? "\u{2212}" : "+"
    return "\(sign)\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
