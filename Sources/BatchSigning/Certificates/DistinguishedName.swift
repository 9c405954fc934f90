/// Who a certificate speaks of: organisation, unit, common name.
public struct DistinguishedName: Hashable, Sendable, CustomStringConvertible {
  /// The name in DER, as it stands in certificates.
  package let der: [UInt8]
  /// O: the institution.
  public let organisation: String
  /// OU: the unit, or the mark of a development certificate.
  public let organisationalUnit: String
  /// CN: for an office its three-letter code.
  public let commonName: String

  /// A name to be written into certificates.
  ///
  /// - Parameters:
  ///   - organisation: The institution; at most 64 bytes.
  ///   - organisationalUnit: The unit; empty for none.
  ///   - commonName: The office's code, or what an authority is called.
  public init(organisation: String, organisationalUnit: String = "", commonName: String) {
    self.organisation = organisation
    self.organisationalUnit = organisationalUnit
    self.commonName = commonName
    let parts = [
      (DER.organisation, organisation), (DER.organisationalUnit, organisationalUnit),
      (DER.commonName, commonName),
    ]
    der = DER.sequence(
      of: parts.filter { !$0.1.isEmpty }.map { type, text in
        DER.set(of: [DER.sequence(type, DER.utf8String(text))])
      })
  }

  /// A name as it stands in a certificate.
  init(_ element: DERElement) throws(SigningError) {
    der = Array(element.whole)
    var (organisation, unit, name) = ("", "", "")
    var parts = element.reader
    while !parts.isAtEnd {
      var set = try parts.read(DER.Tag.set).reader
      while !set.isAtEnd {
        var pair = try set.read(DER.Tag.sequence).reader
        let type = try pair.read(DER.Tag.objectIdentifier).whole
        let value = try pair.readAny()
        try pair.expectEnd()
        let text = String(decoding: value.content, as: UTF8.self)
        if type.elementsEqual(DER.organisation) { organisation = text }
        if type.elementsEqual(DER.organisationalUnit) { unit = text }
        if type.elementsEqual(DER.commonName) { name = text }
      }
    }
    (self.organisation, organisationalUnit, commonName) = (organisation, unit, name)
  }

  /// The mark of certificates that are made for trying things out.
  public static let developmentMark = "DEVELOPMENT - not for exchange"

  /// The form `CN=…, OU=…, O=…`.
  public var description: String {
    [("CN", commonName), ("OU", organisationalUnit), ("O", organisation)]
      .filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
  }
}
