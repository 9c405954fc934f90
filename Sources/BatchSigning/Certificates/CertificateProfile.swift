/// What a certificate is made for, and the extensions that follow from it.
public enum CertificateProfile: Hashable, Sendable {
  /// Vouches for the certificates of offices and for the revocation list.
  case authority
  /// Signs batches, or a trust bundle.
  case signing
  /// Opens sealed batches.
  case sealing

  /// The extensions in DER, for a key vouched for by another key.
  func extensions(key: [UInt8], issuerKey: [UInt8]) -> [[UInt8]] {
    let constraints: [UInt8]
    let usageBits: [UInt8]
    switch self {
    case .authority:
      constraints = DER.sequence(DER.yes, DER.integer(0))
      usageBits = [1, 0x06]
    case .signing:
      constraints = DER.sequence()
      usageBits = [6, 0xc0]
    case .sealing:
      constraints = DER.sequence()
      usageBits = [3, 0x08]
    }
    var extensions = [
      Self.entry(DER.basicConstraints, isCritical: true, constraints),
      Self.entry(
        DER.keyUsage, isCritical: true, DER.element(DER.Tag.bitString, usageBits)),
    ]
    if self != .authority {
      extensions.append(Self.entry(DER.extendedKeyUsage, DER.sequence(DER.emailProtection)))
    }
    return extensions + [
      Self.entry(DER.subjectKeyIdentifier, DER.octetString(Self.keyIdentifier(key))),
      Self.authorityKeyIdentifier(issuerKey),
    ]
  }

  /// Names the key that signed.
  static func authorityKeyIdentifier(_ key: [UInt8]) -> [UInt8] {
    let identifier = DER.element(DER.Tag.context(0, constructed: false), keyIdentifier(key))
    return entry(DER.authorityKeyIdentifier, DER.sequence(identifier))
  }

  static func entry(
    _ type: [UInt8], isCritical: Bool = false, _ value: [UInt8]
  ) -> [UInt8] {
    isCritical
      ? DER.sequence(type, DER.yes, DER.octetString(value))
      : DER.sequence(type, DER.octetString(value))
  }

  /// The first 160 bits of SHA-256 over the public point (RFC 7093, method 1).
  private static func keyIdentifier(_ publicKeyInfo: [UInt8]) -> [UInt8] {
    Array(SHA256.digest(of: Array(publicKeyInfo.suffix(65))).bytes.prefix(20))
  }
}
