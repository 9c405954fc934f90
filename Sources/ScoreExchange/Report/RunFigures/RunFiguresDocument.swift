import Scores

/// The figures of a run as one JSON document; nobody's name and no identifier is in it.
///
/// Scores are texts, so that no reader rounds them.
public struct RunFiguresDocument: Encodable, Sendable {
  let exchange: String
  let year: Int
  let files: [FileSummary]
  let sittings: [SittingEntry]
  let links: LinkEntries
  let recognition: [RecognitionEntry]
  let placement: PlacementEntry
  let cutoffs: [CutoffFigures]
  let rejects: [FindingEntry]
  let warnings: [RunFacts.Warning]
  let batches: [BatchEntry]

  init(_ figures: RunFigures) {
    exchange = figures.summary.exchange
    year = figures.facts.year
    files = figures.summary.files
    sittings = zip(figures.assessments, figures.results.sittings).flatMap { assessment, tallies in
      zip(assessment.sittings, tallies).map { SittingEntry(assessment, $0, $1) }
    }
    links = LinkEntries(figures)
    recognition = figures.recognition.decisions.map { key, decisions in
      RecognitionEntry(
        school: key.school, assessment: key.assessment, recognised: decisions.recognised,
        refused: decisions.refused)
    }.sorted { ($0.school, $0.assessment) < ($1.school, $1.assessment) }
    placement = PlacementEntry(
      placed: figures.placement.placed, unplaced: figures.placement.unplaced,
      ranks: figures.placement.ranks, ranksBySchool: figures.placement.ranksBySchool)
    cutoffs = figures.cutoffs
    rejects = figures.rejects.findings.map { key, finding in
      FindingEntry(file: key.file, reason: key.reason, count: finding.count)
    }.sorted { ($0.file, $0.reason) < ($1.file, $1.reason) }
    warnings = figures.facts.warnings
    batches = figures.batches.map(BatchEntry.init)
  }
}

extension RunFiguresDocument {
  struct SittingEntry: Encodable {
    let assessment: String
    let sitting: String
    let scored: Int
    /// Results without a score, by status.
    let unscored: [String: Int]
    let mean: String?
    let median: String?
    let standardDeviation: String?
    let minimum: String?
    let maximum: String?

    enum CodingKeys: String, CodingKey {
      case assessment
      case sitting
      case scored
      case unscored
      case mean
      case median
      case standardDeviation = "standard_deviation"
      case minimum
      case maximum
    }

    init(_ assessment: Assessment, _ sitting: Sitting, _ tally: ResultTally.SittingTally) {
      let statistics = ScoreStatistics(ofSorted: tally.places, on: assessment.scale)
      self.assessment = assessment.code
      self.sitting = sitting.name
      scored = tally.places.count
      var unscored: [String: Int] = [:]
      for (status, count) in zip(ResultStatus.allCases, tally.statuses)
      where status != .scored && count > 0 {
        unscored[status.rawValue] = count
      }
      self.unscored = unscored
      mean = statistics?.mean.formatted()
      median = statistics?.median.formatted()
      standardDeviation = statistics?.standardDeviation?.formatted()
      minimum = statistics?.minimum.formatted()
      maximum = statistics?.maximum.formatted()
    }
  }

  struct LinkEntries: Encodable {
    struct Rule: Encodable {
      let rule: String
      let auto: Int
      let review: Int
    }

    let results: Int
    let linked: Int
    let waiting: Int
    let none: Int
    let rules: [Rule]

    init(_ figures: RunFigures) {
      results = figures.results.count
      linked = figures.links.linkedResults
      waiting = figures.links.waitingResults
      none = figures.summary.links.none
      rules = figures.links.pairs.sorted { $0.key.precedesInBytes($1.key) }.map {
        Rule(rule: $0.key, auto: $0.value.linked, review: $0.value.waiting)
      }
    }
  }

  struct RecognitionEntry: Encodable {
    let school: String
    let assessment: String
    let recognised: Int
    let refused: [String: Int]
  }

  struct PlacementEntry: Encodable {
    let placed: Int
    let unplaced: Int
    /// Placed applicants by rank, 1 first; those with a later rank than 10 stand together at the
    /// end.
    let ranks: [Int]
    let ranksBySchool: [String: [Int]]

    enum CodingKeys: String, CodingKey {
      case placed
      case unplaced
      case ranks
      case ranksBySchool = "ranks_by_school"
    }
  }

  struct FindingEntry: Encodable {
    let file: String
    let reason: String
    let count: Int
  }

  struct BatchEntry: Encodable {
    let folder: String
    let kind: String
    let rows: Int
    let issuer: String
    let coordinator: String
    let cosigned: Bool
    let recipients: [String]
    let seq: Int
    let manifest: String

    init(_ batch: BatchFigures) {
      folder = batch.folder
      kind = batch.kind
      rows = batch.rows
      issuer = batch.issuer
      coordinator = batch.coordinator
      cosigned = batch.isCosigned
      recipients = batch.recipients
      seq = batch.sequence
      manifest = batch.digest.hex
    }
  }
}
