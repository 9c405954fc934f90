import ArgumentParser
import BatchSigning
import Files

/// `verify`: may this office use that batch?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: said("Check a signed batch as a receiver."),
    discussion: helpText(
      """
      Example: score-exchange verify results-BKA --as MDA --trust trust --state state

      Ends with 0 and `accepted`, or with 1 and one reason code on standard output. Nothing is \
      written but the receiver's state, and that only when the batch is accepted, and the \
      acknowledgement where one is asked for. With --redacted the state is looked at and stays as \
      it is: what is left of a batch is evidence, and nothing of it is taken over.
      """))

  @Argument(
    help: .said("The batch: a folder, or a plain tar of one.", valueName: "batch"))
  var batch: String

  @Option(
    name: .customLong("as"),
    help: .said("The school that wants to use the batch.", valueName: "receiver"))
  var receiver: String

  @Option(
    name: .long,
    help: .said(
      "The receiver's state. Without it the chain of batches is not checked.", valueName: "dir"))
  var state: String?

  @Option(
    name: .long,
    help: .said("Write the answer to the issuer: verdict and rows.", valueName: "file"))
  var acknowledgement: String?

  @Flag(
    name: .long,
    help: .said("Check what is left of a batch from which a person's rows were deleted."))
  var redacted = false

  @OptionGroup var trust: TrustOptions
  @OptionGroup var timestamps: TimestampAuthorityOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuseOtherThanCode(receiver, "--as")
    guard !redacted || acknowledgement == nil else {
      throw usageError(
        "--acknowledgement answers for a whole batch and does not go with --redacted.")
    }
    try OutputPaths.refuseStandardOutput(
      ["--acknowledgement": acknowledgement], beside: said("the verdict"))
    try OutputPaths.refuseSharing(
      [acknowledgement],
      with: [batch, trust.trust, state.map { "\($0)/state.json" }, timestamps.file])
    try OutputPaths.refuseSharing([state], with: [batch, trust.trust])
  }

  func run() throws {
    var verdict: BatchVerdict?
    try reportingSigningFailures { () throws(SigningError) in
      // It lies on the disk before the state moves on, and gets its name after that: where it cannot
      // be written the batch can be given again. Only the renaming itself may still fail, as in a
      // folder that was taken away meanwhile; the state has moved on then, and a check without it
      // makes the answer anew.
      var written: StagedFile?
      let found = try check { (batch) throws(SigningError) in
        written = try acknowledgement(of: .accepted(batch))
      }
      if case .refused = found { written = try acknowledgement(of: found) }
      do throws(FileError) {
        if let file = written.take() { try file.commit() }
      } catch {
        throw SigningError(writing: error)
      }
      verdict = found
    }
    if let verdict { try report(verdict, common) }
  }

  /// The answer to the issuer, whole but for its name; nil where none is wanted.
  private func acknowledgement(of verdict: BatchVerdict) throws(SigningError) -> StagedFile? {
    guard let path = acknowledgement else { return nil }
    let answer = Acknowledgement(verdict, receiver: receiver, at: trust.instant)
    do throws(FileError) {
      var file = try StagedFile(at: path)
      try file.write(answer.canonicalBytes)
      return file
    } catch {
      throw SigningError(writing: error)
    }
  }

  private func check(
    release: (VerifiedBatch) throws(SigningError) -> Void
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      var verifier = BatchVerifier(
        receiver: receiver, trust: try trust.bundle(), at: trust.instant, plan: threads.plan(common)
      )
      verifier.timestampAuthorities = try timestamps.certificates()
      let state = state.map(ReceiverState.init(folder:))
      return redacted
        ? try verifier.verify(redactedAt: batch, state: state)
        : try verifier.verify(BatchSource(at: batch), state: state, release: release)
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }
}
