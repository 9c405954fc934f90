import Parallel

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
    _ exchange: Exchange, at instant: UTCInstant?, plan: WorkPlan, cancellation: Cancellation?
  ) throws(ExchangeError) {
    try exchange.checkNamedFiles()
    // Small files of the law first: a run with a bad table should not read ten million rows.
    conversions = try Self.conversions(exchange, plan: plan)
    programmes =
      try exchange.programmes.map { source throws(ExchangeError) in
        try ProgrammeImport(source, receivers: exchange.recognition.map(\.school), plan: plan)
      } ?? ProgrammeImport()
    seats = try SeatTables(
      pools: exchange.pools, reserves: exchange.reserves, programmes: programmes, plan: plan)
    plan.beginReading(
      (exchange.results.map(\.table) + exchange.applicants.map(\.table)
        + [exchange.wishes].compactMap { $0 }).map(\.file))
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
      loaded[conversion.name] = try LoadedConversion(conversion, of: exchange, plan: plan)
    }
    return loaded
  }
}
