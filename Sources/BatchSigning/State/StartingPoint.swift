/// A batch after which a chain begins, on the word of an operator who has it from elsewhere.
public struct StartingPoint: Sendable {
  /// The chain.
  let chain: String
  /// The batch's place in it.
  let head: ChainHead
  /// The batch's manifest.
  let manifest: [UInt8]

  /// The batch of a manifest.
  ///
  /// - Parameter bytes: The manifest's bytes.
  /// - Throws: ``SigningError`` with `E_JSON`, `E_FORMAT` or another code of a manifest's form.
  public init(manifest bytes: [UInt8]) throws(SigningError) {
    let manifest = try Manifest(canonicalBytes: bytes)
    chain = manifest.chainName
    head = ChainHead(sequence: manifest.sequence, digest: SHA256.digest(of: bytes))
    self.manifest = bytes
  }

  /// The batch of a manifest in a file, which must be of this issuer.
  ///
  /// - Parameters:
  ///   - path: The manifest's file.
  ///   - issuer: The issuing office.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `E_OFFICE`, or a code of the
  ///   manifest's form.
  public init(manifestAt path: String, issuer: String) throws(SigningError) {
    let bytes = try readInput(at: path, limit: Manifest.byteLimit)
    guard try Manifest(canonicalBytes: bytes).issuer.utf8.elementsEqual(issuer.utf8) else {
      throw SigningError(.office, path, "the manifest is not of \(issuer)")
    }
    try self.init(manifest: bytes)
  }

  /// A chain begins once.
  var hasBegun: SigningError { SigningError(.fork, chain, "the chain has begun already") }
}
