import Foundation
import TestSupport
import Testing

@Suite("The Vietnamese catalogue")
struct CatalogueTests {
  private let catalogue: [Entry] = Sources.catalogues.flatMap(Entry.all)

  @Test("has every sentence of the sources that people read")
  func complete() {
    let known = Set(catalogue.map(\.english))
    let missing = Sources.speaking.flatMap { file in
      file.sentences
        .filter { isSentence($0.pattern) && !known.contains($0.pattern) }
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

  @Test("has no sentence that nothing says any more")
  func current() {
    let said = Set(Sources.all.flatMap { $0.sentences.map(\.pattern) })
    let dead = catalogue.filter { isSentence($0.english) && !said.contains($0.english) }
    #expect(dead.isEmpty, "\(dead.map(\.english).joined(separator: "\n"))")
  }

  @Test("keeps the values of every sentence")
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
    sentence.matches(of: #/\{\d+\}/#).map(\.0).sorted()
  }
}

/// The sources of this package.
private enum Sources {
  struct File {
    let path: String
    let text: String

    /// The literals, of those with several paragraphs each paragraph but examples.
    var sentences: [(pattern: String, line: Int)] {
      SwiftLiterals(text).literals.flatMap { literal in
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

  /// The sources that speak to people in one language at a time.
  static let speaking = all.filter { !$0.isIn(silent) }

  private static let silent = [
    // Both languages stand side by side.
    "ScoreExchange/Report/",
    // Tables are machine output.
    "ScoreExchange/Tables/TableSchema", "RecordLinkage/Blocking/",
    "ScoreExchange/Schools/", "ScoreLinking/Results/ConversionPlot", "ScoreExchange/Sample/",
    "ScoreExchange/ImportStep/Inspection+Exchange", "Tabular/Encoding/VietnameseSyllables",
    "Wording/", "Workbooks/Writing/", "score-exchange/Words/ParserWords",
  ]

  /// Texts of tables, certificates and traces.
  static let machineTexts: Set<String> = [
    "DEVELOPMENT - not for exchange", "DEVELOPMENT: not for exchange",
    "Content-Type: application/timestamp-query", "public key", "without wish-rank",
    "; what else is linked to them contradicts it",
  ]

  private static func file(_ root: String, _ path: String) -> File? {
    (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)).map {
      File(path: path, text: $0)
    }
  }
}
