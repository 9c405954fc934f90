import BatchSigning
import Files
import Foundation
import TestSupport
import Testing

@Suite("What is left of a batch out of which rows were deleted")
struct RedactedBatchTests {
  private let folder = TemporaryFolder()
  private var batch: String { folder.path + "/left" }
  private var state: ReceiverState { ReceiverState(folder: folder.path + "/state") }

  /// Signs a batch and deletes its second row.
  @discardableResult
  private func redact(
    previous: ChainHead? = nil, description: BatchDescription = Sample.description()
  ) throws -> ChainHead {
    let whole = folder.path + "/whole"
    let head = try Sample.sign(in: whole, previous: previous, description: description)
    var rest = try RedactedBatch(at: whole)
    rest.delete(row: 2)
    try rest.write(to: batch)
    return head
  }

  private func verify(
    as receiver: String = "MDA", at instant: UTCInstant = Pilot.today, state: ReceiverState? = nil
  ) throws -> BatchVerdict {
    try BatchVerifier(receiver: receiver, trust: Pilot.trust(at: instant), at: instant)
      .verify(redactedAt: batch, state: state)
  }

  @Test("is for the batch's receivers and for its time, as the whole batch is")
  func audience() throws {
    try redact()
    #expect(try verify().reason == nil)
    #expect(try verify(as: "BKA").reason == .recipient)
    #expect(try verify(at: Pilot.today.advanced(byDays: -1)).reason == .future)
    #expect(try verify(at: Pilot.today.advanced(byDays: 300)).reason == .expired)
  }

  @Test("is refused where the batch was made under a newer trust bundle, as its receipts are")
  func trustVersion() throws {
    var description = Sample.description()
    description.trustVersion = 2
    try redact(description: description)
    #expect(try verify().reason == .trustRollback)
    let receipt = try Receipt(redacted: RedactedBatch(at: batch), row: 1)
    let verdict = try BatchVerifier(receiver: "", trust: Pilot.trust(), at: Pilot.today)
      .verify(receipt: receipt.canonicalBytes)
    guard case .refused(SigningError(.trustRollback)) = verdict else {
      Issue.record("\(verdict)")
      return
    }
  }

  @Test("must be the next one of its chain, and the receiver's state does not move on")
  func chain() throws {
    let first = try redact()
    guard case .accepted(let unchained) = try verify() else {
      Issue.record("refused")
      return
    }
    #expect(unchained.notes.contains("No receiver state was given: the chain was not checked."))
    #expect(try verify(state: state).reason == nil)
    #expect(try state.read().heads.isEmpty)
    #expect(try Sample.verify(folder.path + "/whole", state: state).reason == nil)
    #expect(try verify(state: state).reason == .replay)
    try removeItem(at: folder.path + "/whole")
    try removeItem(at: batch)
    try redact(previous: ChainHead(sequence: 2, digest: first.digest))
    #expect(try verify(state: state).reason == .gap)
  }

  /// Why something is refused, told in full.
  private func words(_ verdict: BatchVerdict) -> String {
    guard case .refused(let error) = verdict else { return "" }
    return "\(error.code.rawValue) \(error)"
  }

  @Test("is told from a whole batch, and each names the way in which it is checked")
  func toldApart() throws {
    try redact()
    let left = words(try Sample.verify(batch))
    #expect(left.hasPrefix("E_EXTRA_FILE redaction.csv") && left.contains("verify --redacted"))
    let error = #expect(throws: SigningError(.missingFile)) {
      try Receipt(batch: batch, row: .number(1))
    }
    #expect(try #require(error).description.contains("person export"))
    try removeItem(at: batch)
    try FileManager.default.copyItem(atPath: folder.path + "/whole", toPath: batch)
    let whole = words(try verify())
    #expect(whole.hasPrefix("E_MISSING_FILE redaction.csv"))
    #expect(whole.contains("nothing was deleted"))
  }

  @Test("counts the rows that are there, also in an answer to the issuer")
  func counts() throws {
    try redact()
    let verdict = try verify()
    guard case .accepted(let batch) = verdict else {
      Issue.record("refused")
      return
    }
    #expect(batch.rowCount == 2 && batch.deletedRowCount == 1)
    #expect(Acknowledgement(verdict, receiver: "MDA", at: Pilot.today).accepted == 2)
  }
}
