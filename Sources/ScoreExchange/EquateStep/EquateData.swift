import Parallel
import ScoreLinking
import Scores

/// The files of a design, read.
struct EquateData {
  private let tables: [FrequencyTable]
  private let data: EquateSettings.Data
  private let weight: Double?
  private let options: EquateOptions

  var inputs: [EquateInput] { tables.map(\.input) }

  init(
    _ settings: EquateSettings, plan: WorkPlan
  ) throws(ExchangeError) {
    let options = settings.options
    func table(_ source: TableSource, _ schema: TableSchema) throws(ExchangeError)
      -> FrequencyTable
    {
      try FrequencyTable(source, schema: schema, groupColumn: options.groupColumn, plan: plan)
    }
    data = settings.data
    weight = settings.weight.map { Double($0) }
    self.options = options
    switch data {
    case .singleGroup(let pairs): tables = [try table(pairs, .pairs)]
    case .equivalentGroups(let from, let to):
      tables = [try table(from, .frequencies), try table(to, .frequencies)]
    case .anchor(let from, let to, _):
      tables = [try table(from, .jointFrequencies), try table(to, .jointFrequencies)]
    }
  }

  /// The names in the group column, in the order of their bytes; empty without one.
  var groups: [String] {
    if options.groupColumn == nil { return [] }
    return Set(tables.flatMap { $0.rows.map(\.group) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The data on two scales: the rows of a group, or all of them.
  func design(
    from source: ScoreScale, to target: ScoreScale, group: String? = nil
  ) throws(LinkingError) -> LinkingDesign {
    switch data {
    case .singleGroup:
      if options.fromFloor != nil || options.toFloor != nil {
        throw LinkingError(code: .settings, detail: "Floors are for two groups.")
      }
      return .singleGroup(try tables[0].pairs(source, target, group: group))
    case .equivalentGroups:
      return .equivalentGroups(
        from: try tables[0].distribution(source, group: group, floor: options.fromFloor),
        to: try tables[1].distribution(target, group: group, floor: options.toFloor))
    case .anchor(_, _, let isInternal):
      let scale = try anchorScale()
      return .anchorTest(
        from: try tables[0].pairs(source, scale, group: group, floor: options.fromFloor),
        to: try tables[1].pairs(target, scale, group: group, floor: options.toFloor),
        anchor: try .init(kind: isInternal ? .internal : .external, weight: weight))
    }
  }

  /// What an engine's refusal means for the files: the row that is no point of its scale, or the
  /// files together.
  func located(
    _ error: LinkingError, from source: ScoreScale, to target: ScoreScale
  ) -> ExchangeError {
    if error.code == .cancelled { return ExchangeError(.cancelled, "stopped") }
    if error.code == .offLattice || error.code == .outside {
      for (table, scales) in zip(tables, scales(source, target)) {
        if let fault = table.fault(on: scales) { return fault }
      }
    }
    return ExchangeError(
      error.code == .settings ? .usage : .badInput,
      file: inputs.map(\.file).joined(separator: ", "), "\(error)")
  }

  /// The scales of each file's one or two scores; the anchor's is right by itself unless given.
  private func scales(_ source: ScoreScale, _ target: ScoreScale) -> [[ScoreScale]] {
    let anchor = options.anchorScale.map { [$0] } ?? []
    return switch data {
    case .singleGroup: [[source, target]]
    case .equivalentGroups: [[source], [target]]
    case .anchor: [[source] + anchor, [target] + anchor]
    }
  }

  private func anchorScale() throws(LinkingError) -> ScoreScale {
    if let scale = options.anchorScale { return scale }
    do throws(ScoreError) {
      return try ScoreScale.ofAnchor(tables)
    } catch {
      throw LinkingError(code: .settings, detail: "The anchor scores make no scale.")
    }
  }
}
