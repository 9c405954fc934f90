import Foundation
import TestSupport
import Testing

@Suite("The Vietnamese catalogue")
struct CatalogueTests {
  private let catalogue = Sources.entries

  @Test("has every sentence of the sources that people read")
  func complete() {
    let missing = Sources.speaking.flatMap { file in
      file.sentences
        .filter { isSentence($0.pattern) && !knows($0.pattern, for: file) }
        .filter { !Sources.machineTexts.contains($0.pattern) && !file.isPrecondition($0.line) }
        .map { "\(file.path):\($0.line): \($0.pattern.debugDescription)" }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test("is asked for every help text")
  func help() {
    let bare = Sources.all.filter { $0.text.contains(#/help:\s*"/#) }
    #expect(bare.isEmpty, "\(bare.map(\.path).joined(separator: "\n"))")
  }

  @Test("has every text of the pages")
  func pages() {
    let missing = Sources.all.filter(\.isOfPages).flatMap { file in
      file.literals.filter { $0.isInBothLanguages || file.isOfLabels && $0.isLabel }
        .filter { !knows($0.pattern, for: file) }
        .map { "\(file.path):\($0.line): \($0.pattern.debugDescription)" }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test("is asked for every word on the pages", arguments: Sources.templates)
  fileprivate func templates(_ file: Sources.File) {
    for template in file.literals where template.depth == 0 && template.pattern.contains("<") {
      let text = template.pattern.replacing(#/<[^>]*>|\{+[^}]*\}+|&\w+;/#, with: "")
      let labels = template.pattern.matches(of: #/(?:aria-label|placeholder|alt)="([^"{]*)"/#)
        .map { String($0.1) }
      for words in [text] + labels {
        let bare = Sources.namesOnPages.reduce(words) { $0.replacing($1, with: "") }
        #expect(!bare.contains(#/\p{L}{2,}/#), "line \(template.line)")
      }
    }
  }

  @Test("has no sentence that nothing says any more")
  func current() {
    let said = Set(Sources.all.flatMap { $0.sentences.map(\.pattern) })
    let dead = catalogue.filter { isSentence($0.english) && !said.contains($0.english) }
    #expect(dead.isEmpty, "\(dead.map(\.english).joined(separator: "\n"))")
  }

  @Test("keeps the values and marks of every sentence")
  func values() {
    let lost = catalogue.filter { $0.places(of: $0.english) != $0.places(of: $0.vietnamese) }
    #expect(lost.isEmpty, "\(lost.map(\.english).joined(separator: "\n"))")
  }

  @Test("says a sentence in one way")
  func unique() {
    let twice = Dictionary(grouping: catalogue, by: \.english).filter { _, entries in
      Set(entries.map(\.vietnamese)).count > 1
    }
    #expect(twice.isEmpty, "\(twice.keys.sorted().joined(separator: "\n"))")
  }

  /// Whether the catalogue has a text of a source; the library does not see the tool's part of it.
  private func knows(_ pattern: String, for file: Sources.File) -> Bool {
    Sources.library.contains(pattern) || file.isOfTool && Sources.tool.contains(pattern)
  }

  /// Whether a text has two English words in a row, so that somebody may read it.
  private func isSentence(_ pattern: String) -> Bool {
    let words = pattern.replacing(#/\{\d+\}/#, with: "0")
    return words.contains(#/[A-Za-z]{2,}[,;:.]? [a-z(]{2,}|[A-Za-z]{2,}[;:,] /#)
  }
}

/// A sentence of the catalogue.
private struct Entry {
  let english: String
  let vietnamese: String

  /// The entries of a catalogue's source, which are pairs of literals.
  static func all(_ file: Sources.File) -> [Entry] {
    let literals = SwiftLiterals(file.text).literals.map(\.pattern)
    return stride(from: 0, to: literals.count - 1, by: 2).map {
      Entry(english: literals[$0], vietnamese: literals[$0 + 1])
    }
  }

  func places(of sentence: String) -> [Substring] {
    sentence.matches(of: #/\{\d+\}|\{\{[^}]+\}\}|<\/?\w+>/#).map(\.0).sorted()
  }
}

extension SwiftLiterals.Literal {
  /// Whether a page shows it in both languages.
  fileprivate var isInBothLanguages: Bool {
    ["both", "sideBySide", "arguments", "ReportText"].contains(function)
  }

  /// Whether it begins as a label does, and no code.
  fileprivate var isLabel: Bool { pattern.first?.isUppercase == true }
}

/// The sources of this package.
private enum Sources {
  struct File: CustomTestStringConvertible {
    let path: String
    let text: String
    let literals: [SwiftLiterals.Literal]

    init(path: String, text: String) {
      self.path = path
      self.text = text
      literals = SwiftLiterals(text).literals
    }

    var testDescription: String { path }

    /// Whether pages in both languages are made here.
    var isOfPages: Bool { path.hasPrefix("ScoreExchange/Report/") }

    /// Whether this is the command line's own.
    var isOfTool: Bool { path.hasPrefix("score-exchange/") }

    /// Whether labels of the pages stand here by their codes.
    var isOfLabels: Bool { path.hasSuffix("+Words.swift") }

    /// Whether HTML stands here.
    var isTemplate: Bool { path.hasPrefix("ScoreExchange/Report/Templates/") }

    /// The literals, of those with several paragraphs each paragraph but examples; of templates
    /// what is said in them.
    var sentences: [(pattern: String, line: Int)] {
      literals.filter { !isTemplate || $0.depth > 0 }.flatMap { literal in
        literal.pattern.split(separator: "\n\n").filter { !$0.hasPrefix("Example: score-") }
          .map { (String($0), literal.line) }
      }
    }

    /// Whether a text on a line tells a programmer of a broken precondition.
    func isPrecondition(_ line: Int) -> Bool {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines[max(0, line - 4)..<line].contains {
        $0.contains("precondition(") || $0.contains("preconditionFailure(")
          || $0.contains("fatalError(")
      }
    }

    func isIn(_ places: [String]) -> Bool { places.contains { path.hasPrefix($0) } }
  }

  static let all: [File] = {
    let root = Fixtures.folder.dropLast("fixtures".count) + "Sources"
    let paths = FileManager.default.enumerator(atPath: String(root))?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") && !$0.contains("/Vietnamese+") }.sorted()
      .compactMap { file(String(root), $0) }
  }()

  static let catalogues: [File] = {
    let root = Fixtures.folder.dropLast("fixtures".count) + "Sources"
    let paths = FileManager.default.enumerator(atPath: String(root))?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.contains("/Vietnamese+") }.sorted()
      .compactMap { file(String(root), $0) }
  }()

  static let entries = catalogues.flatMap(Entry.all)

  /// The English sentences of the catalogue that libraries have, and of what the tool adds.
  static let library = english { !$0.isOfTool }
  static let tool = english(\.isOfTool)

  private static func english(_ isChosen: (File) -> Bool) -> Set<String> {
    Set(catalogues.filter(isChosen).flatMap(Entry.all).map(\.english))
  }

  /// The sources that speak to people in one language at a time.
  static let speaking = all.filter { !$0.isIn(silent) }

  static let templates = all.filter { $0.isTemplate && !$0.path.hasSuffix("+Style.swift") }

  /// What has one name in every language.
  static let namesOnPages = [
    "Score Exchange", "SHA-256", "Tiếng Việt", "English", "receipt.json",
    "score-exchange verify-receipt receipt.json --trust",
  ].sorted { $0.count > $1.count }

  private static let silent = [
    // Tables are machine output.
    "ScoreExchange/Tables/TableSchema", "RecordLinkage/Blocking/",
    "ScoreExchange/Schools/", "ScoreLinking/Results/ConversionPlot",
    "ScoreExchange/Sample/SampleResult", "ScoreExchange/Sample/SampleExchange+Documents",
    "ScoreExchange/Sample/SampleProgramme",
    "ScoreExchange/ImportStep/Inspection+Exchange", "Tabular/Encoding/VietnameseSyllables",
    "Wording/", "Workbooks/Writing/", "score-exchange/Words/ParserWords",
  ]

  /// Texts of tables, certificates and traces.
  static let machineTexts: Set<String> = [
    "DEVELOPMENT - not for exchange", "DEVELOPMENT: not for exchange",
    "Content-Type: application/timestamp-query", "public key", "without wish-rank",
    "; what else is linked to them contradicts it", "given twice",
  ]

  private static func file(_ root: String, _ path: String) -> File? {
    (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)).map {
      File(path: path, text: $0)
    }
  }
}
