import BatchSigning
import Files
import Yardsticks

/// A test authority, and a file of results to sign again and again.
struct SigningOffice: Sendable {
  let rows: [UInt8]
  /// Without the header.
  private let body: [UInt8]
  let rowCount: Int
  private let folder: String
  private let authority: DevelopmentAuthority
  private let created = UTCInstant(secondsSinceEpoch: 1_752_656_400)

  init(rowCount: Int) {
    var random = SeededGenerator(seed: 3)
    var text = "issuer,assessment,sitting,candidate_number,name,total\n"
    for row in 0..<rowCount {
      text +=
        "BKA,TSA,2025-\(1 + random.below(3)),\(10_000_000 + row),Nguyễn Thị Thanh Hương của lớp "
        + "mười hai \(100_000 + random.below(900_000)),\(random.below(100)).\(10 + random.below(90))\n"
    }
    rows = Array(text.utf8)
    body = Array(rows.drop { $0 != 0x0a }.dropFirst())
    self.rowCount = rowCount
    do {
      folder = try ScratchFolder.make()
      authority = try DevelopmentAuthority.make(
        in: folder + "/keys",
        plan: DevelopmentAuthority.Plan(
          offices: [("BKA", "Bách khoa"), ("GHA", "Giao thông")], coordinator: "GHA",
          deputy: "BKA", validFrom: created.advanced(byDays: -1)))
    } catch {
      preconditionFailure("the test authority could not be made: \(error)")
    }
  }

  /// The first eight bytes of the root of the tree over all rows, under a salt that is always the same.
  func root() throws -> Int {
    let root = try MerkleTree.root(ofRows: body, salt: [UInt8](repeating: 7, count: 32))
    return Int(truncatingIfNeeded: UInt64("\(root)".prefix(16), radix: 16) ?? 0)
  }

  /// Puts the rows into a new folder of this name.
  func fill(_ name: String) throws {
    try? removeItem(at: folder + "/" + name)
    try makeFolder(at: folder + "/" + name)
    try writeBytes(rows, to: folder + "/\(name)/results.csv")
  }

  /// Takes everything out of a batch but its rows.
  func clear(_ name: String) throws {
    for file in try namesInFolder(folder + "/" + name) where file != "results.csv" {
      try removeItem(at: folder + "/\(name)/\(file)")
    }
  }

  /// Signs the rows in the folder of this name.
  func sign(_ name: String) throws {
    guard let issuer = authority.identities["BKA"] else { preconditionFailure("no key of BKA") }
    try BatchSigner.sign(
      folder: folder + "/" + name,
      description: BatchDescription(
        kind: .results, issuer: "BKA", coordinator: "GHA", recipients: ["GHA"],
        session: "2025-07", exchange: "benchmark", agreement: "benchmark", purpose: "benchmark",
        created: created, expires: created.advanced(byDays: 30),
        trustVersion: authority.trustVersion,
        key: ["issuer", "assessment", "sitting", "candidate_number"]),
      previous: nil, issuer: issuer, cosigner: authority.identities["GHA"])
  }

  /// The number of rows of a batch that is accepted; 0 for one that is refused.
  func verify(_ name: String) throws -> Int {
    let trust = try TrustBundle(folder: authority.trustFolder, at: created)
    switch try BatchVerifier(receiver: "GHA", trust: trust, at: created).verify(
      at: folder + "/" + name)
    {
    case .accepted(let batch): return batch.manifest.rows.rowCount
    case .refused: return 0
    }
  }
}
