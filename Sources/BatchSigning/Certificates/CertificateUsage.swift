/// What the extensions of a certificate say about the use of its key.
struct CertificateUsage: Sendable {
  /// Bits of keyUsage as X.509 numbers them, the first as the highest bit; nil without it.
  private(set) var keyUsage: UInt16?
  private(set) var keyUsageIsCritical = false
  private(set) var isAuthority = false
  /// Extended usages as DER elements; nil without the extension.
  private(set) var extendedUsages: [[UInt8]]?

  static let digitalSignature: UInt16 = 0x8000
  static let contentCommitment: UInt16 = 0x4000
  static let keyAgreement: UInt16 = 0x0800

  init(_ extensions: DERElement?) throws(SigningError) {
    guard let extensions else { return }
    var outer = extensions.reader
    var list = try outer.read(DER.Tag.sequence).reader
    try outer.expectEnd()
    var seen: Set<[UInt8]> = []
    while !list.isAtEnd {
      var fields = try list.read(DER.Tag.sequence).reader
      let type = Array(try fields.read(DER.Tag.objectIdentifier).whole)
      let isCritical = try fields.readIfPresent(DER.Tag.boolean)?.content.first == 0xff
      let value = Array(try fields.read(DER.Tag.octetString).content)
      try fields.expectEnd()
      guard seen.insert(type).inserted else {
        throw SigningError(.der, "", "an extension stands twice")
      }
      switch type {
      case DER.keyUsage:
        let bits = try DER.only(value, DER.Tag.bitString).content.dropFirst()
        keyUsage = bits.prefix(2).enumerated().reduce(UInt16(0)) {
          $0 | UInt16($1.element) << UInt16(8 - 8 * $1.offset)
        }
        keyUsageIsCritical = isCritical
      case DER.basicConstraints:
        var constraints = try DER.only(value, DER.Tag.sequence).reader
        isAuthority = try constraints.readIfPresent(DER.Tag.boolean)?.content.first == 0xff
      case DER.extendedKeyUsage:
        var usages = try DER.only(value, DER.Tag.sequence).reader
        var found: [[UInt8]] = []
        while !usages.isAtEnd { found.append(Array(try usages.readAny().whole)) }
        extendedUsages = found
      default: break
      }
    }
  }

  /// Whether the key may sign batches and do nothing else: critical key usage with digital
  /// signature and at most content commitment beside it, extended usage for e-mail protection
  /// alone, and no authority.
  var allowsSigning: Bool {
    guard let keyUsage else { return false }
    return keyUsageIsCritical && keyUsage & ~Self.contentCommitment == Self.digitalSignature
      && !isAuthority && extendedUsages == [DER.emailProtection]
  }

  /// Whether the key may open sealed batches and do nothing else.
  var allowsSealing: Bool { keyUsageIsCritical && keyUsage == Self.keyAgreement && !isAuthority }
}
