import BatchSigning
import Files
import Parallel
import Testing
import TestSupport

@Suite("Receipts")
struct ReceiptTests {
  let folder: TemporaryFolder

  init() { folder = TemporaryFolder() }

  private var batch: String { folder.path + "/batch" }

  private func verify(_ bytes: [UInt8]) throws -> ReceiptVerdict {
    try BatchVerifier(receiver: "MDA", trust: Pilot.trust(), at: Pilot.today).verify(
      receipt: bytes)
  }

  private func reason(_ bytes: [UInt8]) throws -> SigningError.Code? {
    switch try verify(bytes) {
    case .accepted: nil
    case .refused(let error): error.code
    }
  }

  @Test("The receipt of every row proves that row", arguments: [1, 2, 3, 4, 5, 7, 8, 9, 33])
  func everyRow(rowCount: Int) throws {
    var description = Sample.description()
    description.key = ["candidate"]
    let rows = (1...rowCount).map { "\($0),\"a \"\"b\"\", \($0)\"\n" }.joined()
    try Sample.sign("candidate,note\n" + rows, in: batch, description: description)
    for number in 1...rowCount {
      let receipt = try Receipt(batch: batch, row: .number(number))
      #expect(receipt.path.count <= 6)
      guard case .accepted(_, let cells, _) = try verify(receipt.canonicalBytes) else {
        Issue.record("row \(number) refused")
        continue
      }
      #expect(cells.map(\.value) == ["\(number)", "a \"b\", \(number)"])
    }
  }

  @Test("A row is found by its key, whole or by the value of one column")
  func byKey() throws {
    try Sample.sign(in: batch)
    let whole = try Receipt(batch: batch, row: .key(["BKA", "TSA", "2025-1", "000124"]))
    let short = try Receipt(batch: batch, row: .key(["000124"]))
    #expect(whole.index == 1 && short.index == 1)
    #expect(throws: SigningError(.missingRow)) { try Receipt(batch: batch, row: .key(["9"])) }
    let none = #expect(throws: SigningError.self) { try Receipt(batch: batch, row: .key([])) }
    #expect(none?.code == .invalidDescription)
    #expect(throws: SigningError(.ambiguousRow)) {
      try Receipt(batch: batch, row: .key(["TSA"]))
    }
    #expect(throws: SigningError(.missingRow)) { try Receipt(batch: batch, row: .number(4)) }
  }

  @Test("A receipt holds no other row, and nothing from which one could be guessed")
  func privacy() throws {
    try Sample.sign(in: batch)
    let receipt = try Receipt(batch: batch, row: .number(1))
    let salt = try readBytes(at: batch + "/salt.bin")
    #expect(receipt.salt != Array(salt.prefix(16)))
    let neighbour = Array("BKA,TSA,2025-1,000124,001207012346,\"Trần, Văn Bình\",58.00,\n".utf8)
    // Without the salt the neighbour's leaf is none of the hashes in the path.
    let guess = SHA256.digest(of: [0] + neighbour)
    #expect(!receipt.path.contains(guess))
  }

  @Test("Every changed byte of a receipt is refused")
  func changed() throws {
    try Sample.sign(in: batch)
    let bytes = try Receipt(batch: batch, row: .number(2)).canonicalBytes
    #expect(try reason(bytes) == nil)
    var generator = SplitMix64(seed: 3)
    for position in stride(from: 0, to: bytes.count, by: 37) {
      var changed = bytes
      changed[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(try reason(changed) != nil, "byte \(position)")
    }
  }

  @Test("Paths of the wrong length, another index or another count are refused")
  func otherShape() throws {
    try Sample.sign(in: batch)
    let bytes = try Receipt(batch: batch, row: .number(2)).canonicalBytes
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [
      ("\"index\":1", "\"index\":0"), ("\"index\":1", "\"index\":2"), ("\"rows\":3", "\"rows\":4"),
      ("\"path\":[", "\"path\":[\"\(String(repeating: "0", count: 64))\","),
    ] {
      #expect(try reason(Array(text.replacing(old, with: new).utf8)) != nil, "\(new)")
    }
  }

  @Test("The tree is the same on one thread and on two, over several blocks")
  func threads() throws {
    let count = MerkleSample.rowCount
    var description = Sample.description()
    description.key = ["n"]
    try Sample.sign(MerkleSample.rows, in: batch, description: description)
    for index in [0, 16_383, 16_384, count - 1] {
      let one = try Receipt(batch: batch, row: .number(index + 1), plan: .sequential)
      let two = try Receipt(
        batch: batch, row: .number(index + 1), plan: WorkPlan(threadCount: 2))
      #expect(one.canonicalBytes == two.canonicalBytes)
      #expect(try reason(one.canonicalBytes) == nil)
    }
  }

  private enum MerkleSample {
    static let rowCount = 33_000
    static let rows = "n\n" + (0..<rowCount).map { "\($0)\n" }.joined()
  }
}
