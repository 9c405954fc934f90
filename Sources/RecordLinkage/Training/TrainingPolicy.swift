/// Whether a linkage estimates its model on the tables that it links.
public enum TrainingPolicy: String, Sendable, Hashable, CaseIterable {
  /// The model is used as it is.
  case none
  /// What the tables tell is estimated; fields of which they tell too little keep their weights and
  /// are named in ``LinkageResult/untrainedFields``.
  case whereDataSuffice
  /// The whole model is estimated; tables that do not allow it are refused.
  case required
}
