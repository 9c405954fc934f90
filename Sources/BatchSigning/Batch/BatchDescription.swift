/// What the signer of a batch says about it; the rest of the manifest follows from the files.
public struct BatchDescription: Sendable {
  /// What the rows are.
  public var kind: Manifest.Kind
  /// The office that vouches for the rows.
  public var issuer: String
  /// The office that signs with it.
  public var coordinator: String
  /// The offices that may use the batch.
  public var recipients: [String]
  /// Year and month of the run, `YYYY-MM`.
  public var session: String
  /// The exchange that the batch belongs to; at most 200 bytes.
  public var exchange: String
  /// The legal basis; at most 200 bytes.
  public var agreement: String
  /// What the data may be used for; at most 200 bytes.
  public var purpose: String
  /// When the batch is made.
  public var created: UTCInstant
  /// Until when it may be used; at most 400 days later.
  public var expires: UTCInstant
  /// The version of the trust bundle in use.
  public var trustVersion: Int
  /// The columns that together identify a row; none for those that do so as a rule: issuer,
  /// assessment, sitting and candidate number, or applicant in the place of issuer.
  public var key: [String]

  /// A description; parameters as the properties.
  public init(
    kind: Manifest.Kind, issuer: String, coordinator: String, recipients: [String],
    session: String, exchange: String, agreement: String, purpose: String, created: UTCInstant,
    expires: UTCInstant, trustVersion: Int, key: [String] = []
  ) {
    self.kind = kind
    self.issuer = issuer
    self.coordinator = coordinator
    self.recipients = recipients
    self.session = session
    self.exchange = exchange
    self.agreement = agreement
    self.purpose = purpose
    self.created = created
    self.expires = expires
    self.trustVersion = trustVersion
    self.key = key
  }
}

/// The last link of a chain of batches.
public struct ChainHead: Hashable, Sendable {
  /// The sequence number of the last batch.
  public let sequence: Int
  /// The digest of its manifest.
  public let digest: SHA256Digest

  /// A link.
  public init(sequence: Int, digest: SHA256Digest) {
    self.sequence = sequence
    self.digest = digest
  }
}

extension Manifest {
  /// The manifest of a described batch with these files.
  init(
    _ description: BatchDescription, previous: ChainHead?, files: [ManifestFile], rows: RowTable
  ) {
    kind = description.kind
    issuer = description.issuer
    coordinator = description.coordinator
    recipients = description.recipients
    session = description.session
    sequence = (previous?.sequence ?? 0) + 1
    self.previous = previous?.digest ?? .zero
    created = description.created
    expires = description.expires
    trustVersion = description.trustVersion
    exchange = description.exchange
    agreement = description.agreement
    purpose = description.purpose
    self.files = files
    self.rows = rows
  }
}
