package import BatchSigning
package import Parallel

/// The results of all files of an exchange: read, checked, and settled against each other.
package struct ResultImport: Sendable {
  /// The results that count, by issuer, assessment, sitting and candidate number.
  package var table: ResultTable
  /// The rows that could not be used, by file in the order of the exchange file, then by row.
  package var rejects: [Reject] = []
  /// Rows that are used although something is odd, in the same order.
  package var warnings: [RowWarning] = []
  /// One entry a file.
  package var files: [FileSummary] = []
  /// The answers to the issuers of signed batches, by the batch's place in ``files``.
  package var acknowledgements: [Int: Acknowledgement] = [:]
  /// What amendments and withdrawals changed, in the order of the results.
  package var revisions: [ResultRevision] = []
  /// Candidate numbers on registration lists for which there is no result; national identifiers among
  /// them are masked.
  package var unmatchedRegistrations: [String] = []
}

extension ResultImport {
  /// Reads results files.
  ///
  /// - Parameters:
  ///   - request: The files.
  ///   - plan: The threads to use.
  ///   - cancellation: Asks the import to stop.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes + rows log rows).
  package init(
    _ request: ResultRequest, plan: WorkPlan, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    var kept = KeptResults(
      partCounts: request.partCounts, byteCount: request.sources.map(\.table.file).byteCount)
    let inputs = try ResultInput.readAll(
      of: request, into: &kept, plan: plan, cancellation: cancellation)
    let request = request.replacing(sources: inputs.map(\.source))
    let read = kept.finish()
    // A digest takes one thread from the file's first byte to its last.
    let (digests, (settlement, totals)) = try plan.both { () throws(ExchangeError) in
      try ResultInput.digests(of: inputs, plan: .sequential)
    } _: { () throws(ExchangeError) in
      let settlement = ResultSettlement(read, request, plan: plan.besideOther)
      return (settlement, settlement.totals(of: read, fileCount: inputs.count))
    }
    table = read
    revisions = settlement.revisions
    unmatchedRegistrations = settlement.unmatchedRegistrations.map {
      maskedName(read.candidateNumber[Int($0)])
    }
    // An answer to a batch counts its rows that belong to nobody.
    if inputs.allSatisfy({ $0.acknowledgement == nil }) { table.forgetPlaces() }
    if let accepted = settlement.accepted { table.select(accepted, plan: plan) }
    let outcomes = try ResultInput.outcomes(
      of: inputs, settlement.problems, totals, digests, plan: plan)
    for (index, (input, told)) in zip(inputs, outcomes).enumerated() {
      rejects += told.rejects
      warnings += told.warnings
      files.append(told.summary)
      if var acknowledgement = input.acknowledgement {
        acknowledgement.accepted = told.summary.rowsAccepted
        acknowledgement.rejected = told.summary.rowsRejected
        acknowledgements[index] = acknowledgement
      }
    }
  }
}
