/// The moments between which a certificate is valid, both included.
public struct CertificateValidity: Hashable, Sendable {
  /// The first moment.
  public let notBefore: UTCInstant
  /// The last moment.
  public let notAfter: UTCInstant

  /// From one moment to another.
  public init(from notBefore: UTCInstant, to notAfter: UTCInstant) {
    self.notBefore = notBefore
    self.notAfter = notAfter
  }
}

extension Certificate {
  /// A certificate that is signed with its own key: an authority or a root.
  ///
  /// - Parameters:
  ///   - subject: Whom it speaks of.
  ///   - key: Its key.
  ///   - profile: What it is made for.
  ///   - validity: When it is valid.
  /// - Returns: The certificate.
  /// - Throws: ``SigningError`` with `library`.
  public static func selfSigned(
    subject: DistinguishedName, key: any SignatureSource, profile: CertificateProfile,
    validity: CertificateValidity
  ) throws(SigningError) -> Certificate {
    try make(
      subject: subject, publicKeyInfo: key.publicKeyInfo, profile: profile, validity: validity,
      issuer: subject, issuerKey: key)
  }

  /// A certificate for somebody's key, signed by an authority.
  ///
  /// - Parameters:
  ///   - subject: Whom it speaks of; for an office the common name is its code.
  ///   - publicKeyInfo: The key it speaks of, as SubjectPublicKeyInfo.
  ///   - profile: What it is made for.
  ///   - validity: When it is valid.
  ///   - authority: Who signs.
  /// - Returns: The certificate.
  /// - Throws: ``SigningError`` with `library`.
  public static func issued(
    to subject: DistinguishedName, publicKeyInfo: [UInt8], profile: CertificateProfile,
    validity: CertificateValidity, by authority: SigningIdentity
  ) throws(SigningError) -> Certificate {
    try make(
      subject: subject, publicKeyInfo: publicKeyInfo, profile: profile, validity: validity,
      issuer: authority.certificate.subject, issuerKey: authority.key)
  }

  private static func make(
    subject: DistinguishedName, publicKeyInfo: [UInt8], profile: CertificateProfile,
    validity: CertificateValidity, issuer: DistinguishedName, issuerKey: any SignatureSource
  ) throws(SigningError) -> Certificate {
    // 127 random bits: positive, and never the same twice (RFC 5280, section 4.1.2.2).
    var serial = try OpenSSLLibrary.randomBytes(16)
    serial[0] = serial[0] & 0x7f | 0x40
    let algorithm = DER.sequence(DER.ecdsaWithSHA256)
    let signedPart = DER.sequence(
      DER.explicit(0, DER.integer(2)), DER.integer(serial), algorithm, issuer.der,
      DER.sequence(DER.time(validity.notBefore), DER.time(validity.notAfter)), subject.der,
      publicKeyInfo,
      DER.explicit(
        3,
        DER.sequence(
          of: profile.extensions(key: publicKeyInfo, issuerKey: issuerKey.publicKeyInfo))))
    let signature = try issuerKey.signature(over: signedPart)
    return try Certificate(der: DER.sequence(signedPart, algorithm, DER.bitString(signature)))
  }

  /// Writes a request for a certificate (PKCS#10, RFC 2986) as PEM.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - subject: Whom the certificate shall speak of.
  ///   - key: The key it shall speak of, which signs the request.
  /// - Throws: ``SigningError`` with `not-writable` or `library`.
  public static func writeRequest(
    to path: String, subject: DistinguishedName, key: any SignatureSource
  ) throws(SigningError) {
    try writeOutput(request(subject: subject, key: key), to: path)
  }

  /// A request for a certificate (PKCS#10, RFC 2986) in PEM.
  ///
  /// - Parameters:
  ///   - subject: Whom the certificate shall speak of.
  ///   - key: The key it shall speak of, which signs the request.
  /// - Returns: The request as PEM text.
  /// - Throws: ``SigningError`` with `library`.
  public static func request(
    subject: DistinguishedName, key: any SignatureSource
  ) throws(SigningError) -> [UInt8] {
    let signedPart = DER.sequence(
      DER.integer(0), subject.der, key.publicKeyInfo, DER.element(DER.Tag.context(0), []))
    let signature = try key.signature(over: signedPart)
    return PEM.encode(
      DER.sequence(signedPart, DER.sequence(DER.ecdsaWithSHA256), DER.bitString(signature)),
      label: "CERTIFICATE REQUEST")
  }
}
