internal import Files

/// What a batch says about itself: who made it for whom, its place in the chain, and its files.
///
/// The manifest is what is signed. It is written in one canonical form, so that the bytes of two
/// equal manifests are equal.
public struct Manifest: Sendable {
  /// What the rows of a batch are.
  public enum Kind: String, Sendable {
    /// An issuer's results for its recipients, in `results.csv`.
    case results
    /// What a run decided for one receiver, in `outcomes.csv`.
    case outcomes

    /// The name of the file that holds the rows.
    public var rowsFileName: String { rawValue + ".csv" }
  }

  /// What the rows are.
  public let kind: Kind
  /// The office that vouches for the rows.
  public let issuer: String
  /// The office that signs with it.
  public let coordinator: String
  /// The offices that may use the batch; 1 to 32.
  public let recipients: [String]
  /// Year and month of the run, `YYYY-MM`.
  public let session: String
  /// The place in the chain: 1, 2, 3 and so on.
  public let sequence: Int
  /// The digest of the manifest before this one; zero for the first.
  public let previous: SHA256Digest
  /// When the batch was made, by the issuer's word.
  public let created: UTCInstant
  /// Until when it may be used; at most 400 days later.
  public let expires: UTCInstant
  /// The version of the trust bundle that the issuer used.
  public let trustVersion: Int
  /// The exchange that the batch belongs to.
  public let exchange: String
  /// The legal basis.
  public let agreement: String
  /// What the data may be used for.
  public let purpose: String
  /// The files of the batch.
  public let files: [ManifestFile]
  /// What the rows file holds.
  public let rows: RowTable

  static let format = "exam-batch/1"
  static let greatestLifetimeInDays = 400
  /// The greatest length that is read.
  static let byteLimit = 1 << 18
}

/// A file of a batch.
public struct ManifestFile: Sendable {
  /// What a file is there for.
  public enum Role: String, Sendable {
    /// The rows.
    case rows
    /// The salt of the tree.
    case salt
    /// Anything else that belongs to the batch.
    case document
  }

  /// The name in the folder.
  public let name: String
  /// What it is there for.
  public let role: Role
  /// Length in bytes.
  public let byteCount: Int
  /// The digest of its bytes.
  public let digest: SHA256Digest

  /// Whether a name may stand in a batch: `[a-z0-9][a-z0-9._-]{0,63}`.
  static func isAllowed(name: String) -> Bool {
    let bytes = Array(name.utf8)
    func isPlain(_ byte: UInt8) -> Bool {
      (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard (1...64).contains(bytes.count), isPlain(bytes[0]) else { return false }
    return bytes.allSatisfy { isPlain($0) || [0x2e, 0x5f, 0x2d].contains($0) }
  }
}

/// What the manifest says about the rows.
public struct RowTable: Sendable {
  /// Rows without the header.
  public let rowCount: Int
  /// The header.
  public let columns: [String]
  /// The columns that together identify a row.
  public let key: [String]
  /// The root of the tree over the rows.
  public let root: SHA256Digest

  static let tree = "rfc6962-salted-sha256"
}

/// The names that a batch folder may hold beside the files of the manifest.
enum BatchFileName {
  static let manifest = "manifest.json"
  static let signature = "manifest.p7s"
  static let cosignature = "manifest.cosign.p7s"
  static let timestamp = "manifest.tsr"
  static let salt = "salt.bin"
  static let reserved = [manifest, signature, cosignature, timestamp]

  /// Removes what a process that was killed has left of these files; it would be taken for a document.
  static func removeLeftovers(in folder: String) {
    for name in reserved + [salt] { StagedFile.removeLeftovers(of: "\(folder)/\(name)") }
  }
}
