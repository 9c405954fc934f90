/// The object identifiers of the format, as complete DER elements.
extension DER {
  // RFC 5652: content types and signed attributes; RFC 5035: the signing certificate.
  static let data = objectIdentifier(1, 2, 840, 113_549, 1, 7, 1)
  static let signedData = objectIdentifier(1, 2, 840, 113_549, 1, 7, 2)
  static let contentTypeAttribute = objectIdentifier(1, 2, 840, 113_549, 1, 9, 3)
  static let messageDigestAttribute = objectIdentifier(1, 2, 840, 113_549, 1, 9, 4)
  static let signingTimeAttribute = objectIdentifier(1, 2, 840, 113_549, 1, 9, 5)
  static let signingCertificateV2 = objectIdentifier(1, 2, 840, 113_549, 1, 9, 16, 2, 47)

  // RFC 5480, RFC 5758: the one signature algorithm and its key.
  static let sha256 = objectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 1)
  static let ecdsaWithSHA256 = objectIdentifier(1, 2, 840, 10_045, 4, 3, 2)
  /// Of an authority's RSA key, over an office's certificate.
  static let rsaWithSHA256 = objectIdentifier(1, 2, 840, 113_549, 1, 1, 11)
  static let ecPublicKey = objectIdentifier(1, 2, 840, 10_045, 2, 1)
  static let p256 = objectIdentifier(1, 2, 840, 10_045, 3, 1, 7)

  // RFC 5280: names and extensions.
  static let commonName = objectIdentifier(2, 5, 4, 3)
  static let organisation = objectIdentifier(2, 5, 4, 10)
  static let organisationalUnit = objectIdentifier(2, 5, 4, 11)
  static let subjectKeyIdentifier = objectIdentifier(2, 5, 29, 14)
  static let keyUsage = objectIdentifier(2, 5, 29, 15)
  static let basicConstraints = objectIdentifier(2, 5, 29, 19)
  static let crlNumber = objectIdentifier(2, 5, 29, 20)
  static let crlReason = objectIdentifier(2, 5, 29, 21)
  static let deltaCRLIndicator = objectIdentifier(2, 5, 29, 27)
  static let issuingDistributionPoint = objectIdentifier(2, 5, 29, 28)
  static let authorityKeyIdentifier = objectIdentifier(2, 5, 29, 35)
  static let extendedKeyUsage = objectIdentifier(2, 5, 29, 37)
  static let emailProtection = objectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, 4)
}

/// The object identifiers of sealed transport (RFC 5083, RFC 5084, RFC 5753).
extension DER {
  static let authEnvelopedData = objectIdentifier(1, 2, 840, 113_549, 1, 9, 16, 1, 23)
  static let ecdhWithSHA256Derivation = objectIdentifier(1, 3, 132, 1, 11, 1)
  static let aes256Wrap = objectIdentifier(2, 16, 840, 1, 101, 3, 4, 1, 45)
  static let aes256GCM = objectIdentifier(2, 16, 840, 1, 101, 3, 4, 1, 46)
}

/// The object identifier of time-stamps (RFC 3161).
extension DER {
  static let timestampInfo = objectIdentifier(1, 2, 840, 113_549, 1, 9, 16, 1, 4)
}
