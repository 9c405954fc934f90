import ArgumentParser
import BatchSigning
import Files

/// `sign`: make a batch out of a folder of rows.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: said("Sign the rows in a folder as the school's next batch."),
    discussion: helpText(
      """
      Example: score-exchange sign results-BKA --key BKA.key --certificate BKA.pem --trust trust

      The folder holds results.csv or outcomes.csv. The ledger, as a rule beside the key, gives \
      the batch its number and never gives one twice.
      """))

  @Argument(help: .said("The folder with the rows.", valueName: "dir"))
  var folder: String

  @OptionGroup var identity: IdentityOptions

  @Option(name: .long, help: .said("The trust bundle.", valueName: "dir"))
  var trust: String

  @Option(
    name: .long, help: .said("The ledger; KEY.ledger if not given.", valueName: "file"))
  var ledger: String?

  @OptionGroup var description: DescriptionOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for path in (identity.files + [ledger]).compactMap(\.self) where lies(path, within: folder) {
      throw usageError(
        "\(path) lies in the folder that is signed, and receivers would get it; move it elsewhere.")
    }
  }

  func run() throws {
    var head: ChainHead?
    try reportingSigningFailures { () throws(SigningError) in
      let created = description.instant
      let trust = try TrustBundle(folder: trust, at: created)
      let signer = try identity.identity()
      head = try BatchSigner.sign(
        folder: folder,
        description: description.batch(in: folder, signer: signer.certificate, trust: trust),
        ledger: identity.ledger(ledger), issuer: signer,
        cosigner: nil, trust: trust, plan: threads.plan(common))
    }
    if let head { report(head, common) }
  }
}
