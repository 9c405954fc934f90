package import Parallel
package import Scores

/// What a rule's conversion makes of every total of the scale, worked out once, with its words.
///
/// A run has far more results than their scale has points, so that most of a calculation is looked
/// up.
package struct ConvertedTotals: Sendable {
  private static let outsideTable = Int64.min
  private static let overflow = Int64.min + 1
  /// Scales with more points are not worked out: their words would take too much memory.
  private static let greatestPointCount = 1 << 16

  private var billionths: [Int64] = []
  private var words = TraceOutput()
  /// Where the words of each total end.
  private var ends: [Int] = []

  private init() {}

  /// Works out a conversion, unless looking its values up would save nothing.
  ///
  /// - Parameters:
  ///   - recogniser: The rule.
  ///   - count: How many totals will be looked up, about.
  ///   - plan: The threads to use.
  package init?(_ recogniser: Recogniser, forTotals count: Int, plan: WorkPlan) {
    let scale = recogniser.assessment.scale
    guard recogniser.conversion != nil, scale.pointCount <= min(count, Self.greatestPointCount)
    else { return nil }
    let parts = plan.mapChunks(of: scale.pointCount, chunkLength: 256) { points in
      var part = ConvertedTotals()
      var trace = Trace(isTold: true)
      for point in points {
        trace.removeAll()
        part.append(
          Result { () throws(ScoreError) in
            try recogniser.converted(scale.score(at: point), &trace)
          }, trace.output)
      }
      return part
    }
    for part in parts {
      let start = words.bytes.count
      billionths += part.billionths
      words.append(part.words)
      for end in part.ends { ends.append(start + end) }
    }
  }

  /// What the conversions of rules make of the totals; rules that tell of a conversion in the same
  /// words share it.
  static func all(
    _ recognisers: [Recogniser], forTotals count: Int, plan: WorkPlan
  ) -> [ConvertedTotals?] {
    var known: [[String]: ConvertedTotals?] = [:]
    return recognisers.map { recogniser in
      let words = [recogniser.assessment.code, recogniser.label, "\(recogniser.decimals)"]
      if let converted = known[words] { return converted }
      let converted = ConvertedTotals(recogniser, forTotals: count, plan: plan)
      known[words] = .some(converted)
      return converted
    }
  }

  private mutating func append(_ score: Result<Score?, ScoreError>, _ told: TraceOutput) {
    switch score {
    case .success(let score): billionths.append(score?.billionths ?? Self.outsideTable)
    case .failure: billionths.append(Self.overflow)
    }
    words.append(told)
    ends.append(words.bytes.count)
  }

  /// The converted score of a total by its place on the scale, and the words for it.
  ///
  /// - Throws: `ScoreError` with `overflow`, as the conversion itself.
  package func told(at point: Int) throws(ScoreError) -> (score: Score?, words: String) {
    var trace = Trace(isTold: true)
    let score = try score(at: point, &trace)
    return (score, trace.output.text)
  }

  /// The converted score of a total by its place on the scale; nil where the conversion has none.
  ///
  /// - Throws: `ScoreError` with `overflow`, as the conversion itself.
  func score(at point: Int, _ trace: inout Trace) throws(ScoreError) -> Score? {
    if trace.isTold {
      trace.add(written: words, from: point == 0 ? 0 : ends[point - 1], to: ends[point])
    }
    switch billionths[point] {
    case Self.outsideTable: return nil
    case Self.overflow: throw ScoreError(code: .overflow)
    case let billionths: return Score(billionths: billionths)
    }
  }
}
