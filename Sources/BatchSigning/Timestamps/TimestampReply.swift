/// The answer of a time-stamp authority (RFC 3161): a signed word that a digest existed at a time.
struct TimestampReply {
  /// When, by the authority's clock, in whole seconds.
  let instant: UTCInstant
  /// The digest that was stamped.
  let imprint: SHA256Digest
  /// The reply in DER.
  let der: [UInt8]

  /// The greatest length that is read.
  static let byteLimit = 65_536

  /// Reads a reply, whose signature is not checked here.
  ///
  /// - Throws: ``SigningError`` with `E_LIMIT`, `E_DER`, or `E_CMS_ALG` for another digest than
  ///   SHA-256.
  init(der: [UInt8], subject: String) throws(SigningError) {
    guard der.count <= Self.byteLimit else { throw SigningError(.limit, subject) }
    do throws(SigningError) {
      try DER.checkWellFormed(der[...])
      var reply = try DER.only(der, DER.Tag.sequence).reader
      var status = try reply.read(DER.Tag.sequence).reader
      // 0 is granted, 1 granted with changes.
      guard let granted = try status.read(DER.Tag.integer).content.last, granted <= 1 else {
        throw SigningError(.der, "", "the authority has refused")
      }
      let info = try Self.info(in: reply.read(DER.Tag.sequence))
      try reply.expectEnd()
      (imprint, instant) = try Self.read(info)
      self.der = der
    } catch {
      throw SigningError(error.code, subject, error.detail)
    }
  }

  /// The TSTInfo inside the signed data (RFC 3161, section 2.4.2).
  private static func info(in token: DERElement) throws(SigningError) -> DERElement {
    var outer = token.reader
    guard try outer.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.signedData) else {
      throw SigningError(.der, "", "not signed data")
    }
    var wrapper = try outer.read(DER.Tag.context(0)).reader
    var fields = try wrapper.read(DER.Tag.sequence).reader
    _ = try fields.read(DER.Tag.integer)
    _ = try fields.read(DER.Tag.set)
    var content = try fields.read(DER.Tag.sequence).reader
    guard try content.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.timestampInfo) else {
      throw SigningError(.der, "", "no time-stamp inside")
    }
    var explicit = try content.read(DER.Tag.context(0)).reader
    let bytes = Array(try explicit.read(DER.Tag.octetString).content)
    try DER.checkWellFormed(bytes[...])
    return try DER.only(bytes, DER.Tag.sequence)
  }

  private static func read(
    _ info: DERElement
  ) throws(SigningError) -> (imprint: SHA256Digest, instant: UTCInstant) {
    var fields = info.reader
    _ = try fields.read(DER.Tag.integer)
    _ = try fields.read(DER.Tag.objectIdentifier)
    var imprint = try fields.read(DER.Tag.sequence).reader
    var algorithm = try imprint.read(DER.Tag.sequence).reader
    guard try algorithm.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.sha256),
      let digest = SHA256Digest(bytes: try imprint.read(DER.Tag.octetString).content)
    else { throw SigningError(.algorithm, "", "the digest is not SHA-256") }
    _ = try fields.read(DER.Tag.integer)
    let time = try fields.read(DER.Tag.generalizedTime)
    // Fractions of a second are allowed here, and cut off.
    let whole = time.content.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "Z") }
    let element = DER.element(DER.Tag.generalizedTime, whole + [UInt8(ascii: "Z")])
    return (digest, try DER.instant(DER.only(element, DER.Tag.generalizedTime)))
  }
}
