import ScoreExchange
import Scores
import Testing

@Suite("Weighted scores")
struct CompositeTests {
  private typealias Specimen = RecognitionSpecimen

  /// HCMUT 2025: 0.7 of the test on 100, 0.2 of the graduation examination and 0.1 of the school
  /// record, each of them brought to 100 and rounded to 0.01.
  private func hcmut(_ rounding: RoundingRule? = .standard) throws -> Recogniser {
    let thirty = CompositeComponent.Mapping(
      fromLow: .zero, fromHigh: try Specimen.score("30"), toLow: .zero,
      toHigh: try Specimen.score("100"))
    return try Specimen.recogniser(school: "QSB") {
      $0.priority = .moet2025
      $0.bonusCap = try Specimen.score("10")
      $0.composite = [
        CompositeComponent(name: "converted", weight: try Specimen.score("0.7")),
        CompositeComponent(name: "thpt", weight: try Specimen.score("0.2"), mapping: thirty),
        CompositeComponent(name: "transcript", weight: try Specimen.score("0.1"), mapping: thirty),
      ]
      $0.componentRounding = rounding
    }
  }

  private func attributes(thpt: String, transcript: String?) throws -> ApplicantAttributes {
    var attributes = ApplicantAttributes()
    attributes.components["thpt"] = try Specimen.score(thpt)
    attributes.components["transcript"] = try transcript.map { try Specimen.score($0) }
    return attributes
  }

  @Test("Each component is mapped, rounded and weighted")
  func weighted() throws {
    // 25.45 of 30 is 84.833… and 27.20 is 90.666…: 0.7 x 70.55 + 0.2 x 84.83 + 0.1 x 90.67.
    let decision = try hcmut().decision(
      for: attributes(thpt: "25.45", transcript: "27.20"), results: [Specimen.result("70.55")])
    #expect(decision.score?.formatted() == "75.42")
    #expect(decision.converted?.formatted() == "70.55")
  }

  @Test("Without a rounding of components only the result is rounded")
  func exact() throws {
    // 20.05 of 30 is 66.8333…: 0.3 of it is 20.05 exactly, and 20.049 when it is rounded first.
    let people = try attributes(thpt: "20.05", transcript: "20.05")
    let result = try Specimen.result("50.05")
    // With 0.7 x 50.05 = 35.035 the sums are 55.085 and 55.084.
    #expect(try hcmut(nil).decision(for: people, results: [result]).score?.formatted() == "55.09")
    #expect(try hcmut().decision(for: people, results: [result]).score?.formatted() == "55.08")
  }

  @Test("Priority and its taper stand on the scale of the weighted score")
  func priority() throws {
    var people = try attributes(thpt: "24", transcript: "24")
    people.region = .kv1
    people.claims = [.group(.ut1)]
    let decision = try hcmut().decision(for: people, results: [Specimen.result("50")])
    // 35 + 16 + 8 = 59, and HCMUT publishes 9.17 as the most that priority gives on 100.
    #expect(decision.priority.formatted() == "9.17")
    #expect(decision.score?.formatted() == "68.17")
  }

  @Test("The total is rounded as its components are before bonus and priority are added")
  func total() throws {
    var people = try attributes(thpt: "28.50", transcript: "28.98")
    people.region = .kv1
    // 0.7 x 84.98 + 0.2 x 95 + 0.1 x 96.6 = 88.146, and the 2.5 points of KV1 taper from 75 to 100.
    let results = [try Specimen.result("84.98")]
    let rounded = try hcmut().decision(for: people, results: results)
    #expect(rounded.trace.contains("= 88.146 -> 88.15 (half-up 2)"))
    // 88.15 + 11.85 / 25 x 2.5 = 89.335; from 88.146 it would be 89.3314.
    #expect(rounded.score?.formatted() == "89.34")
    #expect(try hcmut(nil).decision(for: people, results: results).score?.formatted() == "89.33")
  }

  @Test("A component that is missing or beyond its range refuses the score")
  func refusals() throws {
    let results = [try Specimen.result("60")]
    let missing = try hcmut().decision(
      for: attributes(thpt: "20", transcript: nil), results: results)
    #expect(missing.refusal == .componentMissing)
    #expect(missing.trace.contains("the component transcript is not given"))
    #expect(missing.converted?.formatted() == "60")
    let beyond = try hcmut().decision(
      for: attributes(thpt: "30.01", transcript: "20"), results: results)
    #expect(beyond.refusal == .componentRange)
  }

  @Test(
    "A programme of another combination takes the converted score with its offset, within the scale",
    arguments: [("70.79", "27.18"), ("100", "29.50"), ("46.95", "19.00")])
  func combinationOffset(_ total: String, _ answer: String) throws {
    // HUST 2025: the engineering combinations stand 0.5 above D01; the notice prints 70.79 = 27.68.
    let recogniser = try Specimen.recogniser(Specimen.hust()) {
      $0.combinationOffset = try Specimen.score("-0.5")
    }
    let decision = try recogniser.decision(for: .init(), results: [Specimen.result(total)])
    #expect(decision.score?.formatted(decimals: 2) == answer)
    #expect(decision.trace.contains("combination offset"))
    let raised = try Specimen.recogniser(Specimen.hust()) {
      $0.combinationOffset = try Specimen.score("0.5")
    }
    let top = try raised.decision(for: .init(), results: [Specimen.result("100")])
    #expect(top.score?.formatted() == "30" && top.trace.contains("limited to 30.00"))
  }
}
