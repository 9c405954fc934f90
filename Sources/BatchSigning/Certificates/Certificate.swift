/// An X.509 certificate (RFC 5280).
public struct Certificate: Sendable {
  /// The certificate in DER.
  public let der: [UInt8]
  /// SHA-256 over ``der``: the name under which a trust bundle pins it.
  public let fingerprint: SHA256Digest
  /// Whom it speaks of.
  public let subject: DistinguishedName
  /// Who vouches for it.
  public let issuer: DistinguishedName
  /// The first moment at which it is valid.
  public let notBefore: UTCInstant
  /// The last moment at which it is valid.
  public let notAfter: UTCInstant
  /// The public key as SubjectPublicKeyInfo in DER.
  public let publicKeyInfo: [UInt8]
  /// The serial number as its DER element.
  let serialNumber: [UInt8]
  /// What is signed, and the signature over it.
  let signedPart: [UInt8]
  let signatureValue: [UInt8]
  let signatureAlgorithm: [UInt8]
  /// The extensions that decide what the key may do.
  let usage: CertificateUsage

  /// A certificate from its DER, which must be strict.
  ///
  /// - Parameters:
  ///   - der: The bytes.
  ///   - name: What it is called in an error.
  /// - Throws: ``SigningError`` with `E_DER`.
  public init(der: [UInt8], subject name: String = "certificate") throws(SigningError) {
    do throws(SigningError) {
      try DER.checkWellFormed(der[...])
      var outer = try DER.only(der, DER.Tag.sequence).reader
      let signed = try outer.read(DER.Tag.sequence)
      let algorithm = try outer.read(DER.Tag.sequence)
      let signature = try outer.read(DER.Tag.bitString)
      try outer.expectEnd()
      var fields = signed.reader
      guard try fields.read(DER.Tag.context(0)).content.elementsEqual(DER.integer(2)) else {
        throw SigningError(.der, name, "only version 3 is used")
      }
      serialNumber = try Array(fields.read(DER.Tag.integer).whole)
      guard try fields.read(DER.Tag.sequence).whole.elementsEqual(algorithm.whole) else {
        throw SigningError(.der, name, "two signature algorithms")
      }
      issuer = try DistinguishedName(fields.read(DER.Tag.sequence))
      var validity = try fields.read(DER.Tag.sequence).reader
      notBefore = try DER.instant(validity.readAny())
      notAfter = try DER.instant(validity.readAny())
      try validity.expectEnd()
      subject = try DistinguishedName(fields.read(DER.Tag.sequence))
      publicKeyInfo = try Array(fields.read(DER.Tag.sequence).whole)
      usage = try CertificateUsage(fields.readIfPresent(DER.Tag.context(3)))
      try fields.expectEnd()
      guard signature.content.first == 0 else {
        throw SigningError(.der, name, "a signature with odd bits")
      }
      self.der = der
      fingerprint = SHA256.digest(of: der)
      signedPart = Array(signed.whole)
      signatureValue = Array(signature.content.dropFirst())
      signatureAlgorithm = Array(algorithm.whole)
    } catch {
      throw SigningError(.der, name, error.detail)
    }
  }

  /// All certificates of a PEM text in order.
  ///
  /// - Throws: ``SigningError`` with `invalid-certificate` where there is none, or `E_DER`.
  public static func all(
    pem: [UInt8], subject: String = "certificate"
  ) throws(SigningError) -> [Certificate] {
    guard let objects = PEM.decode(pem, label: "CERTIFICATE"), !objects.isEmpty else {
      throw SigningError(.invalidCertificate, subject, "no certificate in PEM form")
    }
    var certificates: [Certificate] = []
    for object in objects { certificates.append(try Certificate(der: object, subject: subject)) }
    return certificates
  }

  /// All certificates of a PEM file in order.
  ///
  /// - Parameter path: The file; `-` reads standard input.
  /// - Returns: The certificates, at least one.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `invalid-certificate` or
  ///   `E_DER`.
  public static func all(inFileAt path: String) throws(SigningError) -> [Certificate] {
    try all(pem: readInputOrStandardInput(at: path, limit: 1 << 20), subject: path)
  }

  /// The first certificate of a PEM file.
  ///
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `invalid-certificate` or
  ///   `E_DER`.
  public init(fileAt path: String) throws(SigningError) {
    self = try Certificate.all(inFileAt: path)[0]
  }

  /// The certificate as PEM text.
  public var pem: [UInt8] { PEM.encode(der, label: "CERTIFICATE") }

  /// Whether it is marked as made for trying things out.
  public var isDevelopment: Bool {
    subject.organisationalUnit.utf8.elementsEqual(DistinguishedName.developmentMark.utf8)
  }

  /// Whether a candidate's page can check it: its key lies on P-256, and it is signed with
  /// ecdsa-with-SHA256.
  package var isCheckedByPages: Bool {
    PublicKeyInfo.isP256(publicKeyInfo) && signatureAlgorithm == DER.sequence(DER.ecdsaWithSHA256)
  }

  /// Whether who vouches for it signed it over its SHA-256 digest.
  var isSignedOverSHA256: Bool {
    signatureAlgorithm == DER.sequence(DER.ecdsaWithSHA256)
      || signatureAlgorithm == DER.sequence(DER.rsaWithSHA256, DER.null)
  }

  /// Whether it is signed with the key it holds.
  var isSelfSigned: Bool {
    subject.der == issuer.der && signatureAlgorithm == DER.sequence(DER.ecdsaWithSHA256)
      && PublicKeyInfo.verifies(signatureValue, over: signedPart, key: publicKeyInfo)
  }

  /// Whether it is valid at a moment by its own dates.
  func isValid(at instant: UTCInstant) -> Bool { notBefore <= instant && instant <= notAfter }
}
