import BatchSigning
import Files
import TestSupport
import Testing

@Suite("Ledgers and co-signing")
struct LedgerTests {
  let folder: TemporaryFolder
  let ledger: Ledger

  init() throws {
    folder = TemporaryFolder()
    ledger = Ledger(path: folder.path + "/bka.ledger")
  }

  private func sign(
    _ name: String, ledger: Ledger, rows: String = Sample.rows, cosigner: String? = "GHA"
  ) throws -> ChainHead {
    let path = "\(folder.path)/\(name)"
    try makeFolder(at: path)
    try writeBytes(Array(rows.utf8), to: path + "/results.csv")
    return try BatchSigner.sign(
      folder: path, description: Sample.description(), ledger: ledger,
      issuer: Pilot.identity("BKA"), cosigner: cosigner.map { try Pilot.identity($0) })
  }

  @Test("The ledger gives every batch the next number and its predecessor")
  func numbers() throws {
    let heads = try (1...3).map { try sign("\($0)", ledger: ledger) }
    #expect(heads.map(\.sequence) == [1, 2, 3])
    #expect(try ledger.read().entries.map(\.head) == heads)
    let state = ReceiverState(folder: folder.path + "/state")
    for number in 1...3 {
      #expect(try Sample.verify("\(folder.path)/\(number)", state: state).reason == nil)
    }
  }

  @Test("A batch that cannot be signed uses up no number")
  func failure() throws {
    #expect(throws: SigningError(.formula)) {
      try sign("bad", ledger: ledger, rows: Sample.rows + "BKA,TSA,2025-1,1,2,=x,1,\n")
    }
    #expect(try ledger.read().entries.isEmpty)
    #expect(try sign("good", ledger: ledger).sequence == 1)
  }

  @Test("A number is taken before the batch is given out")
  func reservation() throws {
    // A folder in the place of the manifest makes the very last step fail.
    let path = folder.path + "/1"
    try makeFolder(at: path)
    try writeBytes([1], to: folder.path + "/blocked")
    let blocked = Ledger(path: folder.path + "/blocked/x.ledger")
    #expect(throws: SigningError(.notWritable)) { try sign("1", ledger: blocked) }
    #expect(fileKind(at: path + "/manifest.json") == nil)
  }

  @Test("Batches that nobody got are taken back, unless others were signed after them")
  func takingBack() throws {
    let heads = try (1...3).map { try sign("\($0)", ledger: ledger) }
    try ledger.takeBack([heads[0], heads[1]])
    #expect(try ledger.read().entries.map(\.head) == heads)
    try ledger.takeBack([heads[1], heads[2]])
    #expect(try ledger.read().entries.map(\.head) == [heads[0]])
    #expect(try sign("again", ledger: ledger).sequence == 2)
    try ledger.takeBack(heads)
    #expect(try ledger.read().entries.count == 2)
  }

  @Test("A damaged ledger signs nothing")
  func damaged() throws {
    _ = try sign("1", ledger: ledger)
    let bytes = try readBytes(at: ledger.path)
    let damaged = [Array(bytes.dropFirst()), Array(bytes.dropLast(3)), bytes + bytes, [], [0x0a]]
    for changed in damaged {
      try writeBytes(changed, to: ledger.path)
      #expect(throws: SigningError(.damagedState)) { try sign("2", ledger: ledger) }
    }
  }

  @Test("A ledger of which every batch was taken back is as before any batch")
  func allTakenBack() throws {
    try ledger.takeBack([try sign("1", ledger: ledger)])
    #expect(try ledger.read().entries.isEmpty)
    #expect(try sign("again", ledger: ledger).sequence == 1)
  }

  private func cosign(_ name: String, as office: String = "GHA") throws -> ChainHead {
    try BatchSigner.cosign(
      folder: "\(folder.path)/\(name)", trust: Pilot.trust(), cosigner: Pilot.identity(office),
      ledger: Ledger(path: folder.path + "/\(office).ledger"), at: Pilot.today)
  }

  @Test("The coordinator adds its signature, and again to the very same batch")
  func cosigning() throws {
    let head = try sign("1", ledger: ledger, cosigner: nil)
    #expect(try cosign("1") == head)
    #expect(try Sample.verify(folder.path + "/1").reason == nil)
    #expect(throws: SigningError(.alreadySigned)) { try cosign("1") }
    try removeItem(at: folder.path + "/1/manifest.cosign.p7s")
    #expect(try cosign("1") == head)
  }

  @Test("The coordinator refuses a second batch with one number, and one that skips a number")
  func fork() throws {
    let other = Ledger(path: folder.path + "/second-story.ledger")
    _ = try sign("1", ledger: ledger, cosigner: nil)
    _ = try sign("other-1", ledger: other, cosigner: nil)
    _ = try sign("other-2", ledger: other, cosigner: nil)
    #expect(throws: SigningError(.gap)) { try cosign("other-2") }
    _ = try cosign("1")
    #expect(throws: SigningError(.fork)) { try cosign("other-1") }
    #expect(throws: SigningError(.fork)) { try cosign("other-2") }
    #expect(fileKind(at: folder.path + "/other-1/manifest.cosign.p7s") == nil)
  }

  @Test("An office that does not coordinate cannot co-sign, and rows are checked first")
  func refusals() throws {
    _ = try sign("1", ledger: ledger, cosigner: nil)
    #expect(throws: SigningError(.office)) { try cosign("1", as: "MDA") }
    try writeBytes(
      Array(Sample.rows.replacing("61.25", with: "91.25").utf8),
      to: folder.path + "/1/results.csv")
    #expect(throws: SigningError(.digest)) { try cosign("1") }
  }

  @Test("A chain may begin in the middle on the operator's word, once")
  func trustStart() throws {
    _ = try sign("1", ledger: ledger)
    _ = try sign("2", ledger: ledger)
    let state = ReceiverState(folder: folder.path + "/state")
    let start = try StartingPoint(
      manifestAt: folder.path + "/1/manifest.json", issuer: "BKA")
    try state.begin(after: start)
    #expect(throws: SigningError(.fork)) { try state.begin(after: start) }
    #expect(try Sample.verify(folder.path + "/1", state: state).reason == .replay)
    #expect(try Sample.verify(folder.path + "/2", state: state).reason == nil)
  }
}
