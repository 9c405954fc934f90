/// The weights of a model in the form in which pairs are scored.
struct WeightTable: Sendable {
  let prior: Double
  /// log2 m and log2 u of the levels of names.
  let nameLogM: [Double]
  let nameLogU: [Double]
  /// log2 of how often chance meets a level of names for one time that it meets the same letters.
  let nameLogRatio: [Double]
  /// The most that a level adds to the rarity of the name itself.
  let nameGain: Double
  /// The most that sex and province add, where both tables have them.
  let sideGain: Double
  /// log2 m of an equal birth day.
  let birthLogM: Double
  let birth: [Double]
  let identifier: [Double]
  let sex: [Double]
  let province: [Double]
  let furtherKinds: [FurtherField.Kind]
  /// Weights of the levels of each further field, and log2 m of an equal value.
  let further: [[Double]]
  let furtherLogM: [Double]

  init(_ model: LinkageModel, left: any PersonRows, right: any PersonRows) {
    // At most one left row belongs to a right row.
    prior = RecordLinkage.bits(probability: model.matchShare / Double(max(2, left.count)))
    nameLogM = model.name.map { base2Logarithm($0.m) }
    nameLogU = model.name.map { base2Logarithm($0.u) }
    let sameShare = NameLevel.ofSameLetters.reduce(0) { $0 + model.name[Int($1.rawValue)].u }
    nameLogRatio = model.name.map { base2Logarithm($0.u / sameShare) }
    let gains = zip(nameLogM, nameLogRatio).dropFirst().map { $0 - $1 }
    nameGain = gains.reduce(0, max)
    let sexGain = left.hasSexes && right.hasSexes ? model.sex.map(\.bits).reduce(0, max) : 0
    let hasProvinces = left.hasProvinces && right.hasProvinces
    sideGain = sexGain + (hasProvinces ? model.province.map(\.bits).reduce(0, max) : 0)
    birthLogM = base2Logarithm(model.birth[Int(DateLevel.equal.rawValue)].m)
    birth = model.birth.map(\.bits)
    identifier = model.identifier.map(\.bits)
    sex = model.sex.map(\.bits)
    province = model.province.map(\.bits)
    furtherKinds = left.furtherFields.map(\.kind)
    let levels = left.furtherFields.map { model.further[$0.name] ?? LinkageModel.standardFurther }
    further = levels.map { $0.map(\.bits) }
    furtherLogM = levels.map { base2Logarithm($0[Int(FurtherLevel.equal.rawValue)].m) }
  }
}
