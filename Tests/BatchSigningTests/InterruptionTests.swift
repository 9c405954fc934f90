import BatchSigning
import Files
import Parallel
import TestSupport
import Testing

/// Work that was cut off at any step can be taken up again.
@Suite("Interrupted work")
struct InterruptionTests {
  private let folder: TemporaryFolder
  private let ledger: Ledger

  init() {
    folder = TemporaryFolder()
    ledger = Ledger(path: folder.path + "/bka.ledger")
  }

  private func sign(_ name: String) throws -> ChainHead {
    let path = "\(folder.path)/\(name)"
    try makeFolder(at: path)
    try writeBytes(Array(Sample.rows.utf8), to: path + "/results.csv")
    return try BatchSigner.sign(
      folder: path, description: Sample.description(), ledger: ledger,
      issuer: Pilot.identity("BKA"), cosigner: Pilot.identity("GHA"), trust: Pilot.trust())
  }

  @Test("A batch that the ledger has taken up comes out as it was recorded")
  func recorded() throws {
    let head = try sign("1")
    let manifest = try readBytes(at: folder.path + "/1/manifest.json")
    // As if the power had gone before the manifest was written.
    try removeItem(at: folder.path + "/1/manifest.json")
    #expect(try sign("1") == head)
    #expect(try readBytes(at: folder.path + "/1/manifest.json") == manifest)
    #expect(try ledger.read().entries.count == 1)
    #expect(try Sample.verify(folder.path + "/1").reason == nil)
    #expect(throws: SigningError(.alreadySigned)) { try sign("1") }
  }

  @Test("Signatures that no ledger knows are made anew")
  func unrecorded() throws {
    try Sample.sign(in: folder.path + "/1")
    let old = try readBytes(at: folder.path + "/1/salt.bin")
    try removeItem(at: folder.path + "/1/manifest.json")
    #expect(try sign("1").sequence == 1)
    #expect(try readBytes(at: folder.path + "/1/salt.bin") != old)
    #expect(try Sample.verify(folder.path + "/1").reason == nil)
  }

  @Test("What a killed signing has left half-written is no document of the batch")
  func halfWritten() throws {
    try makeFolder(at: folder.path + "/1")
    for name in ["salt.bin", "manifest.json", "manifest.p7s"] {
      try writeBytes([1], to: "\(folder.path)/1/\(name).staged-0.partial")
    }
    #expect(try sign("1").sequence == 1)
    #expect(
      try namesInFolder(folder.path + "/1") == [
        "manifest.cosign.p7s", "manifest.json", "manifest.p7s", "results.csv", "salt.bin",
      ])
    #expect(try Sample.verify(folder.path + "/1").reason == nil)
  }

  @Test("Rows that were changed since are not passed off as the recorded ones")
  func changedRows() throws {
    _ = try sign("1")
    try removeItem(at: folder.path + "/1/manifest.json")
    let path = folder.path + "/1/results.csv"
    try writeBytes(
      Array(Sample.rows.replacing("61.25", with: "91.25").utf8), to: path)
    let other = Ledger(path: ledger.path)
    #expect(throws: SigningError(.digest)) {
      try BatchSigner.sign(
        folder: folder.path + "/1", description: Sample.description(), ledger: other,
        issuer: Pilot.identity("BKA"), cosigner: nil)
    }
    #expect(fileKind(at: folder.path + "/1/manifest.json") == nil)
  }

  @Test("Half-written files beside state and ledger are passed over")
  func leftovers() throws {
    _ = try sign("1")
    let state = ReceiverState(folder: folder.path + "/state")
    try makeFolder(at: state.folder)
    try writeBytes([1, 2, 3], to: state.folder + "/state.json.1-0.partial")
    try writeBytes([1, 2, 3], to: ledger.path + ".1-0.partial")
    #expect(try Sample.verify(folder.path + "/1", state: state).reason == nil)
    #expect(try sign("2").sequence == 2)
    #expect(try Sample.verify(folder.path + "/2", state: state).reason == nil)
  }

  @Test("A refused batch does not even make the state's folder")
  func noTrace() throws {
    _ = try sign("1")
    _ = try sign("2")
    let state = ReceiverState(folder: folder.path + "/state")
    #expect(try Sample.verify(folder.path + "/2", state: state).reason == .gap)
    #expect(fileKind(at: state.folder) == nil)
  }

  @Test("Of two checks of one batch at one time exactly one accepts it")
  func race() throws {
    _ = try sign("1")
    let state = ReceiverState(folder: folder.path + "/state")
    let trust = try Pilot.trust()
    let path = folder.path + "/1"
    let reasons = try WorkPlan(threadCount: 4).map(count: 4) { _ throws(SigningError) in
      try BatchVerifier(receiver: "MDA", trust: trust, at: Pilot.today, plan: .sequential).verify(
        at: path, state: state
      ).reason
    }
    #expect(reasons.count { $0 == nil } == 1)
    #expect(reasons.count { $0 == .replay } == 3)
  }

  @Test("An office does not sign with a key that receivers will refuse")
  func ownKey() throws {
    let path = folder.path + "/1"
    try makeFolder(at: path)
    try writeBytes(Array(Sample.rows.utf8), to: path + "/results.csv")
    var late = Sample.description()
    late.created = Pilot.validFrom.advanced(byDays: 3_651)
    late.expires = late.created.advanced(byDays: 1)
    // The list of revoked certificates is out of date before the certificate is.
    #expect(throws: SigningError(.staleRevocationList)) {
      try BatchSigner.sign(
        folder: path, description: late, ledger: ledger, issuer: Pilot.identity("BKA"),
        cosigner: nil, trust: Pilot.trust())
    }
    #expect(throws: SigningError(.office)) {
      try BatchSigner.sign(
        folder: path, description: Sample.description(), ledger: ledger,
        issuer: Pilot.identity("MDA"), cosigner: nil, trust: Pilot.trust())
    }
    #expect(try ledger.read().entries.isEmpty)
    #expect(try namesInFolder(path) == ["results.csv"])
  }
}
