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
    let decimals = files.decimals
    return .placements(result, files.problem, files.programmes) { _ in decimals }
  }

  package var cutoffsTable: OutputTable {
    let decimals = files.decimals
    return .cutoffs(result, files.problem, files.programmes) { _ in decimals }
  }

  /// Applicants who have a wish that counts and no place.
  public var unplacedCount: Int {
    files.problem.applicantsWithWishes.count - result.placedCount
  }
}
