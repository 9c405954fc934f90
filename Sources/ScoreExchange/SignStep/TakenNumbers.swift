import BatchSigning
import Files

/// The places in a ledger that the batches of a run have taken.
struct TakenNumbers {
  private var ledger: Ledger?
  private var heads: [ChainHead] = []

  /// Keeps a place that a ledger has given.
  mutating func take(_ head: ChainHead, of ledger: Ledger) {
    self.ledger = ledger
    heads.append(head)
  }

  /// Gives the places back after a run that has failed, so that its receivers miss no batch.
  ///
  /// Nothing is given back where somebody could have a batch: two batches with one number would look
  /// like a forgery. Where the ledger cannot be written the places stay taken.
  ///
  /// - Parameters:
  ///   - staged: Where the run wrote its outputs, which must be gone.
  ///   - output: Where they were to appear.
  func giveBack(staged: String, output: String) {
    guard let ledger, fileKind(at: staged) == nil else { return }
    let folder = output + "/batches"
    if fileKind(at: folder) != nil {
      // Of what cannot be read nobody knows whether somebody has it.
      guard let names = try? namesInFolder(folder) else { return }
      for name in names {
        let manifest = "\(folder)/\(name)/manifest.json"
        if fileKind(at: manifest) == nil { continue }
        guard let bytes = try? readBytes(at: manifest) else { return }
        let digest = SHA256.digest(of: bytes)
        if heads.contains(where: { $0.digest == digest }) { return }
      }
    }
    try? ledger.takeBack(heads)
  }
}
