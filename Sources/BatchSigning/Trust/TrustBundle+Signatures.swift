internal import Files

extension TrustBundle {
  /// The roots whose signatures stand beside the document and count.
  ///
  /// A root counts once, however many certificates or signatures it has. One that the operator
  /// did not name does not count and does no harm: the next bundle may bring a new root.
  static func signers(
    of document: [UInt8], in folder: String, at instant: UTCInstant, policy: RootPolicy
  ) throws(SigningError) -> [Certificate] {
    var roots: [Certificate] = []
    for name in try signatureNames(in: folder) {
      let bytes = try read(folder, name, limit: DetachedSignature.byteLimit)
      let signature: DetachedSignature
      do throws(SigningError) {
        signature = try DetachedSignature(der: bytes, subject: name)
        try signature.check(over: document, subject: name)
      } catch {
        throw SigningError(.trustSignature, name, error.message)
      }
      let root = signature.certificate
      // Where the operator names the roots nobody else's word counts; where not, the folder itself
      // is trusted, and whoever vouches for himself is a root.
      let isNamed = policy.fingerprints.contains(root.fingerprint)
      guard isNamed || !policy.fingerprints.isEmpty || root.isSelfSigned else {
        throw SigningError(.trustSignature, name, "the signer is no root")
      }
      guard isNamed || policy.fingerprints.isEmpty else { continue }
      guard root.isValid(at: instant) else {
        throw SigningError(.trustSignature, name, "the root is not valid at this time")
      }
      let isNew = !roots.contains { $0.publicKeyInfo == root.publicKeyInfo }
      if isNew { roots.append(root) }
    }
    guard roots.count >= policy.threshold else {
      throw SigningError(
        .threshold, "trust.json", "\(roots.count) roots signed, \(policy.threshold) are needed")
    }
    return roots
  }

  /// `trust.1.p7s` to `trust.9.p7s`, those that are there.
  private static func signatureNames(in folder: String) throws(SigningError) -> [String] {
    (1...9).map { "trust.\($0).p7s" }.filter { fileKind(at: "\(folder)/\($0)") != nil }
  }
}
