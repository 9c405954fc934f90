import Dispatch

extension WorkPlan {
  /// Does work that takes long for a task, on a thread of its own.
  ///
  /// Everything in this package runs until it is done. Called from a task it would hold up one of the
  /// few threads that all tasks share. The further threads of a plan may still be among those, so who
  /// has to answer meanwhile plans fewer threads for all such work than there are cores:
  /// ``sequential`` takes none.
  ///
  /// ```swift
  /// let summary = try await WorkPlan.inBackground { cancellation in
  ///   try ExchangeRun(exchange, plan: .sequential, cancellation: cancellation).summary
  /// }
  /// ```
  ///
  /// - Parameter work: The work. The flag that it gets is set as soon as the task is cancelled.
  /// - Returns: What `work` returns.
  /// - Throws: What `work` throws; the functions that take the flag throw the code `cancelled`.
  public static func inBackground<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable (Cancellation) throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    typealias Outcome = Result<Value, Failure>
    let cancellation = Cancellation()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiting: CheckedContinuation<Outcome, Never>) in
        // A queue of one's own has a thread of its own; a global one shares those of the tasks.
        DispatchQueue(label: "score-exchange.background").async {
          waiting.resume(returning: Outcome { () throws(Failure) in try work(cancellation) })
        }
      }
    } onCancel: {
      cancellation.cancel()
    }
    return try outcome.get()
  }
}
