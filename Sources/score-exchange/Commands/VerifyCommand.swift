import ArgumentParser
import BatchSigning

/// `verify`: may this office use that batch?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a signed batch as a receiver.",
    discussion: """
      Ends with 0 and `accepted`, or with 1 and one reason code on standard output. Nothing is
      written but the receiver's state, and that only when the batch is accepted.
      """)

  @Argument(help: ArgumentHelp("The batch: a folder.", valueName: "dir"))
  var folder: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The school that wants to use the batch.", valueName: "receiver"))
  var receiver: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The receiver's state. Without it the chain of batches is not checked.", valueName: "dir"))
  var state: String?

  @OptionGroup var trust: TrustOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var verdict: BatchVerdict?
    try reportingSigningFailures { () throws(SigningError) in
      do throws(SigningError) {
        verdict = try BatchVerifier(
          receiver: receiver, trust: trust.bundle(), at: trust.instant, plan: threads.plan
        ).verify(folder: folder, state: state.map(ReceiverState.init(folder:)))
      } catch {
        guard error.code.isRefusal else { throw error }
        verdict = .refused(error)
      }
    }
    if let verdict { try report(verdict, common) }
  }
}

/// Tells the verdict on a batch.
func report(_ verdict: BatchVerdict, _ common: CommonOptions) throws {
  switch verdict {
  case .accepted(let batch):
    let manifest = batch.manifest
    try report(
      nil,
      members: [
        JSONMember("issuer", .string(manifest.issuer)),
        JSONMember("coordinator", .string(manifest.coordinator)),
        JSONMember("kind", .string(manifest.kind.rawValue)),
        JSONMember("seq", .integer(manifest.sequence)),
        JSONMember("rows", .integer(manifest.rows.rowCount)),
        JSONMember("manifest", .string(batch.digest.hex)),
      ], notes: batch.notes, common)
  case .refused(let refusal): try report(refusal, members: [], notes: [], common)
  }
}
