/// The attributes that a signature covers.
struct SignedAttributes {
  let messageDigest: SHA256Digest
  let signingCertificate: [UInt8]
  let signingTime: UTCInstant?

  /// Reads the attributes; each of them at most once, none unknown.
  init(_ attributes: [[UInt8]]) throws(SigningError) {
    var values: [[UInt8]: [UInt8]] = [:]
    for attribute in attributes {
      var fields = try DER.only(attribute, DER.Tag.sequence).reader
      let type = Array(try fields.read(DER.Tag.objectIdentifier).whole)
      var set = try fields.read(DER.Tag.set).reader
      try fields.expectEnd()
      let value = Array(try set.readAny().whole)
      guard set.isAtEnd else { throw SigningError(.attributes, "", "an attribute with two values") }
      guard values.updateValue(value, forKey: type) == nil else {
        throw SigningError(.attributes, "", "an attribute stands twice")
      }
    }
    let known = [
      DER.contentTypeAttribute, DER.messageDigestAttribute, DER.signingTimeAttribute,
      DER.signingCertificateV2,
    ]
    guard values.keys.allSatisfy(known.contains) else {
      throw SigningError(.attributes, "", "an attribute that is not allowed")
    }
    guard values[DER.contentTypeAttribute] == DER.data else {
      throw SigningError(.attributes, "", "the content type is not plain data")
    }
    guard let digest = values[DER.messageDigestAttribute],
      let messageDigest = SHA256Digest(
        bytes: try DER.only(digest, DER.Tag.octetString).content)
    else { throw SigningError(.attributes, "", "no digest of 32 bytes") }
    guard let signingCertificate = values[DER.signingCertificateV2] else {
      throw SigningError(.attributes, "", "the signing certificate is not named")
    }
    self.messageDigest = messageDigest
    self.signingCertificate = signingCertificate
    guard let time = values[DER.signingTimeAttribute] else {
      signingTime = nil
      return
    }
    var reader = DERReader(time)
    signingTime = try DER.instant(reader.readAny())
  }
}
