internal import Files

/// Makes signatures for one public key; the private part may lie in a file or in a device.
public protocol SignatureSource: Sendable {
  /// The public key as SubjectPublicKeyInfo in DER (RFC 5480): a point of P-256.
  var publicKeyInfo: [UInt8] { get }

  /// The ECDSA signature over the SHA-256 digest of a message, in DER.
  ///
  /// - Throws: ``SigningError`` with `library` or a code of the device.
  func signature(over message: [UInt8]) throws(SigningError) -> [UInt8]
}

/// A private key on the curve P-256, kept in memory.
public struct PrivateKey: SignatureSource {
  let handle: KeyHandle

  /// The public key as SubjectPublicKeyInfo in DER.
  public let publicKeyInfo: [UInt8]

  private init(_ handle: KeyHandle, subject: String) throws(SigningError) {
    self.handle = handle
    publicKeyInfo = try handle.publicKeyInfo()
    guard PublicKeyInfo.isP256(publicKeyInfo) else {
      throw SigningError(.invalidKey, subject, "only P-256 keys sign batches")
    }
  }

  /// A new key.
  ///
  /// - Throws: ``SigningError`` with `library`.
  public static func generate() throws(SigningError) -> PrivateKey {
    try PrivateKey(KeyHandle.generate(), subject: "key")
  }

  /// A key from PEM, as a rule PKCS#8.
  ///
  /// - Parameters:
  ///   - pem: The text.
  ///   - passphrase: What opens an encrypted key.
  ///   - subject: What the key is called in an error.
  /// - Throws: ``SigningError`` with `invalid-key` or `wrong-passphrase`.
  public init(
    pem: [UInt8], passphrase: [UInt8]? = nil, subject: String = "key"
  ) throws(SigningError) {
    try self.init(
      KeyHandle.privateKey(pem: pem, passphrase: passphrase, subject: subject), subject: subject)
  }

  /// A key from a PEM file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - passphrase: What opens an encrypted key.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `invalid-key` or
  ///   `wrong-passphrase`.
  public init(fileAt path: String, passphrase: [UInt8]? = nil) throws(SigningError) {
    var bytes = try readInput(at: path, limit: 1 << 16)
    defer { OpenSSLLibrary.wipe(&bytes) }
    try self.init(pem: bytes, passphrase: passphrase, subject: path)
  }

  /// The key as PKCS#8 in PEM; with a passphrase encrypted by AES-256 under PBKDF2 with SHA-256
  /// and 600,000 rounds.
  ///
  /// - Throws: ``SigningError`` with `empty-passphrase`, which protects nothing, or `library`.
  public func pem(passphrase: [UInt8]? = nil) throws(SigningError) -> [UInt8] {
    guard passphrase?.isEmpty != true else { throw SigningError(.emptyPassphrase) }
    return try handle.privateKeyPEM(passphrase: passphrase)
  }

  /// Writes the key to a file that only its owner may read.
  ///
  /// - Throws: ``SigningError`` with `empty-passphrase`, `not-writable` or `library`.
  public func write(to path: String, passphrase: [UInt8]? = nil) throws(SigningError) {
    try write(to: path, passphrase: passphrase, isNew: false)
  }

  private func write(
    to path: String, passphrase: [UInt8]?, isNew: Bool
  ) throws(SigningError) {
    var bytes = try pem(passphrase: passphrase)
    defer { OpenSSLLibrary.wipe(&bytes) }
    try writeOutput(bytes, to: path, permissions: 0o600, isNew: isNew)
  }

  /// Writes the key to a file where none stands yet; folders above it are made.
  ///
  /// - Throws: ``SigningError`` with `empty-passphrase`, `not-writable`, also where a file stands
  ///   there, or `library`.
  public func writeNew(to path: String, passphrase: [UInt8]? = nil) throws(SigningError) {
    guard fileKind(at: path) == nil else {
      throw SigningError(.notWritable, path, "a key that stands there is not replaced")
    }
    if let folder = folder(of: path) { try makeOutputFolder(folder, permissions: 0o700) }
    try write(to: path, passphrase: passphrase, isNew: true)
  }

  /// The ECDSA signature over the SHA-256 digest of a message, in DER.
  public func signature(over message: [UInt8]) throws(SigningError) -> [UInt8] {
    try handle.sign(message)
  }
}

/// A public key in the one form that the format allows.
package enum PublicKeyInfo {
  /// Everything before the two coordinates: algorithm, curve, uncompressed point.
  private static let p256Prefix: [UInt8] =
    [0x30, 0x59] + DER.sequence(DER.ecPublicKey, DER.p256) + [0x03, 0x42, 0x00, 0x04]

  static func isP256(_ der: [UInt8]) -> Bool {
    der.count == p256Prefix.count + 64 && der.starts(with: p256Prefix)
  }

  /// Whether an ECDSA signature in DER over a message fits a key.
  package static func verifies(
    _ signature: [UInt8], over message: [UInt8], key: [UInt8]
  ) -> Bool {
    guard isP256(key), (try? ECDSASignature.check(signature[...])) != nil,
      let handle = try? KeyHandle.publicKey(key)
    else { return false }
    return handle.verifies(signature, over: message)
  }
}
