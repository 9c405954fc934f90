import ScoreExchange

/// Why MDA may not use a batch: a stable code, or nil when everything is right.
func refusal(
  of batch: String, trustFolder: String, stateFolder: String, at instant: UTCInstant
) throws -> String? {
  let verifier = BatchVerifier(
    receiver: "MDA", trust: try TrustBundle(folder: trustFolder, at: instant), at: instant)
  let state = ReceiverState(folder: stateFolder)
  switch try verifier.verify(BatchSource(at: batch), state: state) {
  case .accepted: return nil
  case .refused(let error): return error.code.rawValue
  }
}
