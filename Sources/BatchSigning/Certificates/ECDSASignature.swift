/// The form of an ECDSA signature (RFC 3279, section 2.2.3).
enum ECDSASignature {
  /// Throws `E_DER` unless this is a sequence of two positive integers of at most 32 bytes, each
  /// in its one form.
  static func check(_ bytes: ArraySlice<UInt8>) throws(SigningError) {
    var reader = DERReader(bytes)
    var pair = try reader.read(DER.Tag.sequence).reader
    try reader.expectEnd()
    for _ in 0..<2 {
      let content = try pair.read(DER.Tag.integer).content
      let magnitude = Array(content.drop { $0 == 0 })
      guard (1...32).contains(magnitude.count), DER.integer(magnitude).dropFirst(2) == content
      else { throw SigningError(.der, "", "a signature value out of range") }
    }
    try pair.expectEnd()
  }
}
