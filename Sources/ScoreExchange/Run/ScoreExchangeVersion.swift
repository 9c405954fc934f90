import BatchSigning

/// The version of Score Exchange and of the libraries whose version matters to a reader of its
/// output.
public enum ScoreExchangeVersion {
  /// The version of this package.
  public static let number = "0.1.0"

  /// The OpenSSL library in use, as it names itself.
  public static var openSSL: String { OpenSSLVersion.current }

  /// Both, for people.
  public static var description: String { "\(number) (\(openSSL))" }
}
