internal import COpenSSL

/// The key stream of AES-256 in counter mode, from any block on.
@safe final class SaltCipher {
  private let context: OpaquePointer

  /// Bytes of a key.
  static let keyLength = 32

  /// A stream under a key of 32 bytes that begins at 16-byte block `firstBlock`.
  ///
  /// The counter starts at zero for block 0 and counts as one big-endian number of 128 bits.
  init(key: [UInt8], firstBlock: UInt64) throws(SigningError) {
    OpenSSLLibrary.prepare()
    guard key.count == Self.keyLength else {
      throw SigningError(.size, "salt.bin", "32 bytes are needed")
    }
    let counter =
      [UInt8](repeating: 0, count: 8)
      + stride(from: UInt64(56), through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: firstBlock >> $0)
      }
    guard let made = unsafe EVP_CIPHER_CTX_new() else { throw OpenSSLLibrary.failure() }
    guard unsafe EVP_EncryptInit_ex2(made, EVP_aes_256_ctr(), key, counter, nil) == 1 else {
      unsafe EVP_CIPHER_CTX_free(made)
      throw OpenSSLLibrary.failure()
    }
    unsafe context = made
  }

  deinit { unsafe EVP_CIPHER_CTX_free(context) }

  /// The next `count` bytes of the stream.
  func next(_ count: Int) throws(SigningError) -> [UInt8] {
    // Zeros, enciphered where they are.
    var stream = [UInt8](repeating: 0, count: count)
    let isDone = unsafe stream.withUnsafeMutableBufferPointer { buffer in
      for start in stride(from: 0, to: count, by: Self.pieceLength) {
        let length = Int32(min(Self.pieceLength, count - start))
        let piece = unsafe buffer.baseAddress.map { unsafe $0 + start }
        var written: Int32 = 0
        guard unsafe EVP_EncryptUpdate(context, piece, &written, piece, length) == 1,
          written == length
        else { return false }
      }
      return true
    }
    guard isDone else { throw OpenSSLLibrary.failure() }
    return stream
  }

  /// The library counts bytes in 32 bits.
  private static let pieceLength = 1 << 30
}
