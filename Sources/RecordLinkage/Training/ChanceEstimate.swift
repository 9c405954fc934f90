import Parallel

/// How often two different people agree at each level, counted on random pairs of rows, and how many
/// right rows share an identifier with a left one.
///
/// Random pairs are two people all but surely, so their agreement is that of chance. The rows are
/// drawn by the hashes of the keys, so that the order of the rows does not matter.
struct ChanceEstimate: Sendable {
  private(set) var counts: [AgreementPattern: Int] = [:]
  private(set) var total = 0
  /// Right rows drawn whose identifier is also a left one, and how many it could be of.
  private var identified = (found: 0, comparable: 0.0)

  /// Rows of each table from which pairs are drawn.
  static let sampleSize = 4096
  /// Pairs drawn: enough for the tables' size, fewer where further fields make each pair dearer.
  static func pairCount(_ scan: RightScan) -> Int {
    let limit = scan.left.furtherFields.isEmpty ? 200_000 : 60_000
    return min(limit, 16 * (scan.left.count + scan.right.count))
  }

  init(_ scan: RightScan, plan: WorkPlan) {
    let lefts = scan.rows.positions(
      ofTableRows: RowSample.rows(scan.left, count: Self.sampleSize, plan: plan))
    let rights = RowSample.rows(scan.right, count: Self.sampleSize, plan: plan)
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let sample = scan.right.comparable(rights[...])
    let rightRows = StandardRows(sample, rows: 0..<sample.count)
    identified = (
      Self.identified(rightRows.keys, scan.rows.keys, plan),
      MatchShare.comparable(byIdentifierOf: rightRows.keys, scan.rows.keys, withFormer: true)
    )
    let wanted = min(Self.pairCount(scan), lefts.count * rights.count)
    let parts = plan.mapChunks(of: wanted, chunkLength: 20_000) { range in
      var scorer = scan.scorer(right: sample)
      var counts = PatternCounts()
      for draw in range {
        let random = mixed(UInt64(draw))
        let l = lefts[Int(random >> 32) % lefts.count]
        let r = Int(random & 0xFFFF_FFFF) % rights.count
        counts.add(scorer.pattern(scan.rows, l, rightRows, r))
      }
      return counts.counts
    }
    for part in parts { counts.merge(part, uniquingKeysWith: +) }
    total = wanted
  }

  /// How many right rows have an identifier that is one of a left row or its former one.
  private static func identified(
    _ rights: [PersonKeys], _ lefts: [PersonKeys], _ plan: WorkPlan
  ) -> Int {
    let index = BlockIndex(keys: rights.map { BlockingPass.key(of: $0.identifier) })
    let parts = plan.mapChunks(of: lefts.count, chunkLength: 1 << 16) { chunk in
      var found: [UInt32] = []
      for left in lefts[chunk] {
        _ = index.collect(BlockingPass.key(of: left.identifier), limit: .max, into: &found)
        if left.former.isMissing { continue }
        _ = index.collect(BlockingPass.key(of: left.former), limit: .max, into: &found)
      }
      return found
    }
    return Set(parts.joined()).count
  }

  /// Replaces the shares by chance of a model and its share of counterparts, smoothed by what the model
  /// had.
  ///
  /// Identifiers that are near to each other keep theirs, for those belong to relatives, whom random
  /// pairs miss; of those far apart it is counted how many fit their own rows.
  func apply(to model: inout LinkageModel, furtherFields: [FurtherField]) {
    guard total > 0 else { return }
    let share = MatchShare(
      agreeing: Double(identified.found), of: identified.comparable,
      agreement: model.identifier[Int(IdentifierLevel.equal.rawValue)].m)
    if let share { model.matchShare = share.value }
    model.name = adjusted(model.name, prior: 100_000) { Int($0.name.rawValue) }
    model.birth = adjusted(model.birth) { Int($0.birth.rawValue) }
    model.identifier = divided(model.identifier)
    model.sex = adjusted(model.sex) { Int($0.sex.rawValue) }
    model.province = adjusted(model.province) { Int($0.province.rawValue) }
    for (field, name) in furtherFields.map(\.name).enumerated() {
      let before = model.further[name] ?? LinkageModel.standardFurther
      model.further[name] = adjusted(before) { Int($0.further(field)) }
    }
  }

  /// What chance does to identifiers, that of those far apart divided as random pairs divide it.
  private func divided(_ levels: [LinkageModel.Level]) -> [LinkageModel.Level] {
    let (different, distinct) = (
      Int(IdentifierLevel.different.rawValue), Int(IdentifierLevel.distinct.rawValue)
    )
    let counted = adjusted(levels, prior: 100) { Int($0.identifier.rawValue) }
    let share = counted[distinct].u / (counted[different].u + counted[distinct].u)
    let apart = levels[different].u + levels[distinct].u
    var levels = levels
    levels[different].u = apart * (1 - share)
    levels[distinct].u = apart * share
    return levels
  }

  private func adjusted(
    _ levels: [LinkageModel.Level], prior: Double = 1000, _ level: (AgreementPattern) -> Int
  ) -> [LinkageModel.Level] {
    var seen = [Double](repeating: 0, count: levels.count)
    for (pattern, count) in counts { seen[level(pattern)] += Double(count) }
    let compared = seen.dropFirst().reduce(0, +)
    return levels.indices.map { index in
      index == 0
        ? levels[0]
        : LinkageModel.Level(
          m: levels[index].m,
          u: (seen[index] + prior * levels[index].u) / (compared + prior))
    }
  }
}
