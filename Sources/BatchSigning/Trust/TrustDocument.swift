/// What a signing key may be used for.
public enum TrustRole: String, Sendable {
  /// Signs batches of its own office.
  case issuer
  /// Signs batches of other offices in its period.
  case coordinator
  /// Opens batches that are sealed for its office.
  case recipient
}

/// The signed list of offices, keys and periods (`trust.json`, format `exam-trust/1`).
public struct TrustDocument: Sendable {
  /// An office and its keys.
  public struct Office: Sendable {
    /// Three capital letters.
    public let code: String
    /// The office's name.
    public let name: String
    /// Its keys, named by their certificates.
    public let keys: [Key]

    package init(code: String, name: String, keys: [Key]) {
      self.code = code
      self.name = name
      self.keys = keys
    }
  }

  /// A key of an office.
  public struct Key: Sendable {
    /// SHA-256 of the key's certificate in DER.
    public let fingerprint: SHA256Digest
    /// What it may be used for.
    public let roles: [TrustRole]
    /// The moment since which it counts no more; nil while it counts.
    public let revoked: UTCInstant?

    package init(fingerprint: SHA256Digest, roles: [TrustRole], revoked: UTCInstant? = nil) {
      self.fingerprint = fingerprint
      self.roles = roles
      self.revoked = revoked
    }
  }

  /// A time in which one office signs with the issuers.
  public struct CoordinatorPeriod: Sendable {
    /// The first moment.
    public let from: UTCInstant
    /// The moment at which the period is over.
    public let to: UTCInstant
    /// The coordinating office.
    public let office: String
    /// The office that signs where the coordinating one itself issues.
    public let deputy: String

    package init(from: UTCInstant, to: UTCInstant, office: String, deputy: String) {
      self.from = from
      self.to = to
      self.office = office
      self.deputy = deputy
    }
  }

  /// Counts up with every bundle.
  public let version: Int
  /// When the bundle was made.
  public let issued: UTCInstant
  /// Until when it may be used.
  public let expires: UTCInstant
  /// The lowest number of a revocation list that counts.
  public let minimumRevocationListNumber: Int
  /// The offices.
  public let offices: [Office]
  /// The periods; at most one holds any moment.
  public let coordinators: [CoordinatorPeriod]

  static let format = "exam-trust/1"
  static let byteLimit = 1 << 20

  package init(
    version: Int, issued: UTCInstant, expires: UTCInstant, minimumRevocationListNumber: Int,
    offices: [Office], coordinators: [CoordinatorPeriod]
  ) {
    self.version = version
    self.issued = issued
    self.expires = expires
    self.minimumRevocationListNumber = minimumRevocationListNumber
    self.offices = offices
    self.coordinators = coordinators
  }

  /// The office that a certificate is pinned for; nil if there is none.
  public func office(of certificate: Certificate) -> Office? {
    owner(of: certificate.fingerprint)?.office
  }

  /// The office and the entry of a key; nil if no office has it.
  package func owner(of fingerprint: SHA256Digest) -> (office: Office, key: Key)? {
    for office in offices {
      if let key = office.keys.first(where: { $0.fingerprint == fingerprint }) {
        return (office, key)
      }
    }
    return nil
  }

  /// The office that must sign with an issuer at a moment; nil if no period holds it.
  ///
  /// - Parameters:
  ///   - issuer: The issuing office; where it is the coordinating one, its deputy signs.
  ///   - instant: When the batch was made.
  /// - Returns: The code of the co-signing office.
  public func cosigner(for issuer: String, at instant: UTCInstant) -> String? {
    guard let period = coordinators.first(where: { $0.from <= instant && instant < $0.to }) else {
      return nil
    }
    return period.office.utf8.elementsEqual(issuer.utf8) ? period.deputy : period.office
  }
}
