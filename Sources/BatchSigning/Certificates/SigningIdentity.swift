/// Who signs: a certificate and what makes signatures for its key.
public struct SigningIdentity: Sendable {
  /// The certificate that goes into every signature.
  public let certificate: Certificate
  /// What makes the signatures.
  public let key: any SignatureSource

  /// A certificate with its key.
  ///
  /// - Parameters:
  ///   - certificate: The certificate.
  ///   - key: The source of signatures.
  /// - Throws: ``SigningError`` with `invalid-key` if the two do not belong together.
  public init(certificate: Certificate, key: any SignatureSource) throws(SigningError) {
    guard certificate.publicKeyInfo == key.publicKeyInfo else {
      throw SigningError(
        .invalidKey, certificate.subject.description, "the key is not this certificate's")
    }
    self.certificate = certificate
    self.key = key
  }

  /// A certificate and its key from PEM files.
  ///
  /// - Parameters:
  ///   - certificatePath: The certificate's file.
  ///   - keyPath: The key's file.
  ///   - passphrase: What opens an encrypted key.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `invalid-certificate`,
  ///   `invalid-key` or `wrong-passphrase`.
  public init(
    certificateAt certificatePath: String, keyAt keyPath: String, passphrase: [UInt8]? = nil
  ) throws(SigningError) {
    try self.init(
      certificate: Certificate(fileAt: certificatePath),
      key: PrivateKey(fileAt: keyPath, passphrase: passphrase))
  }
}
