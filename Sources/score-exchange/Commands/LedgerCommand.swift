import ArgumentParser
import BatchSigning
import Files

/// `ledger`: what an office has signed, and where a receiver's chains begin.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: said("Look at the batches an office has signed or co-signed."),
    subcommands: [
      LedgerShowCommand.self, LedgerExportCommand.self, LedgerTrustStartCommand.self,
    ])
}

/// `ledger show`: one line a batch.
struct LedgerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: said("Show the batches in a ledger, the oldest first."),
    discussion: helpText("Example: score-exchange ledger show BKA.key.ledger"))

  @Argument(help: .said("The ledger.", valueName: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      for entry in try Ledger(path: file).readExisting().entries {
        if common.json {
          let document = JSONValue.object([
            JSONMember("chain", .string(entry.chain)),
            JSONMember("seq", .integer(entry.head.sequence)),
            JSONMember("manifest", .string(entry.head.digest.hex)),
          ])
          writeOutput(CanonicalJSON.encode(document) + Array("\n".utf8))
        } else {
          writeOutput("\(entry.chain)\t\(entry.head.sequence)\t\(entry.head.digest)\n")
        }
      }
    }
  }
}

/// `ledger export`: the manifest of one batch, as it was signed.
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: said("Write the manifest of a recorded batch to standard output."),
    discussion: helpText("Example: score-exchange ledger export BKA.key.ledger --chain BKA --seq 3")
  )

  @Argument(help: .said("The ledger.", valueName: "file"))
  var file: String

  @Option(name: .long, help: .said("The chain, as `ledger show` names it."))
  var chain: String

  @Option(name: .long, help: .said("The batch's number.", valueName: "n"))
  var seq: Int

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      let entries = try Ledger(path: file).readExisting().entries
      guard let entry = entries.first(where: { $0.chain == chain && $0.head.sequence == seq })
      else { throw SigningError(.missingInput, "\(chain) \(seq)") }
      writeOutput(entry.manifest)
    }
  }
}

/// `ledger trust-start`: an operator's word for where a chain begins.
struct LedgerTrustStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust-start",
    abstract: said("Let a chain begin after a batch that was accepted by other means."),
    discussion: helpText(
      """
      Example: score-exchange ledger trust-start --issuer BKA --manifest manifest.json --state state

      With --state for a receiver who verifies, with --ledger for an office that co-signs.
      """))

  @Option(name: .long, help: .said("The issuing school."))
  var issuer: String

  @Option(name: .long, help: .said("That batch's manifest.", valueName: "file"))
  var manifest: String

  @Option(name: .long, help: .said("The receiver's state.", valueName: "dir"))
  var state: String?

  @Option(name: .long, help: .said("The co-signing office's ledger.", valueName: "file"))
  var ledger: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if state == nil && ledger == nil { throw usageError("Give --state or --ledger.") }
    // Where its signature lies beside it the manifest is that of a batch.
    let place = folder(of: manifest) ?? "."
    let isInBatch = fileKind(at: "\(place)/manifest.p7s") != nil
    try OutputPaths.refuseSharing([state, ledger], with: [isInBatch ? place : manifest])
  }

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      let start = try StartingPoint(manifestAt: manifest, issuer: issuer)
      if let state { try ReceiverState(folder: state).begin(after: start) }
      if let ledger { try Ledger(path: ledger).begin(after: start) }
    }
    if common.json {
      report([state, ledger].compactMap { $0 }, common)
    } else {
      common.note("the next batch of \(issuer) is the one after \(manifest)")
    }
  }
}
