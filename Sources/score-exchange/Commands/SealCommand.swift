import ArgumentParser
import BatchSigning

/// `seal`: encrypt a signed batch for one receiver.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: said("Seal a signed batch so that only one receiver can open it."),
    discussion: helpText(
      """
      Example: score-exchange seal results-BKA --to MDA --key BKA.key --certificate BKA.pem \
      --trust trust -o sealed

      The batch is checked first as its receiver will check it; one that would be refused is not \
      sealed, and the status is 1 with one reason code on standard output.
      """))

  @Argument(help: .said("The batch: a folder, or a plain tar of one.", valueName: "batch"))
  var folder: String

  @Option(
    name: .customLong("to"),
    help: .said("The school that shall open it.", valueName: "receiver"))
  var receiver: String

  @OptionGroup var identity: IdentityOptions
  @OptionGroup var trust: RequiredTrustOptions

  @Option(
    name: [.customShort("o"), .customLong("output")], help: .said("The sealed batch: a new folder.")
  )
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuseOtherThanCode(receiver, "--to")
    try OutputPaths.refuseSharing([output], with: [folder, trust.folder] + identity.files)
  }

  func run() throws {
    var verdict: BatchVerdict?
    try reportingSigningFailures { () throws(SigningError) in
      verdict = try BatchSealer.seal(
        folder: folder, to: receiver, output: output, issuer: identity.identity(),
        trust: trust.bundle(), at: trust.instant, plan: threads.plan(common))
    }
    if case .refused(let refusal) = verdict {
      try report(refusal, members: [], notes: [], common)
    }
    report([output], common)
  }
}
