import BatchSigning
import Foundation
import Mustache

/// The templates of the pages: a frame, and a partial for each section.
enum ReportTemplates {
  /// A template without a name that partials are looked up by.
  struct Missing: Error {}

  /// A page in HTML.
  ///
  /// - Parameters:
  ///   - page: What stands on it; the template reads stored properties by name.
  ///   - name: The template.
  /// - Returns: The document, in UTF-8 once it is written.
  /// - Throws: The engine's error for a template that it cannot parse.
  static func page(_ page: Any, named name: String) throws -> String {
    MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
    var library = MustacheLibrary()
    // Only those of this page: taking a template apart is slow.
    var wanted = [name]
    var known: Set<String> = []
    while let next = wanted.popLast() {
      guard known.insert(next).inserted else { continue }
      guard let template = all[next] else { throw Missing() }
      // Every partial needs the line, for each begins with the engine's own escaping again.
      try library.register("{{% CONTENT_TYPE:\(PageEscaping.name)}}" + template, named: next)
      wanted += partials(of: template)
    }
    let content = PageContent.named(page) ?? page
    guard let html = library.render(content, withTemplate: name) else { throw Missing() }
    return html
  }

  /// The partials that a template names, as `{{>text}}`.
  private static func partials(of template: String) -> [String] {
    template.utf8.split(separator: UInt8(ascii: "{"))
      .filter { $0.first == UInt8(ascii: ">") }
      .map { String(decoding: $0.dropFirst().prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self) }
  }

  private static let all: [String: String] = [
    "page": page, "annual": annual, "candidate": candidate,
    "languages": languages, "top": top,
    "style": style, "text": text, "more": more, "axes": axes, "shareBar": shareBar,
    "heading": heading, "rota": rota, "headline": headline, "files": files,
    "distributions": distributions, "histogram": histogram, "conversions": conversions,
    "curve": curve, "links": links, "waterfall": waterfall, "recognition": recognition,
    "placement": placement,
    "ranks": ranks, "filtering": filtering, "schools": schools, "cutoffs": cutoffs,
    "rejects": rejects,
    "batches": batches, "annualResults": annualResults, "annualOutcomes": annualOutcomes,
    "annualTrend": annualTrend, "annualBatches": annualBatches,
    "candidateRow": candidateRow, "candidateStory": candidateStory,
    "candidateSteps": candidateSteps, "candidateTrust": candidateTrust,
  ]

  /// The digest of a script, as a policy names it.
  static func digest(ofScript script: String) -> String {
    Data(SHA256.digest(of: Array(script.utf8)).bytes).base64EncodedString()
  }

  /// A fixed text in both languages; the style sheet hides one of them.
  static func both(_ message: Message) -> String {
    let text = ReportText(message)
    return "<span lang=\"vi\">\(text.vi)</span><span lang=\"en\">\(text.en)</span>"
  }

  /// A fixed text in both languages, one after the other, where no style sheet reaches.
  static func sideBySide(_ message: Message) -> String {
    let text = ReportText(message)
    return "\(text.vi) / \(text.en)"
  }

  /// A fixed text in both languages as two arguments of a script's function.
  static func arguments(_ message: Message) -> String {
    let text = ReportText(message)
    return "\(text.vi.debugDescription), \(text.en.debugDescription)"
  }

  /// A text of the run in both languages.
  private static let text = #"<span lang="vi">{{vi}}</span><span lang="en">{{en}}</span>"#

  /// How many rows of a list are not shown.
  private static let more = """
    <p class="note">\(both(
      "{{.}} more rows are not shown here; the output files have all of them."))</p>
    """
}
