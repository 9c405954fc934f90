internal import COpenSSL
internal import Digests

extension OpenSSLLibrary {
  /// Drains this thread's error queue into one line, the oldest error first.
  ///
  /// Called in the same function as the failing call, so that no error is told of a later one.
  static func drainErrors() -> String {
    var messages: [String] = []
    while true {
      let number = ERR_get_error()
      guard number != 0 else { break }
      if let text = unsafe ERR_reason_error_string(number) {
        messages.append(unsafe String(cString: text))
      } else {
        messages.append("error \(number)")
      }
    }
    return messages.joined(separator: "; ")
  }

  /// The failure of a call that has just returned, with the library's own words.
  static func failure(
    _ code: SigningError.Code = .library, _ subject: String = ""
  ) -> SigningError {
    SigningError(code, subject, "\(drainErrors())")
  }

  /// An object of the library from its DER.
  ///
  /// - Parameters:
  ///   - der: The bytes, all of which must be used.
  ///   - read: The library's function for this kind of object.
  ///   - free: The one that frees it.
  /// - Returns: The object, which the caller owns; nil where the bytes are none.
  @unsafe static func decoded(
    _ der: [UInt8],
    by read: (
      UnsafeMutablePointer<OpaquePointer?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
    ) -> OpaquePointer?, freeing free: (OpaquePointer?) -> Void
  ) -> OpaquePointer? {
    prepare()
    return unsafe der.withUnsafeBufferPointer { buffer in
      var position = buffer.baseAddress
      let made = unsafe read(nil, &position, buffer.count)
      if let start = buffer.baseAddress, let end = unsafe position,
        unsafe end - start == buffer.count
      {
        return unsafe made
      }
      unsafe free(made)
      return nil
    }
  }

  /// Fills an array with bytes that nobody can foresee.
  static func randomBytes(_ count: Int) throws(SigningError) -> [UInt8] {
    prepare()
    var bytes = [UInt8](repeating: 0, count: count)
    let result = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe RAND_bytes($0.baseAddress, Int32($0.count))
    }
    guard result == 1 else { throw failure() }
    return bytes
  }

  /// Overwrites secret bytes in a way the compiler does not remove.
  static func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
  }
}

/// The cryptographic library that this process runs on.
public enum OpenSSLVersion {
  /// The library's own words, for example `OpenSSL 3.0.19 27 Jan 2026`.
  public static var current: String {
    OpenSSLLibrary.prepare()
    guard let text = unsafe OpenSSL_version(OPENSSL_VERSION) else { return "OpenSSL" }
    return unsafe String(cString: text)
  }
}
