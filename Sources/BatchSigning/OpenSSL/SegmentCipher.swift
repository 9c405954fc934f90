internal import COpenSSL

/// Seals and opens one segment with the library.
enum SegmentCipher {
  /// The segment in DER, for one recipient.
  static func seal(
    _ plaintext: [UInt8], to recipient: Certificate
  ) throws(SigningError) -> [UInt8] {
    let certificate = try CertificateHandle(der: recipient.der, subject: "recipient")
    let memory = try MemoryBuffer(copying: plaintext)
    guard let made = unsafe CMS_AuthEnvelopedData_create(EVP_aes_256_gcm()) else {
      throw OpenSSLLibrary.failure()
    }
    defer { unsafe CMS_ContentInfo_free(made) }
    // The default derivation is SHA-1; it is asked for by name before the key is wrapped.
    guard
      let info = unsafe CMS_add1_recipient_cert(
        made, certificate.pointer, UInt32(CMS_KEY_PARAM)),
      let parameters = unsafe CMS_RecipientInfo_get0_pkey_ctx(info),
      unsafe EVP_PKEY_CTX_ctrl_str(parameters, "ecdh_kdf_md", "sha256") > 0,
      unsafe CMS_set_detached(made, 0) == 1,
      unsafe CMS_final(made, memory.pointer, nil, UInt32(CMS_BINARY)) == 1
    else { throw OpenSSLLibrary.failure() }
    var start: UnsafeMutablePointer<UInt8>?
    let count = unsafe i2d_CMS_ContentInfo(made, &start)
    guard count > 0, let bytes = unsafe start else { throw OpenSSLLibrary.failure() }
    defer { unsafe shim_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// The plaintext of a segment that has passed the strict look; nothing unless its tag is right.
  static func open(
    _ der: [UInt8], key: PrivateKey, certificate: Certificate, subject: String
  ) throws(SigningError) -> [UInt8] {
    let recipient = try CertificateHandle(der: certificate.der, subject: "recipient")
    let made = unsafe OpenSSLLibrary.decoded(
      der, by: d2i_CMS_ContentInfo, freeing: CMS_ContentInfo_free)
    guard let made = unsafe made else { throw OpenSSLLibrary.failure(.der, subject) }
    defer { unsafe CMS_ContentInfo_free(made) }
    let output = try MemoryBuffer(isSecret: false)
    guard unsafe CMS_decrypt_set1_pkey(made, key.handle.pointer, recipient.pointer) == 1,
      unsafe CMS_decrypt(made, nil, nil, nil, output.pointer, UInt32(CMS_BINARY)) == 1
    else { throw OpenSSLLibrary.failure(.digest, subject) }
    return output.bytes
  }
}
