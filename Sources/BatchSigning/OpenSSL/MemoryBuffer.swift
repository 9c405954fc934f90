internal import COpenSSL

/// Owns a growing memory stream of the library.
@safe final class MemoryBuffer {
  let pointer: OpaquePointer

  /// An empty stream; a secret one is wiped when it goes.
  init(isSecret: Bool = false) throws(SigningError) {
    guard let made = unsafe BIO_new(isSecret ? BIO_s_secmem() : BIO_s_mem()) else {
      throw OpenSSLLibrary.failure()
    }
    unsafe pointer = made
    // An empty stream is at its end; as a rule the library would wait for more.
    unsafe shim_bio_end_when_empty(made)
  }

  /// A stream that holds a copy of some bytes.
  convenience init(copying bytes: [UInt8], isSecret: Bool = false) throws(SigningError) {
    try self.init(isSecret: isSecret)
    guard bytes.count <= Int(Int32.max) else { throw SigningError(.limit) }
    guard !bytes.isEmpty else { return }
    guard unsafe BIO_write(pointer, bytes, Int32(bytes.count)) == Int32(bytes.count) else {
      throw OpenSSLLibrary.failure()
    }
  }

  deinit { unsafe BIO_free_all(pointer) }

  /// What stands in the stream.
  var bytes: [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe shim_bio_contents(pointer, &start)
    guard let start = unsafe start, count > 0 else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
