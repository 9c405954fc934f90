/// Everything that stands on the page of a run, in the order in which it stands there.
///
/// The templates read stored properties by name.
struct ReportPage {
  let title: String
  let heading: HeadingSection
  let headline: HeadlineSection
  let files: FilesSection
  let distributions: DistributionsSection
  let conversions: ConversionsSection
  let links: LinksSection
  let recognition: RecognitionSection
  let placement: PlacementSection
  let rejects: RejectsSection
  let batches: BatchesSection

  init(_ figures: RunFigures) {
    title = "\(figures.summary.exchange) \(figures.facts.year)"
    heading = HeadingSection(figures)
    headline = HeadlineSection(figures)
    files = FilesSection(figures.summary.files)
    distributions = DistributionsSection(figures.results, figures.assessments)
    conversions = ConversionsSection(figures.facts.conversions)
    links = LinksSection(figures)
    recognition = RecognitionSection(figures)
    placement = PlacementSection(figures)
    rejects = RejectsSection(figures)
    batches = BatchesSection(figures)
  }
}

/// How much of a list the page shows, so that a national year gives a page that still opens.
enum ReportLimit {
  static let files = 200
  static let distributions = 40
  static let conversions = 20
  static let bands = 60
  static let rules = 200
  static let programmes = 1_000
  static let reasons = 60
  static let rejects = 120
  static let batches = 100
}

/// The first rows of a list and how many more there are.
struct ReportList<Row> {
  let rows: [Row]
  /// How many rows are not shown; nil for none.
  let hidden: CountText?

  init(_ rows: [Row], limit: Int) {
    self.rows = Array(rows.prefix(limit))
    hidden = rows.count > limit ? CountText(rows.count - limit) : nil
  }

  /// Makes only the rows that are shown.
  init<Source: Collection>(_ source: Source, limit: Int, _ make: (Source.Element) -> Row) {
    rows = source.prefix(limit).map(make)
    hidden = source.count > limit ? CountText(source.count - limit) : nil
  }
}
