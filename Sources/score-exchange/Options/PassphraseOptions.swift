import ArgumentParser
import BatchSigning
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the passphrase of a key comes from; never the command line, which everybody can read.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("passphrase-env"),
    help: .said("An environment variable with the key's passphrase.", valueName: "name"))
  var variable: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: .said("A file whose first line is the key's passphrase.", valueName: "file"))
  var file: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: .said("An open descriptor from which to read the passphrase.", valueName: "n"))
  var descriptor: Int32?

  func validate() throws {
    guard [variable != nil, file != nil, descriptor != nil].count(where: { $0 }) <= 1 else {
      throw usageError("Give only one source of the passphrase.")
    }
  }

  /// The passphrase; nil if no source was given.
  func passphrase() throws(SigningError) -> [UInt8]? {
    if let variable {
      guard let value = unsafe getenv(variable) else {
        throw SigningError(.wrongPassphrase, variable, "the variable is not set")
      }
      return Array(unsafe String(cString: value).utf8)
    }
    if let file {
      do throws(FileError) {
        return Self.firstLine(try readBytes(at: file, limit: 1 << 16))
      } catch {
        throw SigningError(
          error.code == .missing ? .missingInput : .notReadable, file, error.message)
      }
    }
    if let descriptor { return Self.firstLine(try Self.bytes(from: descriptor)) }
    return nil
  }

  private static func firstLine(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
  }

  private static func bytes(from descriptor: Int32) throws(SigningError) -> [UInt8] {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 1 << 16 {
      let count = unsafe read(descriptor, &byte, 1)
      if count == 0 { break }
      guard count > 0 else {
        throw SigningError(.notReadable, "descriptor \(descriptor)", "cannot be read")
      }
      bytes.append(byte)
    }
    return bytes
  }
}

/// A key with its certificate.
struct IdentityOptions: ParsableArguments {
  @Option(name: .long, help: .said("The private key (PKCS#8, PEM).", valueName: "file"))
  var key: String

  @Option(name: .long, help: .said("Its certificate (PEM).", valueName: "file"))
  var certificate: String

  @OptionGroup var passphrase: PassphraseOptions

  /// The files that are read.
  var files: [String?] { [key, certificate, passphrase.file] }

  /// The key and its certificate.
  func identity() throws(SigningError) -> SigningIdentity {
    try SigningIdentity(
      certificateAt: certificate, keyAt: key, passphrase: passphrase.passphrase())
  }

  /// The ledger in a file, as a rule the one beside the key.
  func ledger(_ file: String?) -> Ledger { Ledger(path: file ?? key + ".ledger") }
}
