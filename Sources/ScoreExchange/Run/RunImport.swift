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
  var wishedSchools: WishedSchools {
    WishedSchools(wishes.wishes, programmes, applicantCount: applicants.table.applicants.count)
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

/// For each applicant, the schools of her wishes.
package struct WishedSchools: Sendable {
  /// A bit for each place in `School.all`.
  private var schools: [UInt32]

  init(_ wishes: ImportedWishes, _ programmes: ProgrammeImport, applicantCount: Int) {
    schools = Array(repeating: 0, count: applicantCount)
    let bits = programmes.programmes.map { $0.school.map(Self.bit) ?? 0 }
    for (applicant, programme) in zip(wishes.applicants, wishes.programmes) {
      schools[Int(applicant)] |= bits[Int(programme)]
    }
  }

  /// Whether an applicant wishes for a programme of a school.
  func contains(_ school: School, ofApplicant applicant: Int) -> Bool {
    schools[applicant] & Self.bit(school) != 0
  }

  private static func bit(_ school: School) -> UInt32 {
    School.all.firstIndex(of: school).map { 1 << UInt32($0) } ?? 0
  }
}
