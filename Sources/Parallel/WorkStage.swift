/// What long work is doing, as somebody who waits for it is told.
public enum WorkStage: String, Sendable, CaseIterable {
  /// Reading files, counted in bytes.
  case reading
  /// Estimating a linkage model; not counted.
  case training
  /// Comparing people, counted in rows.
  case linking
  /// Applying each receiver's rules, counted in applicants.
  case recognising
  /// Placing applicants by their wishes; not counted.
  case placing
  /// Linking resampled data, counted in samples.
  case resampling
  /// Making synthetic data, counted in rows.
  case making
  /// Writing tables, counted in rows.
  case writing
  /// Checking and hashing the rows of a batch, to sign or to verify it, counted in bytes.
  case checking

  /// Whether its items are bytes; those of the others are rows.
  public var countsBytes: Bool {
    self == .reading || self == .checking
  }
}
