internal import COpenSSL

/// Owns a key of the library.
///
/// `@unchecked Sendable`: the key is set once and only read; signing and verifying make a context
/// of their own for each call.
@safe final class KeyHandle: @unchecked Sendable {
  let pointer: OpaquePointer

  private init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// A new key on the curve P-256.
  static func generate() throws(SigningError) -> KeyHandle {
    OpenSSLLibrary.prepare()
    guard let key = unsafe shim_generate_p256() else { throw OpenSSLLibrary.failure() }
    return unsafe KeyHandle(owning: key)
  }

  /// A public key from its SubjectPublicKeyInfo.
  static func publicKey(_ der: [UInt8]) throws(SigningError) -> KeyHandle {
    let key = unsafe OpenSSLLibrary.decoded(der, by: d2i_PUBKEY, freeing: EVP_PKEY_free)
    guard let key = unsafe key else { throw OpenSSLLibrary.failure(.der, "public key") }
    return unsafe KeyHandle(owning: key)
  }

  /// A private key from PEM; `passphrase` opens an encrypted one.
  static func privateKey(
    pem: [UInt8], passphrase: [UInt8]?, subject: String
  ) throws(SigningError) -> KeyHandle {
    OpenSSLLibrary.prepare()
    let memory = try MemoryBuffer(copying: pem, isSecret: true)
    var answer = PassphraseAnswer(passphrase: passphrase ?? [])
    defer { OpenSSLLibrary.wipe(&answer.passphrase) }
    // Without an answer of ours the library would ask at the terminal.
    let key = unsafe withUnsafeMutablePointer(to: &answer) { pointer in
      unsafe PEM_read_bio_PrivateKey(
        memory.pointer, nil,
        { buffer, size, _, context in
          guard let buffer = unsafe buffer,
            let answer = unsafe context?.assumingMemoryBound(to: PassphraseAnswer.self)
          else { return -1 }
          unsafe answer.pointee.wasAsked = true
          let count = unsafe answer.pointee.passphrase.count
          guard count > 0, count <= Int(size) else { return -1 }
          for index in 0..<count {
            unsafe buffer[index] = CChar(bitPattern: answer.pointee.passphrase[index])
          }
          return Int32(count)
        }, pointer)
    }
    guard let key = unsafe key else {
      guard answer.wasAsked else { throw OpenSSLLibrary.failure(.invalidKey, subject) }
      _ = OpenSSLLibrary.drainErrors()
      let isThere = !answer.passphrase.isEmpty
      throw SigningError(
        .wrongPassphrase, subject, isThere ? "" : "it is encrypted, and no passphrase was given")
    }
    return unsafe KeyHandle(owning: key)
  }

  private struct PassphraseAnswer {
    var passphrase: [UInt8]
    var wasAsked = false
  }

  /// The SubjectPublicKeyInfo in DER.
  func publicKeyInfo() throws(SigningError) -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    let count = unsafe i2d_PUBKEY(pointer, &start)
    guard count > 0, let bytes = unsafe start else { throw OpenSSLLibrary.failure() }
    defer { unsafe shim_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// The private key as PKCS#8 in PEM, encrypted where a passphrase is given.
  func privateKeyPEM(passphrase: [UInt8]?) throws(SigningError) -> [UInt8] {
    let memory = try MemoryBuffer(isSecret: true)
    guard let plain = unsafe EVP_PKEY2PKCS8(pointer) else { throw OpenSSLLibrary.failure() }
    defer { unsafe PKCS8_PRIV_KEY_INFO_free(plain) }
    guard let passphrase else {
      guard unsafe PEM_write_bio_PKCS8_PRIV_KEY_INFO(memory.pointer, plain) == 1 else {
        throw OpenSSLLibrary.failure()
      }
      return memory.bytes
    }
    // The library's own default is 2,048 rounds of a SHA-1 derivation.
    var salt = try OpenSSLLibrary.randomBytes(16)
    let saltCount = Int32(salt.count)
    let algorithm = unsafe salt.withUnsafeMutableBufferPointer {
      unsafe PKCS5_pbe2_set_iv(
        EVP_aes_256_cbc(), 600_000, $0.baseAddress, saltCount, nil, NID_hmacWithSHA256)
    }
    guard let algorithm = unsafe algorithm else { throw OpenSSLLibrary.failure() }
    let encrypted = unsafe passphrase.withUnsafeBytes { buffer in
      unsafe PKCS8_set0_pbe(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), plain,
        algorithm)
    }
    guard let encrypted = unsafe encrypted else {
      unsafe X509_ALGOR_free(algorithm)
      throw OpenSSLLibrary.failure()
    }
    defer { unsafe X509_SIG_free(encrypted) }
    guard unsafe PEM_write_bio_PKCS8(memory.pointer, encrypted) == 1 else {
      throw OpenSSLLibrary.failure()
    }
    return memory.bytes
  }

  /// The ECDSA signature over the SHA-256 digest of a message, in DER.
  func sign(_ message: [UInt8]) throws(SigningError) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSLLibrary.failure() }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer) == 1 else {
      throw OpenSSLLibrary.failure()
    }
    var signature = [UInt8](repeating: 0, count: 256)
    var count = signature.count
    guard unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
      throw OpenSSLLibrary.failure()
    }
    return Array(signature[..<count])
  }

  /// Whether a signature over a message fits this key.
  func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let context = unsafe EVP_MD_CTX_new() else { return false }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, pointer) == 1 else {
      _ = OpenSSLLibrary.drainErrors()
      return false
    }
    let result = unsafe EVP_DigestVerify(
      context, signature, signature.count, message, message.count)
    _ = OpenSSLLibrary.drainErrors()
    return result == 1
  }
}
