/// What a receiver answers the issuer of a batch: whether it was accepted, and what became of its
/// rows (format `exam-acknowledgement/1`).
///
/// Every row is counted once: accepted, rejected by the receiver's checks, or unmatched, which is
/// accepted but belongs to nobody the receiver knows. Nobody is named.
public struct Acknowledgement: Sendable {
  /// The office that answers.
  public let receiver: String
  /// When the batch was checked.
  public let instant: UTCInstant
  /// Why the batch was refused; nil if it was accepted.
  public let refusal: SigningError.Code?
  /// The batch; nil where it was refused before it could be read.
  public let batch: Batch?
  /// Rows that the receiver uses.
  public var accepted: Int
  /// Rows that the receiver cannot use.
  public var rejected: Int
  /// Rows that are in order and belong to nobody the receiver knows.
  public var unmatched: Int

  /// Which batch is meant.
  public struct Batch: Sendable {
    /// The office that issued it.
    public let issuer: String
    /// What its rows are.
    public let kind: Manifest.Kind
    /// Its place in the chain.
    public let sequence: Int
    /// The digest of its manifest.
    public let digest: SHA256Digest
  }

  static let format = "exam-acknowledgement/1"

  /// The answer to a batch that was checked: all rows that are there are taken, or none.
  ///
  /// - Parameters:
  ///   - verdict: What came out of the check.
  ///   - receiver: The office that answers.
  ///   - instant: When the batch was checked.
  public init(_ verdict: BatchVerdict, receiver: String, at instant: UTCInstant) {
    self.receiver = receiver
    self.instant = instant
    (accepted, rejected, unmatched) = (0, 0, 0)
    switch verdict {
    case .refused(let error):
      refusal = error.code
      batch = nil
    case .accepted(let verified):
      refusal = nil
      batch = Batch(
        issuer: verified.manifest.issuer, kind: verified.manifest.kind,
        sequence: verified.manifest.sequence, digest: verified.digest)
      accepted = verified.rowCount
    }
  }

  /// The answer as a file: canonical JSON.
  public var canonicalBytes: [UInt8] {
    var members = [
      JSONMember("format", .string(Self.format)), JSONMember("receiver", .string(receiver)),
      JSONMember("at", .instant(instant)),
      JSONMember("verdict", .string(refusal == nil ? "accepted" : "refused")),
      JSONMember("accepted", .integer(accepted)), JSONMember("rejected", .integer(rejected)),
      JSONMember("unmatched", .integer(unmatched)),
    ]
    if let refusal { members.append(JSONMember("reason", .string(refusal.rawValue))) }
    if let batch {
      members.append(
        JSONMember(
          "batch",
          .object([
            JSONMember("issuer", .string(batch.issuer)),
            JSONMember("kind", .string(batch.kind.rawValue)),
            JSONMember("seq", .integer(batch.sequence)),
            JSONMember("manifest", .digest(batch.digest)),
          ])))
    }
    return CanonicalJSON.encode(.object(members))
  }

  /// Writes the answer to a file.
  ///
  /// - Throws: ``SigningError`` with `not-writable`.
  public func write(to path: String) throws(SigningError) {
    try writeOutput(canonicalBytes, to: path)
  }
}
