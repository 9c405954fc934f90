/// Which root keys must have signed a trust bundle; told by the operator, never by the bundle.
public struct RootPolicy: Sendable {
  /// The fingerprints of the roots that count; none means that the operator vouches for the
  /// folder itself and every root in it counts.
  public let fingerprints: Set<SHA256Digest>
  /// How many different roots must have signed; at least 1.
  public let threshold: Int

  /// A policy.
  ///
  /// - Parameters:
  ///   - fingerprints: SHA-256 digests of root certificates; empty for "any in the folder".
  ///   - threshold: Different roots needed.
  public init(fingerprints: Set<SHA256Digest> = [], threshold: Int = 2) {
    self.fingerprints = fingerprints
    self.threshold = max(1, threshold)
  }
}
