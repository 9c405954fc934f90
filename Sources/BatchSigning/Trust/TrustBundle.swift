internal import Files

/// A trust bundle as it lies in a folder: the signed list with the certificates and the revocation
/// list beside it. A value of this type has passed the checks of its signatures and dates.
public struct TrustBundle: Sendable {
  /// The signed list.
  public let document: TrustDocument
  /// The certificates that vouch for the offices'.
  public let authorities: [Certificate]
  /// The list of certificates that count no more.
  public let revocationList: RevocationList
  /// Certificates of the offices that lie in `certs/`.
  public let certificates: [Certificate]
  /// The roots that signed.
  public let roots: [Certificate]
  /// Whether the operator named the roots; if not, the folder itself is what is trusted.
  public let isPinned: Bool

  /// Whether any of its authorities is marked as made for trying things out.
  public var isDevelopment: Bool { authorities.contains(where: \.isDevelopment) }

  /// Reads a bundle and checks its signatures and dates.
  ///
  /// - Parameters:
  ///   - folder: Holds `trust.json`, `trust.N.p7s`, `ca.crt`, `crl.pem` and possibly `certs/`.
  ///   - instant: The time at which it must be valid.
  ///   - policy: Which roots must have signed.
  /// - Throws: ``SigningError`` with `missing-input`, `E_TRUST_SIG`, `E_THRESHOLD`,
  ///   `E_TRUST_EXPIRED`, `E_CRL_STALE`, `E_CRL_ROLLBACK`, or a code of the form of its parts.
  public init(
    folder: String, at instant: UTCInstant, policy: RootPolicy = RootPolicy()
  ) throws(SigningError) {
    let bytes = try Self.read(folder, "trust.json", limit: TrustDocument.byteLimit)
    roots = try Self.signers(of: bytes, in: folder, at: instant, policy: policy)
    isPinned = !policy.fingerprints.isEmpty
    document = try TrustDocument(canonicalBytes: bytes)
    guard document.issued <= instant.advanced(bySeconds: allowedClockSkew),
      instant < document.expires
    else {
      throw SigningError(
        .trustExpired, "trust.json", "valid \(document.issued) to \(document.expires)")
    }
    authorities = try Certificate.all(
      pem: Self.read(folder, "ca.crt", limit: 1 << 18), subject: "ca.crt")
    revocationList = try Self.revocationList(in: folder)
    guard revocationList.number >= document.minimumRevocationListNumber else {
      throw SigningError(
        .revocationListRollback, "crl.pem",
        "number \(revocationList.number), at least \(document.minimumRevocationListNumber)")
    }
    certificates = try Self.certificates(in: folder + "/certs")
  }

  /// The certificate of an office's key with a role, for sealing a batch to it.
  ///
  /// - Returns: The first that lies in `certs/`, is pinned with this role and not revoked.
  public func certificate(of office: String, role: TrustRole) -> Certificate? {
    certificates.first { certificate in
      guard let owner = document.owner(of: certificate.fingerprint) else { return false }
      return owner.office.code.utf8.elementsEqual(office.utf8)
        && owner.key.roles.contains(role) && owner.key.revoked == nil
    }
  }

  /// Reads a file of the bundle, which is no link.
  static func read(
    _ folder: String, _ name: String, limit: Int
  ) throws(SigningError) -> [UInt8] {
    let path = "\(folder)/\(name)"
    if fileKind(at: path) == .other { throw SigningError(.notRegular, name) }
    return try readInput(at: path, limit: limit, followsLinks: false)
  }

  private static func revocationList(in folder: String) throws(SigningError) -> RevocationList {
    guard fileKind(at: folder + "/crl.pem") != nil else {
      throw SigningError(.staleRevocationList, "crl.pem", "is not there")
    }
    let text = try read(folder, "crl.pem", limit: 1 << 24)
    guard let lists = PEM.decode(text, label: "X509 CRL"), lists.count == 1 else {
      throw SigningError(.der, "crl.pem", "exactly one list was expected")
    }
    return try RevocationList(der: lists[0])
  }

  private static func certificates(in folder: String) throws(SigningError) -> [Certificate] {
    guard fileKind(at: folder) == .folder else { return [] }
    var certificates: [Certificate] = []
    for name in try namesInInputFolder(folder).prefix(1_024) {
      do throws(SigningError) {
        certificates += try Certificate.all(
          pem: readInput(at: "\(folder)/\(name)", limit: 1 << 18), subject: name)
      } catch {
        // Only pinned certificates are ever used; a stray file is no danger.
        continue
      }
    }
    return certificates
  }
}

/// How far clocks of two offices may differ, in seconds.
let allowedClockSkew: Int64 = 300
