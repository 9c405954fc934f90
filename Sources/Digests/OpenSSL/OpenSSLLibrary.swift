internal import COpenSSL

/// The library as a whole: made ready once, without any configuration file.
///
/// A configuration named in the environment could load modules or take the algorithms away.
package enum OpenSSLLibrary {
  private static let prepared: Void = {
    _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
  }()

  /// To be called before anything else of the library.
  package static func prepare() { _ = prepared }
}
