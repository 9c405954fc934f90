import Parallel
import Scores

/// The distribution of totals of each assessment and sitting.
struct DistributionsSection {
  let list: ReportList<Distribution>

  init(_ results: ResultTally, _ assessments: [Assessment]) {
    var keys: [(assessment: Int, sitting: Int)] = []
    for (index, assessment) in assessments.enumerated() {
      keys += assessment.sittings.indices.map { (index, $0) }
    }
    list = ReportList(keys, limit: ReportLimit.distributions) { key in
      let assessment = assessments[key.assessment]
      return Distribution(
        assessment, assessment.sittings[key.sitting],
        results.sittings[key.assessment][key.sitting],
        id: "d\(key.assessment)-\(key.sitting)")
    }
  }
}

/// The distribution of one sitting, beside what was published about it.
struct Distribution {
  /// One figure, as computed and as published.
  struct Row {
    let name: ReportText
    let own: String?
    let published: String?
  }

  /// Results without a score.
  struct Unscored {
    let name: ReportText
    let count: CountText
  }

  let id: String
  let assessment: String
  let sitting: String
  let date: String
  let histogram: Histogram?
  let rows: [Row]
  let unscored: [Unscored]
  /// Where the published figures come from; nil when there are none.
  let source: String?

  init(
    _ assessment: Assessment, _ sitting: Sitting, _ results: ResultTally.SittingTally, id: String
  ) {
    let places = results.places
    self.id = id
    self.assessment = assessment.code
    self.sitting = sitting.name
    date = sitting.date.description
    let statistics = ScoreStatistics(ofSorted: places, on: assessment.scale)
    let published = PublishedStatistics.figures(assessment, sitting)
    histogram = statistics.map { Histogram(ofSorted: places, on: assessment.scale, $0) }
    rows =
      Self.moments(statistics, published, decimals: assessment.scale.decimals)
      + Self.tails(places, assessment.scale, published)
    unscored = zip(ResultStatus.allCases, results.statuses).compactMap { status, count in
      guard status != .scored, count > 0 else { return nil }
      return Unscored(
        name: ReportText(Message(status.rawValue)), count: CountText(count))
    }
    source = published?.source
  }

  private static func moments(
    _ own: ScoreStatistics?, _ published: PublishedStatistics?, decimals: Int
  ) -> [Row] {
    func text(_ score: Score?, _ decimals: Int) -> String? {
      score.map { $0.formatted(decimals: decimals) }
    }
    let rounded = own?.decimals ?? 2
    var rows = [
      Row(
        name: ReportText("Results with a score (n)"),
        own: CountText(own?.count ?? 0).description, published: published?.candidates),
      Row(
        name: ReportText("Mean"), own: text(own?.mean, rounded),
        published: published?.mean),
      Row(
        name: ReportText("Median"), own: text(own?.median, decimals),
        published: published?.median),
      Row(
        name: ReportText("Standard deviation"),
        own: text(own?.standardDeviation, rounded), published: nil),
      Row(
        name: ReportText("Minimum"), own: text(own?.minimum, decimals),
        published: published?.minimum),
      Row(
        name: ReportText("Maximum"), own: text(own?.maximum, decimals),
        published: published?.maximum),
    ]
    if let registered = published?.registered {
      rows.insert(
        Row(
          name: ReportText("Registered"), own: nil, published: registered), at: 0)
    }
    return rows
  }

  /// How many are above the marks of which something was published.
  private static func tails(
    _ places: [Int32], _ scale: ScoreScale, _ published: PublishedStatistics?
  ) -> [Row] {
    (published?.tails ?? []).map { tail in
      let mark = Score(exactly: tail.above) ?? .zero
      let count = places.count - places.partitionPoint { scale.score(at: Int($0)) <= mark }
      return Row(
        name: ReportText("Above \(tail.above) points"),
        own: places.isEmpty
          ? nil : "\(CountText(count)) (\(percentText(count, of: places.count)))",
        published: tail.share)
    }
  }
}
