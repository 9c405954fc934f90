import ScoreExchange
import Testing
import TestSupport

@Suite("What an exchange file may not say")
struct ExchangeRefusalTests {
  private func message(_ text: String) -> String {
    do {
      _ = try SpecimenExchange.exchange(text)
      return "accepted"
    } catch {
      return error.code == .badInput ? error.description : "wrong code \(error.code)"
    }
  }

  /// What is replaced, by what, and what the answer is, from the line number on.
  @Test(
    "A slip is told with its line and what was probably meant",
    arguments: [
      (
        "recognition:\n", "recogniton:\n",
        "40: unknown key \"recogniton\"; did you mean \"recognition\"?"
      ),
      (
        "as_of: 2025-07-16", "as_of: 16/07/2025",
        "3: as_of: \"16/07/2025\" is no day of the calendar; write it as 2025-07-16"
      ),
      (
        "as_of: 2025-07-16", "as_of: 2025-02-29",
        "3: as_of: \"2025-02-29\" is no day of the calendar; write it as 2025-07-16"
      ),
      ("year: 2025\n", "year: MMXXV\n", "2: year: \"MMXXV\" is no whole number from 2000 to 2199"),
      ("year: 2025\n", "", "1: the key \"year\" is missing"),
      (
        "exchange: g7-2025", "exchange: G7 2025",
        "1: exchange: \"G7 2025\" may have only lower-case letters, digits and hyphens"
      ),
      (
        "coordinator: BKA", "coordinator: BKX",
        "4: coordinator: unknown school \"BKX\"; did you mean \"BKA\"?"
      ),
      ("coordinator: BKA", "coordinator: [BKA]", "4: coordinator: must be a text or a number"),
      ("agreement: \"MOU of 22/01/2021\"", "agreement:", "5: agreement: a value is missing"),
      (
        "parts: {mathematics: 40,", "parts: {mathematics: 50,",
        "11: assessments.TSA.parts: the maxima add up to 110, and the scale ends at 100"
      ),
      (
        "parts: {mathematics: 40,", "parts: {total: 40,",
        "11: assessments.TSA.parts: \"total\" is the name of another column"
      ),
      (
        "step: 0.01}\n    parts", "step: 0,01}\n    parts",
        "10: assessments.TSA.scale: unknown key \"01\"; write a number with a decimal point"
      ),
      (
        "step: 0.01}\n    parts", "step: 0.03}\n    parts",
        "10: assessments.TSA.scale: Minimum, maximum and step make no scale. The maximum is not a whole number of steps above the minimum."
      ),
      (
        "validity: 2 years", "validity: two years",
        "12: assessments.TSA.validity: \"two years\" is no period; write \"2 years\" or \"18 months\""
      ),
      (
        "2025-2: 2025-03-09", "2025-2: 2025-13-09",
        "13: assessments.TSA.sittings.2025-2: \"2025-13-09\" is no day of the calendar; write it as 2025-07-16"
      ),
      ("2025-2: 2025-03-09", "2025-1: 2025-03-09", "13: the key \"2025-1\" stands here twice"),
      (
        "assessment: TSA}", "assessment: TSAA}",
        "15: results.assessment: unknown assessment \"TSAA\"; did you mean \"TSA\"?"
      ),
      (
        "kind: amendment", "kind: amendmend",
        "21: results.kind: unknown kind \"amendmend\"; did you mean \"amendment\"?"
      ),
      (
        "{candidate_number:", "{candidate_numbr:",
        "19: results.columns: unknown column \"candidate_numbr\"; did you mean \"candidate_number\"?"
      ),
      (
        "    encoding: windows", "    encodng: windows",
        "20: results: unknown key \"encodng\"; did you mean \"encoding\"?"
      ),
      (
        "encoding: windows-1258", "encoding: latin-1",
        "20: results.encoding: unknown encoding \"latin-1\"; use one of utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni"
      ),
      (
        "encoding: windows-1258", "delimiter: \":\"",
        "20: results.delimiter: unknown delimiter \":\"; use one of comma, semicolon, tab, pipe"
      ),
      (
        "encoding: windows-1258", "decimal: dot",
        "20: results.decimal: unknown decimal sign \"dot\"; use point or comma"
      ),
      (
        "\"MOU of 22/01/2021\"", "\"MOU \\u202Eof 22/01/2021\"",
        "5: agreement: must be one line without control characters"
      ),
      (
        "\"MOU of 22/01/2021\"", "\"MOU\\nof 22/01/2021\"",
        "5: agreement: must be one line without control characters"
      ),
      (
        "edges: right-closed", "edges: right",
        "32: conversions.hust-2025.edges: unknown rule for edges \"right\"; known here: right-closed, left-closed"
      ),
      (
        "interpolate: true", "interpolate: maybe",
        "33: conversions.hust-2025.interpolate: \"maybe\" must be true or false"
      ),
      (
        "    bands: conversions/hust-2025.csv\n", "",
        "29: conversions.hust-2025: one of the keys \"bands\" and \"equate\" is needed"
      ),
      (
        "method: equipercentile", "method: equi-percentile",
        "38: conversions.vact-to-thpt.equate.method: unknown method \"equi-percentile\"; did you mean \"equipercentile\"?"
      ),
      (
        "design: single-group", "design: equivalent-groups",
        "38: conversions.vact-to-thpt.equate: the key \"from\" is missing"
      ),
      ("  GHA:\n", "  GHB:\n", "41: recognition: unknown school \"GHB\"; did you mean \"GHA\"?"),
      (
        "accepts: TSA", "accepts: HSA",
        "42: recognition.GHA.accepts: unknown assessment \"HSA\"; did you mean \"TSA\"?"
      ),
      (
        "minimum: {total: 50}", "minimum: {total: 101}",
        "43: recognition.GHA.minimum.total: 101 lies outside the scale of TSA"
      ),
      (
        "minimum: {total: 50}", "minimum: {reading: 21}",
        "43: recognition.GHA.minimum.reading: 21 does not lie from 0 to 20"
      ),
      (
        "minimum: {total: 50}", "minimum: {readin: 11}",
        "43: recognition.GHA.minimum: unknown key \"readin\"; did you mean \"reading\"?"
      ),
      (
        "choose: best", "choose: newest",
        "44: recognition.GHA.choose: unknown choice \"newest\"; known here: best, latest, earliest"
      ),
      (
        "convert: hust-2025", "convert: hust-2024",
        "45: recognition.GHA.convert: unknown conversion \"hust-2024\"; did you mean \"hust-2025\"?"
      ),
      (
        "convert: hust-2025", "convert: vact-to-thpt",
        "45: recognition.GHA.convert: vact-to-thpt converts from V-ACT, and the rule accepts TSA"
      ),
      (
        "priority: moet-2025", "priority: moet-2024",
        "46: recognition.GHA.priority: unknown priority rule \"moet-2024\"; did you mean \"moet-2025\"?"
      ),
      (
        "bonus_cap: 3", "bonus_cap: -3",
        "47: recognition.GHA.bonus_cap: -3 is below 0"
      ),
      (
        "programmes: all", "programmes: IT1",
        "48: recognition.GHA.programmes: must be \"all\" or a list of programme codes"
      ),
      (
        "weight: 0.7", "weight: 0", "50: recognition.GHA.composite.weight: a weight must be above 0"
      ),
      (
        "weight: 0.2, from: [0, 30]", "weight: 0.2, from: [30, 0]",
        "51: recognition.GHA.composite.from: the first number must be below the second"
      ),
      (
        "weight: 0.2, from: [0, 30],", "weight: 0.2,",
        "51: recognition.GHA.composite: the key \"from\" is missing"
      ),
      (
        "component_rounding: half-up 2", "component_rounding: up 2",
        "53: recognition.GHA.component_rounding: \"up 2\" is no rounding rule; write half-up 2, half-even 2, truncate 2 or step 0.25 after 2"
      ),
      (
        "ties: [tie_1,", "ties: [tie1,",
        "55: placement.ties: unknown tie key \"tie1\"; did you mean \"tie_1\"?"
      ),
      (
        "at_the_line: admit-all", "at_the_line: admit",
        "55: placement.at_the_line: unknown rule at the line \"admit\"; known here: admit-all, reject-all, cut, lottery:SEED"
      ),
      (
        "at_the_line: admit-all", "at_the_line: \"lottery:\"",
        "55: placement.at_the_line: unknown rule at the line \"lottery:\"; did you mean \"lottery:SEED\"?"
      ),
      (
        "2025-07-01T08:00:00+07:00", "2025-07-01",
        "56: embargo: \"2025-07-01\" is no moment; write it as 2025-07-01T08:00:00+07:00"
      ),
      ("certificate: keys/bka.pem, ", "", "57: signing: the key \"certificate\" is missing"),
      (
        "year: 2025\n", "year: 2025\nwishes: other.csv\n",
        "26: the key \"wishes\" stands here twice"
      ),
      ("year: 2025\n", "\tyear: 2025\n", "2: YAML is indented by spaces, and here stands a tab"),
    ])
  func slip(_ old: String, _ new: String, _ answer: String) {
    let text = SpecimenExchange.text(replacing: old, with: new)
    #expect(message(text) == "year/exchange.yaml:\(answer)")
  }

  @Test("Purpose and agreement are at most 200 bytes long, so that batches can carry them")
  func lengths() {
    let purpose = String(repeating: "đ", count: 101)
    let text = SpecimenExchange.text(replacing: "MOU of 22/01/2021", with: purpose)
    #expect(
      message(text)
        == "year/exchange.yaml:5: agreement: has 202 bytes; at most 200 are possible")
  }

  @Test("Text that is no UTF-8, no YAML or nothing is refused without a trap")
  func notYAML() {
    func answer(_ bytes: [UInt8]) -> ExchangeError.Code? {
      do throws(ExchangeError) {
        _ = try Exchange(yaml: bytes, path: "exchange.yaml")
        return nil
      } catch { return error.code }
    }
    let inputs: [[UInt8]] = [
      [], [0xFF, 0xFE, 0x41, 0x00], Array("a: b: c".utf8), Array("- 1\n- 2".utf8), Array("x".utf8),
      Array("{".utf8), Array("a: *nobody".utf8), Array("---\na: 1\n---\nb: 2".utf8), [0x00],
      Array(repeating: 0x5B, count: 100_000), Array("? [a, b]\n: c".utf8),
    ]
    for input in inputs { #expect(answer(input) == .badInput) }
  }

  @Test("No change of a single byte makes the reader trap")
  func mutations() {
    var generator = SplitMix64(seed: 7)
    let bytes = Array(SpecimenExchange.text(without: []).utf8)
    var refused = 0
    for _ in 0..<200 {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      changed[place] = UInt8.random(in: 0...127, using: &generator)
      do throws(ExchangeError) {
        _ = try Exchange(yaml: changed, path: "exchange.yaml")
      } catch {
        refused += 1
        #expect(error.code == .badInput)
      }
    }
    #expect(refused > 50)
  }

  @Test(
    "A rota that contradicts itself or the coordinator is refused",
    arguments: [
      (
        "{from: 2025-01-01, to: 2026-01-01, office: DDK, deputy: BKA}",
        "BKA does not coordinate on the day of as_of; by the rota DDK does"
      ),
      (
        "{from: 2025-01-01, to: 2026-01-01, office: BKA, deputy: BKA}",
        "office and deputy are both BKA; two schools must sign"
      ),
      (
        "{from: 2026-01-01, to: 2026-01-01, office: BKA, deputy: DDK}",
        "the time ends on 2026-01-01, before it begins"
      ),
      (
        "{from: 2025-01-01, to: 2026-01-01, office: BKA, deputy: DDK}, "
          + "{from: 2025-12-31, to: 2026-12-31, office: DDK, deputy: BKA}",
        "the time begins on 2025-12-31, before the one above ends on 2026-01-01"
      ),
      ("{from: 2025-01-01, to: 2026-01-01, office: BKA}", "the key \"deputy\" is missing"),
    ])
  func rota(terms: String, answer: String) {
    let text = SpecimenExchange.text(
      replacing: "coordinator: BKA", with: "coordinators: [\(terms)]\ncoordinator: BKA")
    #expect(message(text).contains(answer), "\(message(text))")
  }

  @Test("Over-calling needs rounds, and a ratio")
  func overcalling() {
    let placement = "placement: {ties: [tie_1, wish-rank], at_the_line: admit-all"
    for (more, answer) in [
      ("overcall: 1.2", "goes with rounds"), ("rounds: 3, overcall: 0.001", "between 0.01 and 100"),
      ("rounds: 0", "from 1 to 1000"),
    ] {
      let text = SpecimenExchange.text(replacing: placement, with: "\(placement), \(more)")
      #expect(message(text).contains(answer), "\(message(text))")
    }
  }
}
