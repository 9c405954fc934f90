/// The parts of a CMS SignedData that may differ between two signatures of the format.
///
/// ``encoded`` builds the one object with these parts (RFC 5652, section 5). Whoever reads takes an
/// object apart, builds it again and compares, so that nothing can hide which was not looked at.
struct SignedDataParts {
  var certificates: [[UInt8]]
  var issuer: [UInt8]
  var serialNumber: [UInt8]
  var attributes: [[UInt8]]
  var signature: [UInt8]
  /// SHA-256 may be named with or without a null (RFC 5754, section 2), in two places.
  private var digestAlgorithms = DER.sequence(DER.sha256)
  private var signerDigestAlgorithm = DER.sequence(DER.sha256)

  init(
    certificates: [[UInt8]], issuer: [UInt8], serialNumber: [UInt8], attributes: [[UInt8]],
    signature: [UInt8]
  ) {
    self.certificates = certificates
    self.issuer = issuer
    self.serialNumber = serialNumber
    self.attributes = attributes
    self.signature = signature
  }

  /// The complete object: ContentInfo with SignedData.
  var encoded: [UInt8] {
    let signer = DER.sequence(
      DER.integer(1), DER.sequence(issuer, serialNumber), signerDigestAlgorithm,
      DER.element(DER.Tag.context(0), DER.sorted(attributes).joined()),
      DER.sequence(DER.ecdsaWithSHA256), DER.octetString(signature))
    let signedData = DER.sequence(
      DER.integer(1), DER.set(of: [digestAlgorithms]), DER.sequence(DER.data),
      DER.element(DER.Tag.context(0), DER.sorted(certificates).joined()),
      DER.set(of: [signer]))
    return DER.sequence(DER.signedData, DER.explicit(0, signedData))
  }

  /// Takes an object apart; ``checkForm(of:)`` must follow.
  init(der: [UInt8]) throws(SigningError) {
    try DER.checkWellFormed(der[...])
    var outer = try DER.only(der, DER.Tag.sequence).reader
    guard try outer.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.signedData) else {
      throw SigningError(.der, "", "not signed data")
    }
    var wrapper = try outer.read(DER.Tag.context(0)).reader
    try outer.expectEnd()
    var fields = try wrapper.read(DER.Tag.sequence).reader
    try wrapper.expectEnd()

    // The version follows from the parts; it is compared with all the rest at the end.
    _ = try fields.read(DER.Tag.integer)
    digestAlgorithms = try Self.digestAlgorithm(in: fields.read(DER.Tag.set))
    try Self.checkNoContent(fields.read(DER.Tag.sequence))
    guard let certificateSet = try fields.readIfPresent(DER.Tag.context(0)) else {
      throw SigningError(.signers, "", "no certificate")
    }
    certificates = try Self.elements(of: certificateSet, tag: DER.Tag.sequence)
    guard (1...4).contains(certificates.count) else {
      throw SigningError(.signers, "", "\(certificates.count) certificates")
    }
    guard fields.nextTag != DER.Tag.context(1) else { throw SigningError(.embeddedRevocationList) }
    let signers = try Self.elements(of: fields.read(DER.Tag.set), tag: DER.Tag.sequence)
    try fields.expectEnd()
    guard signers.count == 1 else {
      throw SigningError(.signers, "", "\(signers.count) signatures")
    }

    var signer = try DER.only(signers[0], DER.Tag.sequence).reader
    guard try signer.read(DER.Tag.integer).whole.elementsEqual(DER.integer(1)) else {
      throw SigningError(.signers, "", "the signer is not named by issuer and serial number")
    }
    var name = try signer.read(DER.Tag.sequence).reader
    issuer = Array(try name.read(DER.Tag.sequence).whole)
    serialNumber = Array(try name.read(DER.Tag.integer).whole)
    signerDigestAlgorithm = Array(try signer.read(DER.Tag.sequence).whole)
    guard Self.isSHA256(signerDigestAlgorithm) else {
      throw SigningError(.algorithm, "", "the digest is not SHA-256")
    }
    guard let attributeSet = try signer.readIfPresent(DER.Tag.context(0)) else {
      throw SigningError(.attributes, "", "no signed attributes")
    }
    attributes = try Self.elements(of: attributeSet, tag: DER.Tag.sequence)
    guard
      try signer.read(DER.Tag.sequence).whole.elementsEqual(DER.sequence(DER.ecdsaWithSHA256))
    else { throw SigningError(.algorithm, "", "the signature is not ECDSA with SHA-256") }
    signature = Array(try signer.read(DER.Tag.octetString).content)
    guard signer.isAtEnd else { throw SigningError(.attributes, "", "unsigned attributes") }
  }

  /// Makes sure that an object is the one encoding of these parts.
  func checkForm(of der: [UInt8]) throws(SigningError) {
    guard encoded == der else { throw SigningError(.der, "", "not in the one form and order") }
  }

  private static func isSHA256(_ algorithm: [UInt8]) -> Bool {
    algorithm == DER.sequence(DER.sha256) || algorithm == DER.sequence(DER.sha256, DER.null)
  }

  private static func digestAlgorithm(in set: DERElement) throws(SigningError) -> [UInt8] {
    let algorithms = try elements(of: set, tag: DER.Tag.sequence)
    guard algorithms.count == 1, isSHA256(algorithms[0]) else {
      throw SigningError(.algorithm, "", "the digest is not SHA-256")
    }
    return algorithms[0]
  }

  private static func checkNoContent(_ element: DERElement) throws(SigningError) {
    var fields = element.reader
    guard try fields.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.data) else {
      throw SigningError(.attributes, "", "the content type is not plain data")
    }
    guard fields.isAtEnd else { throw SigningError(.embeddedContent) }
  }

  private static func elements(of set: DERElement, tag: UInt8) throws(SigningError) -> [[UInt8]] {
    var reader = set.reader
    var elements: [[UInt8]] = []
    while !reader.isAtEnd { elements.append(Array(try reader.read(tag).whole)) }
    return elements
  }
}
