public import Parallel

/// The page of a run: what happened, in numbers and pictures, for people.
///
/// The page is one HTML file that needs nothing else: no network, no fonts. It holds both
/// languages; a switch of plain HTML and CSS shows one of them. A small script sorts and searches
/// tables, and without it every table is there as it is. Nobody's name is on the page, and no
/// identifier that is not masked.
public struct RunReport: Sendable {
  private let runFigures: RunFigures

  /// The page of these figures.
  package init(_ figures: RunFigures) {
    runFigures = figures
  }

  /// Makes the page anew from the folder that a run wrote; it is the page that the run wrote.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - plan: The threads to use; the page does not depend on them.
  /// - Throws: ``ExchangeError`` with `inputMissing` for a folder or file that is not there,
  ///   `badInput` for one that is damaged or contradicts the summary, `inputOutput`.
  /// - Complexity: O(bytes of the tables + results log results).
  public init(folder: String, plan: WorkPlan = .allCores) throws(ExchangeError) {
    runFigures = try RunFigures(folder: folder, plan: plan)
  }

  /// The figures on the page, for programs.
  public var figures: RunFiguresDocument { RunFiguresDocument(runFigures) }

  /// The page in HTML; the same figures give the same bytes.
  ///
  /// - Throws: The template engine's error for a template that it cannot parse.
  public func html() throws -> String {
    try ReportTemplates.page(ReportPage(runFigures), named: "page")
  }
}
