/// Finds out what a build of the library lets through, by trying it.
///
/// Its number does not tell: distributions mend old versions and keep their numbers.
enum LibraryProbe {
  /// Whether the library opens sealed data whose tag was cut to one byte, which anybody can forge
  /// in 256 tries. Nothing here rests on the answer: such data is refused before the library sees
  /// it.
  static func acceptsShortTags() throws(SigningError) -> Bool {
    let key = try PrivateKey.generate()
    let now = UTCInstant.now
    let certificate = try Certificate.selfSigned(
      subject: DistinguishedName(organisation: "Probe", commonName: "Probe"), key: key,
      profile: .sealing,
      validity: CertificateValidity(from: now, to: now.advanced(byDays: 1)))
    let sealed = try SegmentCipher.seal([1, 2, 3], to: certificate)
    let segment = try SealedSegment(der: sealed, recipient: certificate)
    let cut = segment.encoded(tag: Array(segment.tag.prefix(1)))
    let opened = try? SegmentCipher.open(
      cut, key: key, certificate: certificate, subject: "probe")
    return opened != nil
  }
}

extension OpenSSLVersion {
  /// What to install, where this build of the library is known to be bad; nil for a good one.
  ///
  /// - Complexity: A key, a signature and two small encryptions.
  public static var warning: Message? {
    guard (try? LibraryProbe.acceptsShortTags()) == true else { return nil }
    return """
      \(current) takes sealed data with a tag of one byte (this tool refuses such data itself); \
      install libssl3 3.0.22 or later, or the security update of your distribution
      """
  }
}
