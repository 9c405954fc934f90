public import Placement
public import RecordLinkage

/// How places are given at a programme's line.
public struct PlacementSettings: Hashable, Sendable {
  /// The tie keys in order: `tie_1` (larger is better), `-tie_1` (smaller is better) or
  /// `wish-rank` (the earlier wish).
  public let ties: [String]
  /// What becomes of people who are still equal at the line: `admit-all`, `reject-all`, `cut` or
  /// `lottery:` and a seed.
  public let atTheLine: String
  /// Filtering rounds to be emulated beside the placement, for the page; nil for none.
  public let filtering: FilteringRounds?

  /// Without tie keys, everybody equal at the line is admitted.
  public static let standard = PlacementSettings(ties: [], atTheLine: "admit-all")

  /// Settings in the words of the exchange file; nothing is checked.
  public init(ties: [String], atTheLine: String, filtering: FilteringRounds? = nil) {
    self.ties = ties
    self.atTheLine = atTheLine
    self.filtering = filtering
  }
}

/// How applicants and results are linked.
public struct LinkSettings: Hashable, Sendable {
  /// What is linked without a person looking at it: by default only where the identifier, the name
  /// and the birth date agree.
  public var automatic = AutomaticRule.identifier
  /// How many different people must say that two rows are one person; at least 1.
  public var confirmations = 1
  /// A stored model. Without one the standard model serves, and where probable links are automatic
  /// one that is estimated on the files.
  public var model: NamedFile?

  /// The settings of an exchange file that says nothing.
  public init() {}
}

/// With what batches are signed.
public enum SigningSettings: Hashable, Sendable {
  /// Throw-away keys, made for this run; every batch is marked so.
  case development
  /// The keys of an issuer and of the office that co-signs.
  case keys(SigningKeys)

  /// The ledger that numbers the batches; nil for none.
  package var ledger: NamedFile? {
    if case .keys(let keys) = self { keys.ledger } else { nil }
  }
}

/// The keys of a run.
public struct SigningKeys: Hashable, Sendable {
  /// A private key with its certificate.
  public struct Signer: Hashable, Sendable {
    /// The private key, PEM.
    public let key: NamedFile
    /// The certificate, PEM.
    public let certificate: NamedFile
    /// The environment variable with the key's passphrase; nil when the key has none.
    public let passphraseVariable: String?
  }

  /// Who signs the batches.
  public let signer: Signer
  /// The folder of the trust bundle.
  public let trust: NamedFile
  /// Who signs beside; nil when nobody of this office may.
  public let cosigner: Signer?
  /// The file of the issuer's ledger; nil for none.
  public let ledger: NamedFile?
}
