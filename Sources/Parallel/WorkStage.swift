/// What long work is doing, as somebody who waits for it is told.
public enum WorkStage: String, Sendable, CaseIterable {
  /// Reading files, counted in bytes.
  case reading = "reading files"
  /// Estimating a linkage model; not counted.
  case training = "estimating the model"
  /// Comparing people, counted in rows.
  case linking = "linking people"
  /// Applying each receiver's rules, counted in applicants.
  case recognising = "applying rules"
  /// Placing applicants by their wishes; not counted.
  case placing = "placing applicants"
  /// Linking resampled data, counted in samples.
  case resampling = "linking samples"
  /// Making synthetic data, counted in rows.
  case making = "making data"
  /// Writing tables, counted in rows.
  case writing = "writing tables"
  /// Checking and hashing the rows of a batch, to sign or to verify it, counted in bytes.
  case checking = "checking batches"

  /// Whether its items are bytes; those of the others are rows.
  public var countsBytes: Bool {
    self == .reading || self == .checking
  }
}
