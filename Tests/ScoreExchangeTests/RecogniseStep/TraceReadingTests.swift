import ScoreExchange
import Scores
import TestSupport
import Testing

@Suite("A trace that is read back to be said in another language")
struct TraceReadingTests {
  private typealias Specimen = RecognitionSpecimen

  /// Traces with every step that a rule can take.
  private func traces() throws -> [String] {
    func trace(
      _ total: String?, _ conversion: LoadedConversion? = nil,
      _ attributes: ApplicantAttributes = ApplicantAttributes(), parts: [String] = [],
      status: String = "", date: String = "2025-01-19",
      _ change: (inout RecognitionRule) throws -> Void = { _ in }
    ) throws -> String {
      try Specimen.recogniser(conversion, change).decision(
        for: attributes,
        results: [
          Specimen.result(total, date: date, parts: parts, status: status),
          Specimen.result("40.5", sitting: "2025-2", date: "2025-02-19"),
        ]
      ).trace
    }
    let steps = try Specimen.conversion(
      "haui", [("69", "71", "27.50", "27.50"), ("72", "73", "28.00", "28.00")],
      isInterpolated: false)
    let full = ApplicantAttributes(
      region: .kv2Rural, claims: [.object(6)], bonus: try Specimen.score("1.5"))
    let lapsed = ApplicantAttributes(
      region: .kv1, claims: [.object(7)], graduationYear: 2020, bonus: try Specimen.score("-1"))
    let minimum = RecognitionRule.PartMinimum(part: "reading", minimum: try Specimen.score("10"))
    let weighted = [
      CompositeComponent(
        name: CompositeComponent.convertedName, weight: try Specimen.score("0.7"), mapping: nil),
      CompositeComponent(name: "thpt", weight: try Specimen.score("0.3"), mapping: nil),
    ]
    return [
      try trace("70", Specimen.hust(), full) {
        $0.bonusCap = try Specimen.score("1")
        $0.priority = .moet2025
        $0.minimumTotal = try Specimen.score("50")
      },
      try trace("71.75", steps, lapsed) { $0.priority = .moet2026 },
      try trace("10", Specimen.hust()), try trace("73.68", nil, full) { $0.priority = .moet2025 },
      try trace("70", nil, ApplicantAttributes()) { $0.priority = .moet2025 },
      try trace("70") { $0.minimumTotal = try Specimen.score("80") },
      try trace("70", parts: ["10", "5", "20"]) { $0.minimumParts = [minimum] },
      try trace("70", parts: ["10", "15", "20"]) { $0.minimumParts = [minimum] },
      try trace("70") { $0.minimumParts = [minimum] },
      try trace(nil, status: "absent"), try trace("70", date: "2026-01-19"),
      try trace("70", date: "2019-01-19"), try trace("70") { $0.sittings = ["2024-9"] },
      try trace("70") { $0.composite = weighted }, try trace("70") { $0.choice = .latest },
      try Specimen.recogniser().decision(for: ApplicantAttributes(), results: []).trace,
    ]
  }

  @Test("is the same in English, and in Vietnamese no word of a sentence stays English")
  func vietnamese() throws {
    // Names that no language changes, and single letters of the arithmetic.
    let names: Set<Substring> = ["moet", "hust", "haui", "thpt"]
    for trace in try traces() {
      let steps = TraceReading.steps(of: trace)
      #expect(steps.map(\.description).joined(separator: "; ") == trace)
      for step in steps {
        let said = step.text(in: .vietnamese)
        let english = Set(step.description.matches(of: #/\b[a-z]{3,}\b/#).map(\.0))
        let kept = english.subtracting(names).filter { word in
          said.matches(of: #/\b[a-z]{3,}\b/#).contains { $0.0 == word }
        }
        #expect(kept.isEmpty, "\(step.description) | \(said)")
      }
    }
  }
}
