extension LinkageModel {
  /// Refuses a model that cannot weigh a pair.
  ///
  /// - Throws: `invalid-model`, naming the place.
  func check() throws(LinkageError) {
    let names = further.keys.sorted()
    let fields = names.map { FurtherField(name: $0, kind: .exact) }
    let labels = Self.fieldNames(fields)
    for (field, levels) in self.levels(fields).enumerated() {
      guard levels.count == Self.levelNames(field).count else {
        throw LinkageError(.invalidModel, subject: "\(labels[field]) has \(levels.count) levels")
      }
      for (level, name) in zip(levels, Self.levelNames(field))
      where !(level.m > 0 && level.m <= 1 && level.u > 0 && level.u <= 1) {
        throw LinkageError(.invalidModel, subject: "m and u of \(labels[field]), level \(name)")
      }
    }
    for (name, value) in [
      ("match_share", matchShare), ("review_probability", reviewProbability),
      ("automatic_probability", automaticProbability),
    ] where !(value > 0 && value < 1) {
      throw LinkageError(.invalidModel, subject: "\(name) must lie between 0 and 1")
    }
    guard margin >= 0, margin.isFinite else {
      throw LinkageError(.invalidModel, subject: "margin must be 0 or more")
    }
  }
}
