import ScoreExchange
import ScoreLinking
import Scores

/// TSA of HUST, its conversion of 2025, and makers of rules and results.
enum RecognitionSpecimen {
  static func score(_ text: String) throws -> Score { try Score(parsing: text) }

  static func school(_ code: String) throws -> School {
    guard let school = School.named(code) else { throw ExchangeError(.usage, "\(code)") }
    return school
  }

  static func tsa() throws -> Assessment {
    let scale = try ScoreScale(
      minimum: .zero, maximum: score("100"), step: score("0.01"))
    return Assessment(
      code: "TSA", issuer: try school("BKA"), scale: scale,
      parts: [
        AssessmentPart(name: "mathematics", maximum: try score("40")),
        AssessmentPart(name: "reading", maximum: try score("20")),
        AssessmentPart(name: "science", maximum: try score("40")),
      ], validity: ValidityPeriod("2 years"), sittings: [])
  }

  /// The bands of HUST's notice of 2025 for the engineering group.
  static func hust(
    rounding: RoundingRule = .standard, edges: BandTable.EdgeRule = .rightClosed
  ) throws -> LoadedConversion {
    let rows = [
      ("83.98", "100", "29.25", "30.00"), ("76.23", "83.98", "28.46", "29.25"),
      ("69.88", "76.23", "27.55", "28.46"), ("59.71", "69.88", "25.08", "27.55"),
      ("55.22", "59.71", "23.46", "25.08"), ("46.95", "55.22", "19.50", "23.46"),
    ]
    return try conversion("hust-2025", rows, rounding: rounding, edges: edges)
  }

  static func conversion(
    _ name: String, _ rows: [(String, String, String, String)], rounding: RoundingRule = .standard,
    edges: BandTable.EdgeRule = .rightClosed, isInterpolated: Bool = true
  ) throws -> LoadedConversion {
    let bands = try rows.enumerated().map { index, row in
      BandTable.Band(
        fromLow: try score(row.0), fromHigh: try score(row.1), toLow: try score(row.2),
        toHigh: try score(row.3), row: index + 1)
    }
    let table = try BandTable(bands: bands, edges: edges, isInterpolated: isInterpolated)
    let target = try ScoreScale(minimum: .zero, maximum: score("30"), step: score("0.01"))
    let file = NamedFile(text: "bands.csv", path: "bands.csv", line: 1)
    let source = Conversion.BandSource(
      table: TableSource(file: file, layout: TableLayout()), edges: edges,
      isInterpolated: isInterpolated)
    return LoadedConversion(
      Conversion(
        name: name, from: "TSA", targetName: "THPT", target: target, source: .bands(source),
        rounding: rounding, line: 1),
      table: .bands(table))
  }

  /// A receiver's rule; `change` alters one that accepts every TSA result as it is.
  static func recogniser(
    _ conversion: LoadedConversion? = nil, school code: String = "GHA",
    asOf: String = "2025-07-16", _ change: (inout RecognitionRule) throws -> Void = { _ in }
  ) throws -> Recogniser {
    var rule = RecognitionRule(accepts: "TSA")
    rule.conversion = conversion?.definition.name
    try change(&rule)
    guard let day = CalendarDate(asOf) else { throw ExchangeError(.usage, "\(asOf)") }
    return try Recogniser(
      school: school(code), rule: rule, assessment: tsa(), conversion: conversion, asOf: day,
      year: 2025)
  }

  static func result(
    _ total: String?, sitting: String = "2025-1", date: String = "2025-01-19",
    number: String = "BK01", parts: [String] = [], status: String = "", issuer: String = "BKA",
    assessment: String = "TSA"
  ) throws -> LinkedResult {
    guard let day = CalendarDate(date) else { throw ExchangeError(.usage, "\(date)") }
    return LinkedResult(
      issuer: issuer, assessment: assessment, sitting: sitting, sittingDate: day,
      candidateNumber: number, parts: try parts.map { try score($0) },
      total: try total.map { try score($0) }, status: status)
  }
}
