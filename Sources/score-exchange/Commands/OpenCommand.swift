import ArgumentParser
import BatchSigning

/// `open`: decrypt and verify a sealed batch.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: said("Open a sealed batch and verify what is in it."),
    discussion: helpText(
      """
      Example: score-exchange open sealed --key MDA.seal.key --certificate MDA.seal.pem \
      --trust trust -o batch

      Ends with 0 and `accepted`, or with 1 and one reason code on standard output; then nothing \
      of the batch is left behind.
      """))

  @Argument(help: .said("The sealed batch: a folder.", valueName: "in"))
  var folder: String

  @OptionGroup var identity: IdentityOptions
  @OptionGroup var trust: RequiredTrustOptions

  @Option(
    name: .long, help: .said("The receiver's state, as for verify.", valueName: "dir"))
  var state: String?

  @Option(
    name: [.customShort("o"), .customLong("output")], help: .said("The batch: a new folder."))
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutputPaths.refuseSharing([output], with: [folder, trust.folder, state] + identity.files)
    try OutputPaths.refuseSharing([state], with: [folder, trust.folder, output])
  }

  func run() throws {
    if let warning = OpenSSLVersion.warning { common.note("warning: \(warning)") }
    var verdict: BatchVerdict?
    try reportingSigningFailures { () throws(SigningError) in
      do throws(SigningError) {
        verdict = try BatchOpener(
          certificate: Certificate(fileAt: identity.certificate),
          key: PrivateKey(fileAt: identity.key, passphrase: identity.passphrase.passphrase()),
          trust: trust.bundle(), at: trust.instant, plan: threads.plan(common)
        ).open(folder: folder, to: output, state: state.map(ReceiverState.init(folder:)))
      } catch {
        guard error.code.isRefusal else { throw error }
        verdict = .refused(error)
      }
    }
    if let verdict { try report(verdict, common) }
  }
}
