import Placement
import Scores
import Tabular

extension OutputTable {
  /// `cutoff-equivalents.csv`: each programme's floor and cutoff on the scale of every assessment that
  /// is converted for it, for schools that publish a line for each kind of result.
  ///
  /// - Returns: One row a programme and rule with a conversion, by school and programme, then as the
  ///   rules stand in the exchange file.
  package static func cutoffEquivalents(
    _ step: PlaceStep, _ programmes: ProgrammeImport, _ recognition: RecogniseStep
  ) -> OutputTable {
    let rows = step.result.cutoffs.flatMap { cutoff in
      let programme = programmes.programmes[cutoff.programme]
      return recognition.recognisers.filter {
        $0.school == programme.school && $0.conversion != nil
          && $0.rule.programmes.contains(programme.code)
      }.map { (cutoff, programme, $0) }
    }
    return OutputTable(
      headings: [
        "school", "programme", "assessment", "conversion", "floor", "floor_total", "cutoff",
        "cutoff_total",
      ], rowCount: rows.count
    ) { range, writer in
      for (cutoff, programme, rule) in rows[range] {
        let decimals = rule.rounding.decimals
        writer.append(rule.school.code)
        writer.append(programme.code, isIdentifier: true)
        writer.append(rule.assessment.code)
        writer.append(rule.conversion?.definition.name ?? "")
        for line in [programme.floor, cutoff.score.map(Score.init(billionths:))] {
          writer.append(line, decimals: decimals)
          writer.append(
            line.flatMap { rule.total(atLine: $0) }, decimals: rule.assessment.scale.decimals)
        }
        writer.endRow()
      }
    }
  }
}
