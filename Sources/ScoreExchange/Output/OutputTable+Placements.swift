import Placement
import Scores
import Tabular

extension OutputTable {
  /// `placements.csv`: one row an applicant with wishes, by applicant.
  package static func placements(
    _ step: PlaceStep, _ programmes: ProgrammeImport, _ recognition: RecogniseStep
  ) -> OutputTable {
    placements(step.result, step.problem, programmes) { row in
      step.recognitionRow(of: row).map { recognition.decimals(ofRow: $0) } ?? 2
    }
  }

  /// `placements.csv` with scores of so many decimals in each row of the wishes.
  static func placements(
    _ result: PlacementResult, _ problem: PlacementProblem, _ programmes: ProgrammeImport,
    decimals: @escaping @Sendable (Int) -> Int
  ) -> OutputTable {
    let listed = problem.applicantsWithWishes
    return OutputTable(
      headings: ["applicant", "school", "programme", "rank", "score", "status"],
      rowCount: listed.count
    ) { range, writer in
      for applicant in listed[range] {
        writer.append(problem.applicants[applicant], isIdentifier: true)
        guard let programme = result.programme(of: applicant),
          let rank = result.rank(of: applicant), let row = result.row(of: applicant)
        else {
          for _ in 0..<4 { writer.appendEmpty() }
          writer.append("unplaced")
          writer.endRow()
          continue
        }
        let entry = programmes.programmes[programme]
        writer.append(entry.school?.code ?? "")
        writer.append(entry.code, isIdentifier: true)
        writer.append(rank)
        writer.append(
          Score(billionths: problem.wishes.score(row: row)), decimals: decimals(row))
        writer.append("placed")
        writer.endRow()
      }
    }
  }

  /// `cutoffs.csv`: one row a programme, by school and code.
  package static func cutoffs(
    _ step: PlaceStep, _ programmes: ProgrammeImport, _ recognition: RecogniseStep
  ) -> OutputTable {
    cutoffs(step.result, step.problem, programmes) { recognition.decimals(of: $0) }
  }

  /// `cutoffs.csv` with scores of so many decimals at each school.
  static func cutoffs(
    _ result: PlacementResult, _ problem: PlacementProblem, _ programmes: ProgrammeImport,
    decimals: @escaping @Sendable (School?) -> Int
  ) -> OutputTable {
    let ties = problem.tieOrder
    return OutputTable(
      headings: [
        "school", "programme", "quota", "wishes", "admitted", "cutoff", "at_cutoff", "next_below",
        "first_wish", "binding", "cutoff_keys",
      ], rowCount: result.cutoffs.count
    ) { range, writer in
      for cutoff in result.cutoffs[range] {
        let entry = programmes.programmes[cutoff.programme]
        let decimals = decimals(entry.school)
        writer.append(entry.school?.code ?? "")
        writer.append(entry.code, isIdentifier: true)
        writer.append(cutoff.quota)
        writer.append(cutoff.wishes)
        writer.append(cutoff.admitted)
        writer.append(cutoff.score.map(Score.init(billionths:)), decimals: decimals)
        if cutoff.score == nil { writer.appendEmpty() } else { writer.append(cutoff.atCutoff) }
        writer.append(cutoff.nextBelow.map(Score.init(billionths:)), decimals: decimals)
        writer.append(cutoff.firstWish)
        writer.append(cutoff.binding.rawValue)
        writer.append(cutoff.isDecidedByKeys ? ties.line(of: cutoff.keys) : "")
        writer.endRow()
      }
    }
  }
}
