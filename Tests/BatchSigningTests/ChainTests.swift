import BatchSigning
import Files
import Foundation
import TestSupport
import Testing

@Suite("Chains and trust over time")
struct ChainTests {
  let folder: TemporaryFolder

  init() { folder = TemporaryFolder() }

  private var state: ReceiverState { ReceiverState(folder: folder.path + "/state") }

  @Test("Batches are accepted in their order, each once")
  func order() throws {
    let first = try Sample.sign(in: folder.path + "/1")
    let second = try Sample.sign(in: folder.path + "/2", previous: first)
    let third = try Sample.sign(in: folder.path + "/3", previous: second)
    try Sample.sign(in: folder.path + "/other-2", previous: first)
    try Sample.sign(
      in: folder.path + "/other-3", previous: ChainHead(sequence: 2, digest: first.digest))
    func reason(_ name: String) throws -> SigningError.Code? {
      try Sample.verify("\(folder.path)/\(name)", state: state).reason
    }
    #expect(try reason("2") == .gap)
    #expect(try reason("1") == nil)
    #expect(try reason("1") == .replay)
    #expect(try reason("3") == .gap)
    #expect(try reason("2") == nil)
    #expect(try reason("other-2") == .fork)
    #expect(try reason("other-3") == .fork)
    #expect(try reason("1") == .rollback)
    #expect(try reason("3") == nil)
    #expect(try state.read().heads["BKA"] == third)
  }

  @Test("A refused batch leaves the state as it was, to the byte")
  func refusedChangesNothing() throws {
    let first = try Sample.sign(in: folder.path + "/1")
    #expect(try Sample.verify(folder.path + "/1", state: state).reason == nil)
    let before = try readBytes(at: state.folder + "/state.json")
    try Sample.sign(in: folder.path + "/2", previous: first)
    try writeBytes(Array("issuer\n".utf8), to: folder.path + "/2/results.csv")
    #expect(try Sample.verify(folder.path + "/2", state: state).reason == .size)
    #expect(try readBytes(at: state.folder + "/state.json") == before)
  }

  @Test("Outcomes for one receiver have a chain of their own")
  func outcomes() throws {
    let rows = "applicant,assessment\nA1,TSA\n"
    var description = Sample.description(kind: .outcomes, recipients: ["MDA"])
    description.key = ["applicant"]
    try Sample.sign(in: folder.path + "/results")
    try Sample.sign(rows, in: folder.path + "/outcomes", description: description)
    #expect(try Sample.verify(folder.path + "/results", state: state).reason == nil)
    #expect(try Sample.verify(folder.path + "/outcomes", state: state).reason == nil)
    #expect(try state.read().heads.keys.sorted() == ["BKA", "BKA/outcomes/MDA"])
  }

  @Test("A damaged state is told as such and never taken for an empty one")
  func damagedState() throws {
    try Sample.sign(in: folder.path + "/1")
    try makeFolder(at: state.folder)
    for content in ["", "{}", "{\"chain\":{},\"trust_version\":-1}", "{\"chain\":{}, "] {
      try writeBytes(Array(content.utf8), to: state.folder + "/state.json")
      #expect(throws: SigningError(.damagedState)) {
        try Sample.verify(folder.path + "/1", state: state)
      }
    }
  }

  @Test("Where the state's folder cannot be made nothing is accepted")
  func unwritableState() throws {
    try Sample.sign(in: folder.path + "/1")
    try writeBytes([1], to: folder.path + "/file")
    #expect(throws: SigningError(.notWritable)) {
      try Sample.verify(
        folder.path + "/1", state: ReceiverState(folder: folder.path + "/file/state"))
    }
  }

  @Test("Where an accepted batch cannot be handed on the state stays, and it can be given again")
  func release() throws {
    try Sample.sign(in: folder.path + "/1")
    let verifier = BatchVerifier(receiver: "MDA", trust: try Pilot.trust(), at: Pilot.today)
    let batch = try BatchSource(at: folder.path + "/1")
    #expect(throws: SigningError(.writeFailed)) {
      try verifier.verify(batch, state: state) { (_) throws(SigningError) in
        throw SigningError(.writeFailed)
      }
    }
    #expect(try state.read().heads.isEmpty)
    #expect(try namesInFolder(state.folder) == ["lock"])
    #expect(try verifier.verify(batch, state: state).reason == nil)
    #expect(try verifier.verify(batch, state: state).reason == .replay)
  }

  @Test("A disk that is full while the state is written changes nothing and accepts nothing")
  func fullDisk() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      let state = ReceiverState(folder: folder.path + "/state")
      let first = try Sample.sign(in: folder.path + "/1")
      try Sample.sign(in: folder.path + "/2", previous: first)
      guard try Sample.verify(folder.path + "/1", state: state).reason == nil else { exit(1) }
      let before = try readBytes(at: state.folder + "/state.json")
      // No file may grow beyond ten bytes from here on, as on a disk without space.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10, rlim_max: 10)
      guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
        exit(2)
      }
      do {
        _ = try Sample.verify(folder.path + "/2", state: state)
        exit(3)
      } catch let error as SigningError {
        guard error.code == .writeFailed else { exit(4) }
      }
      guard try readBytes(at: state.folder + "/state.json") == before else { exit(5) }
      guard try namesInFolder(state.folder) == ["lock", "state.json"] else { exit(6) }
    }
  }
}
