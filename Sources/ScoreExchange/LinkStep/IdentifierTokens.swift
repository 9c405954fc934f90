import Digests
import Files
import RecordLinkage

/// Keyed tokens in the place of national identifiers, so that schools can link their files without
/// showing each other a number.
///
/// A token is HMAC-SHA-256 (RFC 2104) of the number's digits under a key that the linking schools
/// share and nobody else has. A bare hash would not do: all numbers of a generation can be tried.
/// A number and its token agree in nothing but equality, so a typing slip is no longer a near miss.
public struct IdentifierTokens: Sendable {
  private let authentication: MessageAuthentication

  /// The shortest key, in bytes.
  public static let leastKeyLength = 16

  /// Tokens under a key.
  ///
  /// - Parameter key: The secret, of any length.
  public init(key: [UInt8]) {
    authentication = MessageAuthentication(key: key)
  }

  /// Reads the key from a file; line ends at its end do not count.
  ///
  /// - Parameter path: A file of 16 to 4,096 bytes; `-` reads standard input.
  /// - Throws: ``ExchangeError`` with `inputMissing` or `inputOutput`, and with `badInput` for a key
  ///   that is too short or far too long.
  public init(keyFile path: String) throws(ExchangeError) {
    var key: [UInt8]
    do throws(FileError) {
      key = try readFileOrStandardInput(at: path, limit: 4_096)
    } catch {
      throw ExchangeError(reading: error, file: path)
    }
    while let last = key.last, last == 0x0A || last == 0x0D { key.removeLast() }
    guard key.count >= Self.leastKeyLength else {
      throw ExchangeError(
        .badInput, file: path,
        "the key has \(key.count) bytes; at least \(Self.leastKeyLength) are needed, as from "
          + "openssl rand -hex 32")
    }
    self.init(key: key)
  }

  /// The token of a text: 64 hexadecimal digits.
  ///
  /// - Complexity: O(length).
  public func token(of text: String) -> String {
    authentication.code(of: Array(text.utf8)).hex
  }

  /// The token in the place of an identifier cell; an empty cell and a token stay as they are, and what
  /// is typed for "none" becomes empty, for its token would be one that many people share.
  func replacing(_ identifier: String) -> String {
    let isToken =
      identifier.utf8.count == 64
      && identifier.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    if PersonalNumber.isPlaceholder(identifier) { return "" }
    return identifier.isEmpty || isToken ? identifier : token(of: identifier)
  }
}
