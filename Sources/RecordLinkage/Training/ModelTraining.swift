import Parallel

/// Estimates a model on the two tables themselves, without known links.
///
/// Each block holds the pairs that agree on one field, and tells the m of all others: pairs with
/// one identifier show how names and dates are mistyped, pairs with one name how identifiers are.
struct ModelTraining {
  private let scan: RightScan
  private let fields: [FurtherField]
  private let sample: PersonTable
  private let rights: StandardRows

  /// Right rows whose candidates are looked at.
  static let sampleSize = 20_000
  /// Pairs of one block.
  static let pairLimit = 400_000
  /// A key that more left rows share is left out.
  static let blockLimit = 5_000
  /// Fewer expected pairs of one person than this do not tell how a field is mistyped.
  static let leastMatches = 30.0

  init(_ scan: RightScan, plan: WorkPlan) {
    self.scan = scan
    fields = scan.left.furtherFields
    sample = scan.right.comparable(
      RowSample.rows(scan.right, count: Self.sampleSize, plan: plan)[...])
    rights = StandardRows(sample, rows: 0..<sample.count)
  }

  /// A name all but tells the sex. Counted as evidence of its own, the sex would seem to set half of
  /// all namesakes apart, and those of one birth date would pass for people with two identifiers.
  private static let blocks: [(field: Int, impliedFields: [Int], label: String)] = [
    (2, [], "identifier"), (0, [3], "name"), (1, [3], "birth date"),
  ]

  /// The trained model, and the fields of which the data told too little.
  struct Outcome: Sendable {
    var model: LinkageModel
    var untrainedFields: [String] = []
  }

  /// Trains; `model` gives u and what the data do not tell.
  ///
  /// - Throws: What kept a field from being trained, when training is `required`.
  func trained(
    _ model: LinkageModel, isRequired: Bool, plan: WorkPlan
  ) throws(LinkageError) -> Outcome {
    plan.begin(.training)
    let before = model.levels(fields)
    let blocks = Self.blocks
    let runs = plan.map(count: blocks.count) { block in
      ExpectationMaximisation(
        patterns(blockedField: blocks[block].field), blockedField: blocks[block].field,
        impliedFields: blocks[block].impliedFields, levels: before)
    }
    if isRequired {
      for (run, block) in zip(runs, blocks) where !run.counts.isEmpty && !run.hasConverged {
        throw LinkageError(
          .notConverged, subject: "\(run.iterations) steps on pairs with the same \(block.label)")
      }
    }
    let settled = runs.filter { !$0.counts.isEmpty && $0.hasConverged }
    var outcome = Outcome(model: model)
    var levels = before
    let names = LinkageModel.fieldNames(fields)
    var trainedCount = 0
    for field in levels.indices {
      do throws(LinkageError) {
        if let trained = try self.levels(of: field, names[field], settled, before[field]) {
          levels[field] = trained
          trainedCount += 1
        } else if field >= levels.count - fields.count {
          // A further field is compared because somebody asked for it.
          throw LinkageError(.untrainedLevel, subject: Message(names[field]))
        }
      } catch {
        if isRequired { throw error }
        outcome.untrainedFields.append(names[field])
      }
    }
    // Where no two rows agree on anything the tables tell nothing at all.
    if isRequired && trainedCount == 0 {
      throw LinkageError(.untrainedLevel, subject: Message(names[0]))
    }
    outcome.model.setLevels(levels, fields)
    outcome.model.matchShare = matchShare(runs, levels, before: model.matchShare)
    return outcome
  }

  /// How often each pattern stands in the block of one field, that field left out.
  private func patterns(blockedField: Int) -> [AgreementPattern: Int] {
    let index = blockIndex(blockedField)
    var scorer = scan.scorer(right: sample)
    var counts = PatternCounts()
    var found: [UInt32] = []
    for (key, position) in looked(up: blockedField, index) {
      found.removeAll(keepingCapacity: true)
      _ = index.collect(key, limit: Self.blockLimit, into: &found)
      for left in found { counts.add(scorer.pattern(scan.rows, Int(left), rights, position)) }
    }
    return counts.counts
  }

  /// The right rows whose block is counted, those with one key together: what they are compared with
  /// is then read once.
  private func looked(up field: Int, _ index: BlockIndex) -> [(key: UInt64, position: Int)] {
    var looked: [(key: UInt64, position: Int)] = []
    var total = 0
    var unused: [UInt32] = []
    for position in rights.keys.indices where total < Self.pairLimit {
      let key = Self.key(rights.keys[position], field)
      let size = key == 0 ? 0 : index.collect(key, limit: 0, into: &unused)
      guard size > 0, size <= Self.blockLimit else { continue }
      looked.append((key, position))
      total += size
    }
    return looked.sorted { ($0.key, $0.position) < ($1.key, $1.position) }
  }

  private func blockIndex(_ field: Int) -> BlockIndex {
    BlockIndex(keys: scan.rows.keys.map { Self.key($0, field) })
  }

  private static func key(_ keys: PersonKeys, _ field: Int) -> UInt64 {
    switch field {
    case 0: BlockingPass.nameKey(keys)
    case 1: keys.birth.isMissing ? 0 : max(1, mixed(UInt64(keys.birth.bits)))
    default: BlockingPass.key(of: keys.identifier)
    }
  }

  /// m of a field from the blocks that do not fix it, each by its expected pairs; nil where no pair
  /// has the field.
  private func levels(
    of field: Int, _ name: String, _ runs: [ExpectationMaximisation],
    _ before: [LinkageModel.Level]
  ) throws(LinkageError) -> [LinkageModel.Level]? {
    var expected = [Double](repeating: 0, count: before.count)
    var isSeen = false
    for run in runs where run.blockedField != field && !run.expected.isEmpty {
      for level in expected.indices { expected[level] += run.expected[field][level] }
      isSeen = isSeen || run.counts.contains { $0.pattern.level(field) != 0 }
    }
    let matches = expected.dropFirst().reduce(0, +)
    guard isSeen else { return nil }
    guard matches >= Self.leastMatches else {
      throw LinkageError(.untrainedLevel, subject: Message(name))
    }
    var levels = before
    for level in levels.indices.dropFirst() {
      levels[level].m = (expected[level] + 5 * before[level].m) / (matches + 5)
    }
    // A solution in which agreement speaks against one person has the two classes changed over.
    guard levels[1].bits > 0, (levels.last?.bits ?? 0) < 0 else {
      throw LinkageError(.notConverged, subject: "agreement of \(name) got no weight")
    }
    return levels
  }

  /// The share of right rows with a counterpart, from those with an identifier, or with a name.
  private func matchShare(
    _ runs: [ExpectationMaximisation], _ levels: [[LinkageModel.Level]], before: Double
  ) -> Double {
    for run in runs.prefix(2) where !run.counts.isEmpty {
      let field = run.blockedField
      let comparable =
        field == 0
        ? MatchShare.comparable(byNameOf: rights.keys, scan.rows.keys)
        : MatchShare.comparable(
          byIdentifierOf: rights.keys, scan.rows.keys, withFormer: false)
      let share = MatchShare(
        agreeing: run.matches, of: comparable, agreement: Self.agreement(field, levels[field]))
      if let share { return share.value }
    }
    return before
  }

  /// How often the values of one person have the same key.
  private static func agreement(_ field: Int, _ levels: [LinkageModel.Level]) -> Double {
    field == 0
      ? NameLevel.ofSameLetters.reduce(0) { $0 + levels[Int($1.rawValue)].m }
      : levels[Int(IdentifierLevel.equal.rawValue)].m
  }
}
