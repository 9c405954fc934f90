public import Parallel
import Files
import Foundation
import Placement
import Scores
import Tabular

extension FilePlacement {
  /// Writes `placements.csv`: one row an applicant with wishes, by applicant.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`; the file appears whole or not at all.
  public func writePlacements(
    to path: String, isForSpreadsheet: Bool = false, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try placementsTable.write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// Writes `cutoffs.csv`: one row a programme, by school and code.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`; the file appears whole or not at all.
  public func writeCutoffs(
    to path: String, isForSpreadsheet: Bool = false, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try cutoffsTable.write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// Writes the certificate: keys in byte order, one line end at its end.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`; the file appears whole or not at all.
  public func writeCertificate(to path: String) throws(ExchangeError) {
    let certificate = PlacementCertificate(of: self)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try writeBytes(Array(try encoder.encode(certificate)) + [0x0A], to: path)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// Writes the rows that could not be used.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`; the file appears whole or not at all.
  public func writeRejects(
    to path: String, isForSpreadsheet: Bool = false, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try OutputTable.rejects(files.rejects).write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: plan)
  }

  /// The bytes of `placements.csv`.
  public func placementsCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    placementsTable.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }

  package var placementsTable: OutputTable {
    let (problem, result, decimals) = (files.problem, result, files.decimals)
    let programmes = files.programmes.programmes
    let haveWishes = problem.haveWishes
    let listed = haveWishes.indices.filter { haveWishes[$0] }
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
        writer.append(programmes[programme].school?.code ?? "")
        writer.append(programmes[programme].code, isIdentifier: true)
        writer.append(rank)
        writer.append(Score(billionths: problem.wishes.score(row: row)), decimals: decimals)
        writer.append("placed")
        writer.endRow()
      }
    }
  }

  package var cutoffsTable: OutputTable {
    let decimals = files.decimals
    return .cutoffs(result, files.problem, files.programmes) { _ in decimals }
  }

  /// Applicants who have a wish that counts and no place.
  public var unplacedCount: Int {
    files.problem.haveWishes.count { $0 } - result.placedCount
  }
}
