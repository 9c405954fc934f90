import ArgumentParser
import ScoreExchange

/// Tables as workbooks beside their CSV.
struct WorkbookOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: .said(
      "Write each table as a workbook too, beside its CSV; a file NAME.xlsx is a workbook anyway."))
  var xlsx = false

  /// Where a table goes: its own path, and that of the workbook beside it; none without a path.
  func paths(_ path: String?) -> [String] {
    guard let path else { return [] }
    let workbook = workbookPath(beside: path)
    return xlsx && workbook != path ? [path, workbook] : [path]
  }

  /// Refuses the flag where no table has a path.
  ///
  /// - Throws: `ValidationError`.
  func refuseWithout(_ paths: [String?]) throws {
    guard !xlsx || paths.contains(where: { $0 != nil }) else {
      throw usageError("--xlsx needs a file to stand beside; name one with -o.")
    }
  }
}
