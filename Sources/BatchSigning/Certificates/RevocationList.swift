/// A list of certificates that count no more (RFC 5280, section 5).
public struct RevocationList: Sendable {
  /// The list in DER.
  public let der: [UInt8]
  /// Its number; later lists have greater ones.
  public let number: Int
  /// When it was made.
  public let thisUpdate: UTCInstant
  /// By when the next one is due.
  public let nextUpdate: UTCInstant

  /// A list from its DER, which must be strict.
  ///
  /// - Parameters:
  ///   - der: The bytes.
  ///   - subject: What it is called in an error.
  /// - Throws: ``SigningError`` with `E_DER`.
  public init(der: [UInt8], subject: String = "crl.pem") throws(SigningError) {
    do throws(SigningError) {
      try DER.checkWellFormed(der[...])
      var outer = try DER.only(der, DER.Tag.sequence).reader
      var fields = try outer.read(DER.Tag.sequence).reader
      guard try fields.read(DER.Tag.integer).content.elementsEqual([1]) else {
        throw SigningError(.der, subject, "only version 2 is used")
      }
      _ = try fields.read(DER.Tag.sequence)
      _ = try fields.read(DER.Tag.sequence)
      thisUpdate = try DER.instant(fields.readAny())
      nextUpdate = try DER.instant(fields.readAny())
      _ = try fields.readIfPresent(DER.Tag.sequence)
      var extensions = try fields.read(DER.Tag.context(0)).reader
      number = try Self.number(in: extensions.read(DER.Tag.sequence))
      self.der = der
    } catch {
      throw SigningError(.der, subject, error.detail)
    }
  }

  private static func number(in extensions: DERElement) throws(SigningError) -> Int {
    var list = extensions.reader
    while !list.isAtEnd {
      var fields = try list.read(DER.Tag.sequence).reader
      guard try fields.read(DER.Tag.objectIdentifier).whole.elementsEqual(DER.crlNumber) else {
        continue
      }
      _ = try fields.readIfPresent(DER.Tag.boolean)
      let value = Array(try fields.read(DER.Tag.octetString).content)
      let digits = try DER.only(value, DER.Tag.integer).content
      guard digits.count <= 7, digits.first.map({ $0 < 0x80 }) ?? false else { break }
      return digits.reduce(0) { $0 << 8 | Int($1) }
    }
    throw SigningError(.der, "", "no usable list number")
  }

  /// The list as PEM text.
  public var pem: [UInt8] { PEM.encode(der, label: "X509 CRL") }

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - authority: Who signs it.
  ///   - revoked: Certificates that count no more, with the moment from which.
  ///   - number: Its number, 1 or more.
  ///   - thisUpdate: When it is made.
  ///   - nextUpdate: By when the next one is due.
  /// - Returns: The list.
  /// - Throws: ``SigningError`` with `library`.
  public static func make(
    by authority: SigningIdentity, revoked: [(certificate: Certificate, since: UTCInstant)] = [],
    number: Int, thisUpdate: UTCInstant, nextUpdate: UTCInstant
  ) throws(SigningError) -> RevocationList {
    let algorithm = DER.sequence(DER.ecdsaWithSHA256)
    let entries = revoked.map { DER.sequence($0.certificate.serialNumber, DER.time($0.since)) }
    let extensions = DER.sequence(
      CertificateProfile.authorityKeyIdentifier(authority.key.publicKeyInfo),
      CertificateProfile.entry(DER.crlNumber, DER.integer(UInt64(max(1, number)))))
    let signedPart = DER.sequence(
      DER.integer(1), algorithm, authority.certificate.subject.der, DER.time(thisUpdate),
      DER.time(nextUpdate), entries.isEmpty ? [] : DER.sequence(of: entries),
      DER.explicit(0, extensions))
    let signature = try authority.key.signature(over: signedPart)
    return try RevocationList(
      der: DER.sequence(signedPart, algorithm, DER.bitString(signature)))
  }
}
