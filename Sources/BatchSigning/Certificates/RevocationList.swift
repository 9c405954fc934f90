/// A list of all certificates of an authority that count no more (RFC 5280, section 5).
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
  /// - Throws: ``SigningError`` with `E_DER`, or `E_CRL_STALE` for a list that is not the whole one:
  ///   changes since another, or one that means more than is understood here.
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
      if let entries = try fields.readIfPresent(DER.Tag.sequence) { try Self.check(entries) }
      var extensions = try fields.read(DER.Tag.context(0)).reader
      number = try Self.number(in: extensions.read(DER.Tag.sequence))
      self.der = der
    } catch {
      throw SigningError(error.code, subject, error.detail)
    }
  }

  /// Makes sure that every entry says of one certificate that it counts no more.
  private static func check(_ entries: DERElement) throws(SigningError) {
    var list = entries.reader
    while !list.isAtEnd {
      var fields = try list.read(DER.Tag.sequence).reader
      _ = try fields.read(DER.Tag.integer)
      _ = try fields.readAny()
      guard let extensions = try fields.readIfPresent(DER.Tag.sequence) else { continue }
      for (name, value) in try Self.extensions(extensions, understood: [DER.crlReason])
      where name.elementsEqual(DER.crlReason) && value.elementsEqual(removal) {
        throw incomplete
      }
    }
  }

  /// The reason of an entry that takes back one of another list.
  private static let removal: [UInt8] = [DER.Tag.enumerated, 1, 8]

  private static let incomplete = SigningError(
    .staleRevocationList, "", "a list of changes, not the whole one")

  private static func number(in element: DERElement) throws(SigningError) -> Int {
    // Whether its scope holds a certificate is judged with that certificate.
    let extensions = try extensions(
      element,
      understood: [
        DER.crlNumber, DER.authorityKeyIdentifier, DER.deltaCRLIndicator,
        DER.issuingDistributionPoint,
      ])
    if extensions.contains(where: { $0.name.elementsEqual(DER.deltaCRLIndicator) }) {
      throw incomplete
    }
    if let value = extensions.first(where: { $0.name.elementsEqual(DER.crlNumber) })?.value {
      let digits = try DER.only(Array(value), DER.Tag.integer).content
      if digits.count <= 7, digits.first.map({ $0 < 0x80 }) ?? false {
        return digits.reduce(0) { $0 << 8 | Int($1) }
      }
    }
    throw SigningError(.der, "", "no usable list number")
  }

  /// Extensions with their values, of which none may be critical that is not understood.
  private static func extensions(
    _ element: DERElement, understood: [[UInt8]]
  ) throws(SigningError) -> [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] {
    var list = element.reader
    var extensions: [(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
    while !list.isAtEnd {
      var fields = try list.read(DER.Tag.sequence).reader
      let name = try fields.read(DER.Tag.objectIdentifier).whole
      let isCritical = try fields.readIfPresent(DER.Tag.boolean)?.content.first == 0xff
      guard !isCritical || understood.contains(where: name.elementsEqual) else {
        throw SigningError(
          .staleRevocationList, "", "a critical extension that is not understood")
      }
      extensions.append((name, try fields.read(DER.Tag.octetString).content))
    }
    return extensions
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
