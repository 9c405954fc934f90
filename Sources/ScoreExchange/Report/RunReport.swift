import Mustache

/// The page of a run: what happened, in numbers and pictures, for people.
///
/// The page is one HTML file that needs nothing else: no network, no fonts, no script. It holds
/// both languages; a switch of plain HTML and CSS shows one of them. Nobody's name is on it, and no
/// identifier that is not masked.
package struct RunReport {
  private let page: ReportPage

  /// Gathers the figures of a run.
  ///
  /// - Complexity: O(results log results + applicants + wishes + rejects).
  package init(_ run: ExchangeRun) {
    page = ReportPage(run)
  }

  /// The page in HTML; the same run gives the same bytes.
  ///
  /// - Throws: The template engine's error for a template that it cannot parse.
  package func html() throws -> String {
    try ReportTemplates.page(page)
  }
}
