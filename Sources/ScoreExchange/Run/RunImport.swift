import Parallel
import ScoreLinking

/// All files of an exchange, read.
struct RunImport: Sendable {
  let results: ResultImport
  let applicants: ApplicantImport
  let programmes: ProgrammeImport
  let seats: SeatTables
  let wishes: WishImport
  let decisions: DecisionImport
  let conversions: [String: LoadedConversion]

  init(
    _ exchange: Exchange, at instant: Instant?, plan: WorkPlan, cancellation: Cancellation?
  ) throws(ExchangeError) {
    try exchange.checkNamedFiles()
    // Small files of the law first: a run with a bad table should not read ten million rows.
    conversions = try Self.conversions(exchange, plan: plan)
    programmes =
      try exchange.programmes.map { source throws(ExchangeError) in
        try ProgrammeImport(source, plan: plan)
      } ?? ProgrammeImport()
    seats = try SeatTables(
      pools: exchange.pools, reserves: exchange.reserves, programmes: programmes, plan: plan)
    results = try ResultImport(
      ResultRequest(exchange, at: instant), plan: plan, cancellation: cancellation)
    let applicants = try ApplicantImport(exchange, plan: plan, cancellation: cancellation)
    self.applicants = applicants
    let (programmes, groups) = (self.programmes, seats.groups)
    try programmes.checkRules(of: exchange)
    wishes =
      try exchange.wishes.map { source throws(ExchangeError) in
        try WishImport(
          source, applicants: applicants.table.index, programmes: programmes, groups: groups,
          plan: plan)
      } ?? WishImport()
    decisions =
      try exchange.decisions.map { source throws(ExchangeError) in
        try DecisionImport(source, plan: plan)
      } ?? DecisionImport()
  }

  /// For each applicant, the schools of her wishes.
  var wishedSchools: [Set<School>] {
    var schools = Array(repeating: Set<School>(), count: applicants.table.applicants.count)
    for wish in wishes.wishes {
      if let school = programmes.programmes[Int(wish.programme)].school {
        schools[Int(wish.applicant)].insert(school)
      }
    }
    return schools
  }

  private static func conversions(
    _ exchange: Exchange, plan: WorkPlan
  ) throws(ExchangeError) -> [String: LoadedConversion] {
    var loaded: [String: LoadedConversion] = [:]
    for conversion in exchange.conversions {
      switch conversion.source {
      case .bands(let source):
        loaded[conversion.name] = LoadedConversion(
          conversion, table: .bands(try BandTable.reading(source)))
      case .equate(let settings):
        guard let assessment = exchange.assessment(conversion.from) else {
          throw ExchangeError(
            .badInput, file: exchange.path, line: conversion.line,
            "the conversion \"\(conversion.name)\" is estimated on the scale of "
              + "\(conversion.from), which is not described under \"assessments:\"")
        }
        let estimate = try EquateEstimate(
          settings, from: assessment.scale, to: conversion.target, rounding: conversion.rounding,
          plan: plan)
        loaded[conversion.name] = LoadedConversion(
          conversion, table: .points(of: assessment.scale, estimate.publishedScores),
          standardErrors: estimate.table.entries.map { entry in
            entry.standardError.flatMap { Double($0.description) }
          })
      }
    }
    return loaded
  }
}
