import ArgumentParser
import BatchSigning

/// `verify-receipt`: does this row stand in a signed batch?
struct VerifyReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-receipt",
    abstract: said("Check a candidate's receipt offline."),
    discussion: helpText(
      """
      Example: score-exchange verify-receipt receipt.json --trust trust

      Ends with 0 and `accepted`, or with 1 and one reason code on standard output. --json adds the \
      row's values.
      """))

  @Argument(help: .said("The receipt; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var trust: TrustOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var verdict: ReceiptVerdict?
    try reportingSigningFailures { () throws(SigningError) in
      do throws(SigningError) {
        verdict = try BatchVerifier(receiver: "", trust: trust.bundle(), at: trust.instant)
          .verify(receiptAt: file)
      } catch {
        guard error.code.isRefusal else { throw error }
        verdict = .refused(error)
      }
    }
    switch verdict {
    case .accepted(let manifest, let cells, let notes):
      try report(
        nil,
        members: [
          JSONMember("issuer", .string(manifest.issuer)),
          JSONMember("seq", .integer(manifest.sequence)),
          JSONMember(
            "row", .object(cells.map { JSONMember($0.column, .string($0.value)) })),
        ], notes: notes, common)
    case .refused(let refusal): try report(refusal, members: [], notes: [], common)
    case nil: break
    }
  }
}
