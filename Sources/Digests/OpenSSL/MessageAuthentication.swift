internal import COpenSSL

/// HMAC-SHA-256 (RFC 2104) under one key.
///
/// `@unchecked Sendable`: the state that has taken the key never changes; every code is computed in
/// a copy of it.
@safe package final class MessageAuthentication: @unchecked Sendable {
  private let keyed: OpaquePointer

  /// Codes under a key.
  ///
  /// - Parameter key: The secret, of any length.
  package init(key: [UInt8]) {
    OpenSSLLibrary.prepare()
    guard let algorithm = unsafe EVP_MAC_fetch(nil, "HMAC", nil) else {
      preconditionFailure("The cryptographic library has no HMAC.")
    }
    // The context counts a reference of its own.
    defer { unsafe EVP_MAC_free(algorithm) }
    guard let context = unsafe EVP_MAC_CTX_new(algorithm),
      unsafe shim_hmac_sha256_begin(context, key, key.count) == 1
    else { preconditionFailure("No memory for a message authentication code.") }
    unsafe keyed = context
  }

  deinit { unsafe EVP_MAC_CTX_free(keyed) }

  /// The code of a message.
  ///
  /// - Complexity: O(bytes).
  package func code(of message: [UInt8]) -> SHA256Digest {
    guard let context = unsafe EVP_MAC_CTX_dup(keyed) else {
      preconditionFailure("No memory for a message authentication code.")
    }
    defer { unsafe EVP_MAC_CTX_free(context) }
    var code = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    var length = 0
    guard unsafe EVP_MAC_update(context, message, message.count) == 1,
      unsafe EVP_MAC_final(context, &code, &length, code.count) == 1,
      let digest = SHA256Digest(bytes: code)
    else { preconditionFailure("The cryptographic library has no HMAC-SHA-256.") }
    return digest
  }
}
