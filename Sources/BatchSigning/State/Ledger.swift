internal import Files

/// The batches that an office has signed, or co-signed, in their order: a file that only grows.
///
/// Each line is the canonical JSON of one batch with its manifest, so that the next number and
/// predecessor of every chain are known, a number is never used twice, and a lost batch can be
/// looked up.
public struct Ledger: Sendable {
  /// The file.
  public let path: String

  /// The ledger in a file; a missing one is the ledger before any batch.
  public init(path: String) { self.path = path }

  /// One batch.
  public struct Entry: Sendable {
    /// The chain it belongs to.
    public let chain: String
    /// Its place and its manifest's digest.
    public let head: ChainHead
    /// The manifest's bytes.
    public let manifest: [UInt8]
  }

  /// What the file holds.
  public struct Record: Sendable {
    /// The batches, the oldest first.
    public fileprivate(set) var entries: [Entry] = []

    /// The last batch of a chain; nil before the first.
    public func head(of chain: String) -> ChainHead? {
      entries.last { $0.chain.utf8.elementsEqual(chain.utf8) }?.head
    }

    /// Takes up the next batch of its chain.
    ///
    /// - Throws: ``SigningError`` with `E_REPLAY`, `E_ROLLBACK`, `E_GAP` or `E_FORK`.
    mutating func append(_ manifest: Manifest, bytes: [UInt8]) throws(SigningError) {
      let head = ChainHead(sequence: manifest.sequence, digest: SHA256.digest(of: bytes))
      let chain = manifest.chainName
      try ChainRules.check(head, previous: manifest.previous, after: self.head(of: chain))
      entries.append(Entry(chain: chain, head: head, manifest: bytes))
    }

    /// Takes batches out again as long as they are the last of their chains.
    mutating func remove(_ heads: [ChainHead]) {
      for head in heads.reversed() {
        guard let index = entries.lastIndex(where: { $0.head == head }),
          self.head(of: entries[index].chain) == head
        else { return }
        entries.remove(at: index)
      }
    }

    mutating func begin(after start: StartingPoint) throws(SigningError) {
      guard head(of: start.chain) == nil else { throw start.hasBegun }
      entries.append(Entry(chain: start.chain, head: start.head, manifest: start.manifest))
    }
  }

  /// The ledger as it is now; a file without any batch is a damaged one, for none is ever written.
  ///
  /// - Throws: ``SigningError`` with `not-readable` or `damaged-state`.
  public func read() throws(SigningError) -> Record {
    guard fileKind(at: path) != nil else { return Record() }
    do throws(SigningError) {
      let record = try Record(lines: readInput(at: path, limit: 1 << 28))
      guard !record.entries.isEmpty else { throw SigningError(.damagedState, path, "no batch") }
      return record
    } catch {
      guard error.code.isRefusal else { throw error }
      throw SigningError(.damagedState, path, error.message)
    }
  }

  /// The ledger as it is now, which must be there.
  ///
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable` or `damaged-state`.
  public func readExisting() throws(SigningError) -> Record {
    guard fileKind(at: path) != nil else { throw SigningError(.missingInput, path) }
    return try read()
  }

  /// How long to wait for another process: batches of usual size are signed in less.
  private static let patience = Duration.seconds(30)

  /// Works on the ledger while it is kept from other processes.
  func update<Result>(
    _ body: (inout Record) throws(SigningError) -> Result
  ) throws(SigningError) -> Result {
    let lock = try BatchSigning.lock(path + ".lock", waiting: Self.patience)
    var record = try read()
    let result = try body(&record)
    _ = consume lock
    return result
  }

  /// Writes the ledger anew; without any batch it is no file.
  func write(_ record: Record) throws(SigningError) {
    if record.entries.isEmpty { return try removeOutput(path) }
    try writeOutput(record.lines, to: path, permissions: 0o600)
  }

  /// Takes back batches that nobody has got and nobody can get any more; their numbers are given
  /// again.
  ///
  /// - Parameter heads: Their places, in the order of signing. What was signed after them stays, and
  ///   so does all before it.
  /// - Throws: ``SigningError`` with `locked`, `damaged-state`, `not-writable` or `write-failed`.
  public func takeBack(_ heads: [ChainHead]) throws(SigningError) {
    try update { (record: inout Record) throws(SigningError) in
      record.remove(heads)
      try write(record)
    }
  }

  /// Begins a chain in the middle, on the word of the operator.
  ///
  /// - Parameter start: The batch that counts as the last one.
  /// - Throws: ``SigningError`` with `E_FORK` where the chain has begun already, `locked`,
  ///   `damaged-state` or `not-writable`.
  public func begin(after start: StartingPoint) throws(SigningError) {
    try update { (record: inout Record) throws(SigningError) in
      try record.begin(after: start)
      try write(record)
    }
  }
}

extension Ledger.Record {
  fileprivate var lines: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += CanonicalJSON.encode(
        .object([
          JSONMember("chain", .string(entry.chain)),
          JSONMember("seq", .integer(entry.head.sequence)),
          JSONMember("digest", .digest(entry.head.digest)),
          JSONMember("manifest", .string(Base64.encode(entry.manifest))),
        ]))
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  fileprivate init(lines: [UInt8]) throws(SigningError) {
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      var fields = try JSONFields(
        CanonicalJSON.decode(Array(line), subject: "ledger"), subject: "ledger")
      let chain = try fields.string("chain")
      let head = ChainHead(
        sequence: try fields.integer("seq", in: 1...JSONValue.greatestInteger),
        digest: try fields.digest("digest"))
      let text = try fields.string("manifest", limit: 2 * Manifest.byteLimit)
      try fields.finish()
      guard let manifest = Base64.decode(Array(text.utf8)),
        SHA256.digest(of: manifest) == head.digest
      else { throw SigningError(.digest, "ledger", "a manifest is not the one recorded") }
      if let last = self.head(of: chain), head.sequence != last.sequence + 1 {
        throw SigningError(.gap, "ledger")
      }
      entries.append(Ledger.Entry(chain: chain, head: head, manifest: manifest))
    }
  }
}
