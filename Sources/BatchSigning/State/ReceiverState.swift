internal import Files

/// What a receiver has accepted so far, in a folder of its own: the last batch of every chain and
/// the newest trust bundle seen.
public struct ReceiverState: Sendable {
  /// The folder.
  public let folder: String

  /// The state in a folder; a missing one is the state before any batch.
  public init(folder: String) { self.folder = folder }

  /// What is kept.
  public struct Record: Sendable {
    /// The newest trust bundle seen; 0 for none.
    public var trustVersion = 0
    /// The last accepted batch of every chain.
    public var heads: [String: ChainHead] = [:]

    /// Makes sure that a trust bundle is not older than the newest one seen.
    ///
    /// - Throws: ``SigningError`` with `E_TRUST_ROLLBACK`.
    func checkTrust(_ version: Int) throws(SigningError) {
      guard version >= trustVersion else {
        throw SigningError(
          .trustRollback, "trust.json", "version \(version) after \(trustVersion)")
      }
    }

    /// Takes the next batch of a chain.
    ///
    /// - Throws: ``SigningError`` with `E_TRUST_ROLLBACK`, `E_REPLAY`, `E_ROLLBACK`, `E_GAP` or
    ///   `E_FORK`.
    mutating func advance(to signed: SignedManifest) throws(SigningError) {
      let version = signed.trust.document.version
      try checkTrust(version)
      let manifest = signed.manifest
      let next = ChainHead(sequence: manifest.sequence, digest: signed.digest)
      try ChainRules.check(next, previous: manifest.previous, after: heads[manifest.chainName])
      heads[manifest.chainName] = next
      trustVersion = version
    }
  }

  /// The state as it is now.
  ///
  /// - Throws: ``SigningError`` with `not-readable` or `damaged-state`.
  public func read() throws(SigningError) -> Record {
    guard fileKind(at: statePath) != nil else { return Record() }
    do throws(SigningError) {
      return try Record(canonicalBytes: readInput(at: statePath, limit: 1 << 24))
    } catch {
      guard error.code.isRefusal else { throw error }
      throw SigningError(.damagedState, statePath, error.detail)
    }
  }

  /// Begins a chain in the middle, on the word of the operator.
  ///
  /// - Parameter start: The batch that counts as the last accepted one.
  /// - Throws: ``SigningError`` with `E_FORK` where the chain has begun already, `locked`,
  ///   `damaged-state` or `not-writable`.
  public func begin(after start: StartingPoint) throws(SigningError) {
    try update { (record: inout Record) throws(SigningError) in
      guard record.heads[start.chain] == nil else { throw start.hasBegun }
      record.heads[start.chain] = start.head
    }
  }

  private var statePath: String { folder + "/state.json" }

  /// Changes the state under its lock, which is never held for long.
  ///
  /// - Parameters:
  ///   - body: What is changed.
  ///   - release: What must succeed before the change counts. The new state lies on the disk by
  ///     then and only its name is missing.
  /// - Throws: ``SigningError``; the state is then as it was.
  func update(
    _ body: (inout Record) throws(SigningError) -> Void,
    release: () throws(SigningError) -> Void = {}
  ) throws(SigningError) {
    try makeOutputFolder(folder, permissions: 0o700)
    let lock = try BatchSigning.lock(folder + "/lock", waiting: .seconds(10))
    var record = try read()
    try body(&record)
    try writeOutput(record.canonicalBytes, to: statePath, permissions: 0o600, release: release)
    _ = consume lock
  }
}

extension ReceiverState.Record {
  fileprivate var canonicalBytes: [UInt8] {
    let chains = heads.sorted { $0.key < $1.key }.map { name, head in
      JSONMember(
        name,
        .object([
          JSONMember("seq", .integer(head.sequence)), JSONMember("digest", .digest(head.digest)),
        ]))
    }
    return CanonicalJSON.encode(
      .object([
        JSONMember("trust_version", .integer(trustVersion)), JSONMember("chain", .object(chains)),
      ]))
  }

  fileprivate init(canonicalBytes bytes: [UInt8]) throws(SigningError) {
    var fields = try JSONFields(
      CanonicalJSON.decode(bytes, subject: "state.json"), subject: "state.json")
    trustVersion = try fields.integer("trust_version", in: 0...JSONValue.greatestInteger)
    guard case .object(let members) = try fields.value("chain") else {
      throw fields.problem("chain", "must be an object")
    }
    try fields.finish()
    for member in members {
      var head = try JSONFields(member.value, subject: "state.json")
      heads[member.name] = ChainHead(
        sequence: try head.integer("seq", in: 1...JSONValue.greatestInteger),
        digest: try head.digest("digest"))
      try head.finish()
    }
  }
}
