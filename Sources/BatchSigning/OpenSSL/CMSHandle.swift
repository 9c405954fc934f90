internal import COpenSSL

/// Owns a CMS object of the library.
@safe final class CMSHandle {
  private let pointer: OpaquePointer

  /// Reads a CMS object that has passed the strict look already.
  init(der: [UInt8], subject: String) throws(SigningError) {
    let made = unsafe OpenSSLLibrary.decoded(
      der, by: d2i_CMS_ContentInfo, freeing: CMS_ContentInfo_free)
    guard let made = unsafe made else { throw OpenSSLLibrary.failure(.der, subject) }
    unsafe pointer = made
  }

  deinit { unsafe CMS_ContentInfo_free(pointer) }

  /// Whether the signature over the signed attributes fits the signer's key, and the attributes
  /// fit the detached content. The signer's certificate is judged elsewhere.
  func signatureFits(_ content: [UInt8]) throws(SigningError) -> Bool {
    let memory = try MemoryBuffer(copying: content)
    let flags =
      UInt32(CMS_BINARY) | UInt32(CMS_NOCRL) | UInt32(CMS_NO_SIGNER_CERT_VERIFY)
      | UInt32(CMS_DETACHED)
    let result = unsafe CMS_verify(pointer, nil, nil, memory.pointer, nil, flags)
    _ = OpenSSLLibrary.drainErrors()
    return result == 1
  }
}
