import ArgumentParser
import BatchSigning
import ScoreExchange

/// `keys authority`: a small authority for pilots and tests.
struct KeysAuthorityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority",
    abstract: said("Make a small authority with keys and a trust bundle, for pilots and tests."),
    discussion: helpText(
      """
      Example: score-exchange keys authority -o pilot

      Everything is marked DEVELOPMENT. The folder gets ca.key and ca.crt, three roots, a signing \
      and a sealing key with certificate for every school, and the bundle in trust/.
      """))

  @Option(name: [.customShort("o"), .customLong("output")], help: .said("The folder."))
  var output: String

  @Option(name: .long, help: .said("The schools; all seven if not given."))
  var schools: String?

  @Option(name: .long, help: .said("The coordinating school."))
  var coordinator = "BKA"

  @Option(name: .long, help: .said("Who co-signs what the coordinating school issues."))
  var deputy: String?

  @Option(
    name: .customLong("valid-from"),
    help: .said("From when on everything is valid.", valueName: "time"),
    transform: parseInstant)
  var validFrom: UTCInstant?

  @Option(name: .long, help: .said("How many days everything is valid."))
  var days = 3_650

  @OptionGroup var common: CommonOptions

  private var codes: [String] {
    schools.map { $0.split(separator: ",").map(String.init) } ?? School.all.map(\.code)
  }

  private var chosenDeputy: String {
    deputy ?? codes.first { $0 != coordinator } ?? coordinator
  }

  func validate() throws {
    guard codes.allSatisfy(OfficeCode.isValid), codes.contains(coordinator), codes.count >= 2,
      Set(codes).count == codes.count
    else { throw usageError("--schools takes codes such as BKA,GHA, the coordinator's too.") }
    guard chosenDeputy != coordinator, codes.contains(chosenDeputy) else {
      throw usageError("--deputy is another of the schools than the coordinator.")
    }
    guard (1...36_500).contains(days) else {
      throw usageError("--days must be between 1 and 36500.")
    }
  }

  func run() throws {
    noteOtherSchools(codes, common)
    try reportingSigningFailures { () throws(SigningError) in
      let plan = DevelopmentAuthority.Plan(
        offices: codes.map { ($0, School.named($0)?.name ?? $0) }, coordinator: coordinator,
        deputy: chosenDeputy, validFrom: validFrom ?? UTCInstant.now.advanced(byDays: -1),
        days: days)
      _ = try DevelopmentAuthority.make(in: output, plan: plan)
    }
    report([output], common)
  }
}
