import Parallel

/// How often two different people agree at each level, counted on random pairs of rows.
///
/// Random pairs are two people all but surely, so their agreement is that of chance. The pairs are
/// drawn by the hashes of the keys, so that the order of the rows does not matter.
struct ChanceEstimate: Sendable {
  private(set) var counts: [AgreementPattern: Int] = [:]
  private(set) var total = 0

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

  /// Replaces the shares by chance of a model, smoothed by what the model had.
  ///
  /// Identifiers keep theirs: numbers one digit apart belong to relatives, whom random pairs miss.
  func apply(to model: inout LinkageModel, furtherFields: [FurtherField]) {
    guard total > 0 else { return }
    model.name = adjusted(model.name, prior: 100_000) { Int($0.name.rawValue) }
    model.birth = adjusted(model.birth) { Int($0.birth.rawValue) }
    model.sex = adjusted(model.sex) { Int($0.sex.rawValue) }
    model.province = adjusted(model.province) { Int($0.province.rawValue) }
    for (field, name) in furtherFields.map(\.name).enumerated() {
      let before = model.further[name] ?? LinkageModel.standardFurther
      model.further[name] = adjusted(before) { Int($0.further(field)) }
    }
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
