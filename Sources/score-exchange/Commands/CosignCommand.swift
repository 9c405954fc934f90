import ArgumentParser
import BatchSigning

/// `cosign`: the coordinator's signature on a batch.
struct CosignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cosign",
    abstract: said("Check an issuer's batch and add the coordinator's signature."),
    discussion: helpText(
      """
      Example: score-exchange cosign results-GHA --key BKA.key --certificate BKA.pem --trust trust

      Ends with 1 and one reason code where the batch is refused. The ledger keeps every issuer's \
      chain: a second batch with one number is refused.
      """))

  @Argument(help: .said("The batch: a folder.", valueName: "dir"))
  var folder: String

  @OptionGroup var identity: IdentityOptions
  @OptionGroup var trust: RequiredTrustOptions

  @Option(
    name: .long, help: .said("The ledger; KEY.ledger if not given.", valueName: "file"))
  var ledger: String?

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutputPaths.refuseSharing([ledger], with: [folder, trust.folder])
  }

  func run() throws {
    var outcome: Result<ChainHead, SigningError>?
    try reportingSigningFailures { () throws(SigningError) in
      do throws(SigningError) {
        outcome = .success(
          try BatchSigner.cosign(
            folder: folder, trust: trust.bundle(), cosigner: identity.identity(),
            ledger: identity.ledger(ledger), at: trust.instant,
            plan: threads.plan(common)))
      } catch {
        guard error.code.isRefusal else { throw error }
        outcome = .failure(error)
      }
    }
    switch outcome {
    case .success(let head): report(head, common)
    case .failure(let refusal): try report(refusal, members: [], notes: [], common)
    case nil: break
    }
  }
}
