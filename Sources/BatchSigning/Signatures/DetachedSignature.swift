/// A detached CMS signature in the one form that the format allows (RFC 5652, RFC 5035).
///
/// One signer named by issuer and serial number, SHA-256, ECDSA on P-256, signed attributes
/// content-type, message-digest, signing-certificate-v2 and possibly signing-time, the signer's
/// certificate and at most three more, no content, no revocation lists.
package struct DetachedSignature: Sendable {
  /// The signer's certificate.
  package let certificate: Certificate
  /// Certificates that came with it, to lead to the authority.
  package let helpers: [Certificate]
  /// The digest of the signed content.
  package let messageDigest: SHA256Digest
  /// The moment of signing by the signer's word.
  package let signingTime: UTCInstant?
  /// The whole object in DER.
  package let der: [UInt8]

  /// The greatest length that is read.
  package static let byteLimit = 65_536

  /// Signs content.
  ///
  /// - Parameters:
  ///   - content: What is signed; it does not become part of the signature.
  ///   - identity: Who signs.
  ///   - instant: The signing time to state.
  /// - Throws: ``SigningError`` with `library`.
  package init(
    over content: [UInt8], by identity: SigningIdentity, at instant: UTCInstant
  ) throws(SigningError) {
    let digest = SHA256.digest(of: content)
    let certificate = identity.certificate
    let attributes = DER.sorted([
      Self.attribute(DER.contentTypeAttribute, DER.data),
      Self.attribute(DER.messageDigestAttribute, DER.octetString(digest.bytes)),
      Self.attribute(DER.signingTimeAttribute, DER.time(instant)),
      Self.attribute(DER.signingCertificateV2, Self.signingCertificate(certificate)),
    ])
    let parts = SignedDataParts(
      certificates: [certificate.der], issuer: certificate.issuer.der,
      serialNumber: certificate.serialNumber, attributes: attributes,
      signature: try identity.key.signature(over: DER.set(of: attributes)))
    try self.init(der: parts.encoded, subject: "signature")
  }

  /// Reads a signature, and refuses everything that is not in the one form.
  ///
  /// - Parameters:
  ///   - der: The bytes of the file.
  ///   - subject: What it is called in an error.
  /// - Throws: ``SigningError`` with `E_LIMIT`, `E_DER` or an `E_CMS_…` code.
  package init(der: [UInt8], subject: String) throws(SigningError) {
    guard der.count <= Self.byteLimit else { throw SigningError(.limit, subject) }
    do throws(SigningError) {
      let parts = try SignedDataParts(der: der)
      var certificates: [Certificate] = []
      for bytes in parts.certificates { certificates.append(try Certificate(der: bytes)) }
      let signers = certificates.filter {
        $0.issuer.der == parts.issuer && $0.serialNumber == parts.serialNumber
      }
      guard signers.count == 1 else {
        throw SigningError(.signers, "", "\(signers.count) certificates of the signer")
      }
      guard PublicKeyInfo.isP256(signers[0].publicKeyInfo) else {
        throw SigningError(.algorithm, "", "only P-256 keys sign batches")
      }
      try ECDSASignature.check(parts.signature[...])
      let attributes = try SignedAttributes(parts.attributes)
      try parts.checkForm(of: der)
      guard
        attributes.signingCertificate == Self.signingCertificate(signers[0])
          || attributes.signingCertificate == Self.signingCertificate(signers[0], isShort: true)
      else { throw SigningError(.attributes, "", "the signing certificate is another one") }
      certificate = signers[0]
      helpers = certificates.filter { $0.fingerprint != signers[0].fingerprint }
      messageDigest = attributes.messageDigest
      signingTime = attributes.signingTime
      self.der = der
    } catch {
      throw SigningError(error.code, subject, error.detail)
    }
  }

  /// Makes sure that this signature stands over `content`.
  ///
  /// The certificate is not judged here.
  ///
  /// - Throws: ``SigningError`` with `E_SIG_DIGEST` or `E_SIG`.
  package func check(over content: [UInt8], subject: String) throws(SigningError) {
    guard SHA256.digest(of: content) == messageDigest else {
      throw SigningError(.signatureDigest, subject)
    }
    guard try CMSHandle(der: der, subject: subject).signatureFits(content) else {
      throw SigningError(.signature, subject)
    }
  }

  private static func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
    DER.sequence(type, DER.set(of: [value]))
  }

  /// The value of signing-certificate-v2 for one certificate; SHA-256 is its default.
  private static func signingCertificate(
    _ certificate: Certificate, isShort: Bool = false
  ) -> [UInt8] {
    let hash = DER.octetString(certificate.fingerprint.bytes)
    let name = DER.sequence(DER.explicit(4, certificate.issuer.der))
    let issuerSerial = isShort ? [] : DER.sequence(name, certificate.serialNumber)
    return DER.sequence(DER.sequence(DER.sequence(hash, issuerSerial)))
  }
}
