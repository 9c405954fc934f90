import Parallel
import ScoreLinking
import Scores

extension TableSchema {
  /// Both scores of each person.
  static let pairs = TableSchema(
    kind: "pairs",
    fields: [
      Field("from", required: true), Field("to", required: true), Field("count"),
    ])

  /// How many people have each score.
  static let frequencies = TableSchema(
    kind: "frequencies",
    fields: [Field("score", required: true), Field("count", required: true)])

  /// How many people have each score of a test with each score of its anchor.
  static let jointFrequencies = TableSchema(
    kind: "joint frequencies",
    fields: [
      Field("score", required: true), Field("anchor", required: true), Field("count"),
    ])
}

extension TableSchema {
  /// The same table with a column that names each row's group.
  var withGroup: TableSchema {
    TableSchema(kind: kind, fields: fields + [Field("group", required: true)])
  }
}

extension TableSource {
  /// The same file, of which a column names each row's group.
  func adding(_ groupColumn: String?) -> TableSource {
    var layout = layout
    layout.columns["group"] = groupColumn
    return TableSource(file: file, layout: layout)
  }
}

/// One or two scores with the people who have them.
struct FrequencyRow: TableRow {
  let first: Score
  let second: Score
  let count: Int
  /// The row's group; empty where no column names one.
  let group: String
  /// The row's number in its file.
  let number: Int
}

/// The rows of a file of scores, and what identifies the file.
struct FrequencyTable {
  let rows: [FrequencyRow]
  let input: EquateInput
  /// The names of the columns of one or two scores.
  private let fieldNames: [String]

  /// Reads a file whole; in an estimate no row may be left out.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  init(
    _ source: TableSource, schema: TableSchema, groupColumn: String?, plan: WorkPlan
  ) throws(ExchangeError) {
    let names = schema.fields.map(\.name)
    let hasSecond = names.count == 3
    let hasGroup = groupColumn != nil
    let table = try InputTable(
      source.adding(groupColumn), schema: hasGroup ? schema.withGroup : schema)
    let reading: TableReading<[FrequencyRow]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [FrequencyRow]) throws(CellProblem) in
      let first = try context.requiredScore(names[0])
      let second = hasSecond ? try context.requiredScore(names[1]) : .zero
      let count =
        hasSecond && context.cells("count").isEmpty
        ? 1 : try context.wholeNumber("count", in: 0...ScoreDistribution.greatestTotal)
      rows.append(
        FrequencyRow(
          first: first, second: second, count: count,
          group: hasGroup ? context.cells("group") : "", number: context.number))
    }
    try reading.rejects.refuseAny()
    fieldNames = names
    rows = reading.rows
    input = EquateInput(
      file: table.name, sha256: try table.sha256(), rows: reading.rowsRead,
      people: reading.rows.reduce(0) { $0 + $1.count })
  }

  /// The first row with a score that is no point of its scale.
  func fault(on scales: [ScoreScale]) -> ExchangeError? {
    for row in rows {
      for (field, (score, scale)) in zip([row.first, row.second], scales).enumerated()
      where !scale.isOnLattice(score) {
        return ExchangeError(
          .badInput, file: input.file, line: row.number,
          "\(fieldNames[field]) \(score) is no point of the scale \(scale.words)")
      }
    }
    return nil
  }

  /// The rows of a group, or all of them, as pairs on two scales.
  func pairs(
    _ from: ScoreScale, _ to: ScoreScale, group: String?, floor: Score? = nil
  ) throws(LinkingError) -> BivariateDistribution {
    try BivariateDistribution(
      fromScale: from, toScale: to,
      frequencies: rows(of: group).lazy.map { (from: $0.first, to: $0.second, count: $0.count) },
      floor: floor)
  }

  /// The rows of a group, or all of them, as frequencies on one scale.
  func distribution(
    _ scale: ScoreScale, group: String?, floor: Score?
  ) throws(LinkingError) -> ScoreDistribution {
    try ScoreDistribution(
      scale: scale, frequencies: rows(of: group).lazy.map { (score: $0.first, count: $0.count) },
      floor: floor)
  }

  private func rows(of group: String?) -> [FrequencyRow] {
    group.map { name in rows.filter { $0.group == name } } ?? rows
  }
}

extension ScoreScale {
  /// The coarsest scale that holds every anchor score of both groups.
  static func ofAnchor(_ tables: [FrequencyTable]) throws(ScoreError) -> ScoreScale {
    let scores = tables.flatMap { $0.rows.map(\.second.billionths) }
    let (low, high) = (scores.min() ?? 0, scores.max() ?? 0)
    var step: UInt64 = 0
    for score in scores {
      let (distance, overflow) = score.subtractingReportingOverflow(low)
      if overflow { throw ScoreError(code: .scale) }
      var (larger, smaller) = (step, distance.magnitude)
      while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
      step = larger
    }
    return try ScoreScale(
      minimum: Score(billionths: low), maximum: Score(billionths: high),
      step: Score(billionths: step == 0 ? 1 : Int64(clamping: step)))
  }
}
