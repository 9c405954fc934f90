public import Parallel

/// The waterfall of one pair: what each field adds to the weight of the evidence.
public struct ExplainedPair: Sendable, Hashable {
  /// One field of the waterfall.
  public struct Part: Sendable, Hashable {
    /// The field's name as in the tables.
    public let field: String
    /// How the two values agree, in words; no value is shown.
    public let agreement: String
    /// Bits added; negative where the field speaks against one person.
    public let bits: Double
  }

  /// Row of the left table.
  public let left: Int
  /// Row of the right table.
  public let right: Int
  /// Bits before anything is compared: how unlikely two rows taken at random are one person.
  public let prior: Double
  /// The fields in a fixed order; a missing value adds 0.
  public let parts: [Part]
  /// The sum.
  public let weight: Double

  /// The probability that the two rows are one person, 0…1.
  public var probability: Double { RecordLinkage.probability(bits: weight) }

  /// The waterfall as one JSON object.
  public var json: String {
    let fields = parts.map {
      "{\"field\":\(jsonText($0.field)),\"agreement\":\(jsonText($0.agreement)),"
        + "\"bits\":\(jsonNumber($0.bits))}"
    }
    return "{\"prior\":\(jsonNumber(prior)),\"parts\":[\(fields.joined(separator: ","))],"
      + "\"weight\":\(jsonNumber(weight)),\"probability\":\(jsonNumber(probability))}"
  }
}

extension Linker {
  /// Explains pairs of rows, whether they are linked or not.
  ///
  /// - Parameters:
  ///   - pairs: Rows of the left and of the right table.
  ///   - left: The left table, whole: how common a name is counts.
  ///   - right: The right table.
  ///   - plan: How many threads may work.
  /// - Returns: One explanation a pair, in their order.
  /// - Throws: As ``link(left:right:decisions:training:plan:cancellation:)``.
  public func explain(
    _ pairs: [(left: Int, right: Int)], left: PersonTable, right: PersonTable,
    plan: WorkPlan = .allCores
  ) throws(LinkageError) -> [ExplainedPair] {
    let scan = try prepare(
      left: left, right: right, decisions: [], training: .none, plan: plan, cancellation: nil
    ).scan
    return scan.explained(pairs)
  }

  /// Explains all pairs that would be weighed for some records, likely or not.
  ///
  /// - Parameters:
  ///   - lefts: Rows of the left table.
  ///   - rights: Rows of the right table.
  ///   - left: The left table, whole.
  ///   - right: The right table, whole.
  ///   - plan: How many threads may work.
  /// - Returns: The pairs that share a blocking key and hold one of the rows, by falling weight;
  ///   at most eight for one right row.
  /// - Throws: As ``link(left:right:decisions:training:plan:cancellation:)``.
  public func explain(
    candidatesOfLeft lefts: [Int], right rights: [Int], left: PersonTable, right: PersonTable,
    plan: WorkPlan = .allCores
  ) throws(LinkageError) -> [ExplainedPair] {
    try explain(
      candidatesOfLeft: lefts, right: rights, leftRows: left, rightRows: right, plan: plan)
  }

  /// The same for rows that need not all be in memory at one time.
  package func explain(
    candidatesOfLeft lefts: [Int], right rights: [Int], leftRows left: any PersonRows,
    rightRows right: any RightRows, plan: WorkPlan
  ) throws(LinkageError) -> [ExplainedPair] {
    var scan = try prepare(
      left: left, right: right, decisions: [], training: .none, plan: plan, cancellation: nil
    ).scan
    scan.least = Self.leastExplained
    let (lefts, rights) = (Set(lefts.map(UInt32.init)), Set(rights.map(UInt32.init)))
    let found = try scan.pairs(plan: plan, cancellation: nil)
    let wanted = found.pairs.filter { lefts.contains($0.left) || rights.contains($0.right) }
    return scan.explained(wanted.map { (Int($0.left), Int($0.right)) }).sorted { first, second in
      if first.weight != second.weight { return first.weight > second.weight }
      return left.keyPrecedes(first.left, second.left)
        ?? right.keyPrecedes(first.right, second.right) ?? false
    }
  }

  /// Pairs lighter than this, one in a million, are not worth an explanation.
  private static let leastExplained = -20.0
}

extension RightScan {
  /// The waterfalls of pairs of rows, in their order.
  func explained(_ pairs: [(left: Int, right: Int)]) -> [ExplainedPair] {
    let names = LinkageModel.fieldNames(left.furtherFields)
    let positions = rows.positions(ofTableRows: pairs.map { UInt32($0.left) })
    return zip(positions, pairs).map { position, pair in
      let (l, r) = pair
      let table = right.comparable([UInt32(r)])
      let rights = StandardRows(table, rows: 0..<1)
      var scorer = scorer(right: table)
      let pattern = scorer.pattern(rows, position, rights, 0)
      let parts = scorer.parts(pattern, rows, position, rights.keys[0])
      return ExplainedPair(
        left: l, right: r, prior: weights.prior,
        parts: parts.enumerated().map { field, bits in
          ExplainedPair.Part(
            field: names[field], agreement: LinkageModel.levelWord(field, pattern.level(field)),
            bits: bits)
        },
        weight: parts.reduce(weights.prior, +))
    }
  }
}
