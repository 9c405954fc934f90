public import BatchSigning
public import Parallel

/// A page that proves one row of a signed batch to whoever opens it, without a network.
///
/// It is one HTML file with the receipt in it. A script in it repeats the checks of a receipt with
/// the browser's own cryptography: both signatures over the manifest, the keys against those that
/// the trust bundle pins, the certificates up to the authority, and the row up to the signed root.
/// The values of the row appear only when all of it is right; else the page says which step failed.
/// It tells nothing about anybody else, and masks identifiers.
public struct CandidatePage: Sendable {
  let receipt: Receipt
  let trust: TrustBundle
  let instant: UTCInstant
  /// What the receipt proves.
  let manifest: Manifest
  let cells: [ReceiptCell]
  private(set) var story: CandidateStory?

  /// The page of a receipt.
  ///
  /// - Parameters:
  ///   - receipt: The receipt, which is verified first.
  ///   - trust: Whose signatures count; the page pins the keys of the two offices that signed.
  ///   - instant: The time of the check.
  /// - Throws: ``SigningError`` with the reason for which the receipt is refused, or `E_CMS_ALG`
  ///   for a certificate that browsers are not asked to check: only P-256 keys, signed with
  ///   ecdsa-with-SHA256, are.
  public init(
    _ receipt: Receipt, trust: TrustBundle, at instant: UTCInstant
  ) throws(SigningError) {
    let verdict = try BatchVerifier(receiver: "", trust: trust, at: instant)
      .verify(receipt: receipt.canonicalBytes)
    switch verdict {
    case .accepted(let manifest, let cells, _):
      (self.manifest, self.cells) = (manifest, cells)
    case .refused(let refusal): throw refusal
    }
    for authority in trust.authorities where !authority.isCheckedByPages {
      throw SigningError(.algorithm, "ca.crt", "a page checks P-256 keys and SHA-256 alone")
    }
    for signature in [receipt.issuerSignature, receipt.cosignature] {
      let signature = try DetachedSignature(der: signature, subject: "signature")
      for certificate in [signature.certificate] + signature.helpers
      where !certificate.isCheckedByPages {
        throw SigningError(.algorithm, "signature", "a page checks P-256 keys and SHA-256 alone")
      }
    }
    self.receipt = receipt
    self.trust = trust
    self.instant = instant
  }

  /// Adds why the candidate got this place, from what the run wrote.
  ///
  /// - Parameters:
  ///   - folder: The output folder of the run that made the batch, which must be one of outcomes.
  ///   - wishes: The wishes file that the run read; without it only the programme that was given
  ///     is shown.
  ///   - layout: What is said of the layout of the wishes file, as the exchange file says it.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for tables that
  ///   contradict the signed row, a wishes file that is not the run's, and a batch of results.
  /// - Complexity: O(bytes of the tables).
  public mutating func addStory(
    fromRun folder: String, wishes: String? = nil, layout: TableLayout = TableLayout(),
    plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    guard manifest.kind == .outcomes, let receiver = manifest.recipients.first else {
      throw ExchangeError(
        .badInput, file: manifest.kind.rowsFileName,
        "only a batch of outcomes tells of a place; "
          + "this one holds \(Message(manifest.kind.rawValue))")
    }
    let row = Dictionary(
      cells.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
    story = try CandidateStory(
      of: row, receiver: receiver, in: folder, wishes: wishes, layout: layout, plan: plan)
  }

  /// The page in HTML, in Vietnamese and English; the same receipt, trust and story give the same
  /// bytes.
  ///
  /// - Throws: The template engine's error for a template that it cannot parse.
  public func html() throws -> String {
    try ReportTemplates.page(CandidateSections(self), named: "candidate")
  }
}
