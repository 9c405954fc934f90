/// The parts of an encrypted segment that may differ between two of the format: a CMS
/// AuthEnvelopedData (RFC 5083, RFC 5084) for one recipient, AES-256-GCM with a nonce of 12 and a tag of 16 bytes, the
/// key wrapped under a P-256 agreement with SHA-256 derivation.
///
/// As with signatures an object is taken apart, built again and compared before the library sees
/// it: builds of OpenSSL are about that take a short tag, or another cipher without any.
package struct SealedSegment {
  private let ephemeralKey: [UInt8]
  private let ephemeralAlgorithm: [UInt8]
  private let issuer: [UInt8]
  private let serialNumber: [UInt8]
  private let wrappedKey: [UInt8]
  private let nonce: [UInt8]
  private let ciphertext: [UInt8]
  package let tag: [UInt8]

  /// Reads a segment, and refuses everything that is not in the one form, or for another
  /// certificate.
  ///
  /// - Parameters:
  ///   - der: The segment.
  ///   - recipient: The certificate whose key shall open it.
  /// - Throws: ``SigningError`` with `E_DER`, `E_CMS_ALG` or `E_RECIPIENT`.
  package init(der: [UInt8], recipient: Certificate) throws(SigningError) {
    var outer = try DER.only(der, DER.Tag.sequence).reader
    guard try outer.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.authEnvelopedData)
    else { throw SigningError(.der, "", "not authenticated enveloped data") }
    var wrapper = try outer.read(DER.Tag.context(0)).reader
    try outer.expectEnd()
    var fields = try wrapper.read(DER.Tag.sequence).reader
    try wrapper.expectEnd()
    _ = try fields.read(DER.Tag.integer)
    var recipients = try fields.read(DER.Tag.set).reader
    var agreement = try recipients.read(DER.Tag.context(1)).reader
    try recipients.expectEnd()

    _ = try agreement.read(DER.Tag.integer)
    var originator = try agreement.read(DER.Tag.context(0)).reader
    var ephemeral = try originator.read(DER.Tag.context(1)).reader
    ephemeralAlgorithm = Array(try ephemeral.read(DER.Tag.sequence).whole)
    ephemeralKey = Array(try ephemeral.read(DER.Tag.bitString).content)
    _ = try agreement.read(DER.Tag.sequence)
    var keys = try agreement.read(DER.Tag.sequence).reader
    var key = try keys.read(DER.Tag.sequence).reader
    var name = try key.read(DER.Tag.sequence).reader
    issuer = Array(try name.read(DER.Tag.sequence).whole)
    serialNumber = Array(try name.read(DER.Tag.integer).whole)
    wrappedKey = Array(try key.read(DER.Tag.octetString).content)

    var content = try fields.read(DER.Tag.sequence).reader
    _ = try content.read(DER.Tag.objectIdentifier)
    var algorithm = try content.read(DER.Tag.sequence).reader
    guard try algorithm.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.aes256GCM) else {
      throw SigningError(.algorithm, "", "the cipher is not AES-256-GCM")
    }
    var parameters = try algorithm.read(DER.Tag.sequence).reader
    nonce = Array(try parameters.read(DER.Tag.octetString).content)
    ciphertext = Array(try content.read(DER.Tag.context(0, constructed: false)).content)
    tag = Array(try fields.read(DER.Tag.octetString).content)
    guard nonce.count == 12, tag.count == 16, wrappedKey.count == 40, ephemeralKey.count == 66,
      [DER.sequence(DER.ecPublicKey), DER.sequence(DER.ecPublicKey, DER.p256)]
        .contains(ephemeralAlgorithm)
    else { throw SigningError(.algorithm, "", "a nonce, tag or key of another length") }
    guard issuer == recipient.issuer.der, serialNumber == recipient.serialNumber else {
      throw SigningError(.recipient, "", "sealed for another certificate")
    }
    guard encoded(tag: tag) == der else { throw SigningError(.der, "", "not in the one form") }
  }

  /// The object with these parts and a tag of any length.
  package func encoded(tag: [UInt8]) -> [UInt8] {
    let originator = DER.element(
      DER.Tag.context(1), ephemeralAlgorithm + DER.element(DER.Tag.bitString, ephemeralKey))
    let key = DER.sequence(DER.sequence(issuer, serialNumber), DER.octetString(wrappedKey))
    let agreement = [
      DER.integer(3), DER.explicit(0, originator),
      DER.sequence(DER.ecdhWithSHA256Derivation, DER.sequence(DER.aes256Wrap)),
      DER.sequence(key),
    ]
    let parameters = DER.sequence(DER.octetString(nonce), DER.integer(16))
    let content = DER.sequence(
      DER.data, DER.sequence(DER.aes256GCM, parameters),
      DER.element(DER.Tag.context(0, constructed: false), ciphertext))
    let enveloped = DER.sequence(
      DER.integer(0), DER.set(of: [DER.element(DER.Tag.context(1), parts: agreement)]), content,
      DER.octetString(tag))
    return DER.sequence(DER.authEnvelopedData, DER.explicit(0, enveloped))
  }
}
