/// How batches follow one another.
enum ChainRules {
  /// Makes sure that a batch is the next one of its chain.
  ///
  /// - Parameters:
  ///   - next: The batch.
  ///   - previous: The predecessor that its manifest names.
  ///   - last: The last accepted batch; nil before the first.
  /// - Throws: ``SigningError`` with `E_REPLAY`, `E_ROLLBACK`, `E_GAP` or `E_FORK`.
  static func check(
    _ next: ChainHead, previous: SHA256Digest, after last: ChainHead?
  ) throws(SigningError) {
    let subject = BatchFileName.manifest
    let expected = (last?.sequence ?? 0) + 1
    if let last, next.sequence == last.sequence {
      throw SigningError(
        next.digest == last.digest ? .replay : .fork, subject, "number \(next.sequence)")
    }
    guard next.sequence >= expected else {
      throw SigningError(
        .rollback, subject, "number \(next.sequence), the last one was \(expected - 1)")
    }
    guard next.sequence == expected else {
      throw SigningError(.gap, subject, "number \(next.sequence), expected \(expected)")
    }
    guard previous == last?.digest ?? .zero else {
      throw SigningError(.fork, subject, "number \(next.sequence) follows another batch")
    }
  }
}

/// The chains of an issuer.
///
/// An issuer's results go to all recipients and form one chain. Outcomes go to one receiver each,
/// who never sees those of the others; so every receiver has a chain of its own.
private func chainName(_ kind: Manifest.Kind, issuer: String, recipients: [String]) -> String {
  switch kind {
  case .results: issuer
  case .outcomes: "\(issuer)/outcomes/\(recipients.joined(separator: "+"))"
  }
}

extension Manifest {
  /// The chain that this batch belongs to: an issuer's results, or its outcomes for one receiver.
  public var chainName: String {
    BatchSigning.chainName(kind, issuer: issuer, recipients: recipients)
  }
}

extension BatchDescription {
  /// The chain that the batch will belong to: an issuer's results, or its outcomes for one
  /// receiver.
  public var chainName: String {
    BatchSigning.chainName(kind, issuer: issuer, recipients: recipients)
  }
}
