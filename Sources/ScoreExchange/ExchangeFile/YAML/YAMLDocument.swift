internal import Yams

/// Reads text as one YAML document, with every error turned into a place and a plain reason.
enum YAMLDocument {
  /// The root of the only document in `text`; messages name `file`.
  static func root(of text: String, file: String) throws(ExchangeError) -> YAMLValue {
    let node: Node?
    do {
      node = try Parser(yaml: text).singleRoot()
    } catch let error as YamlError {
      throw refusal(of: error, text: text, file: file)
    } catch {
      throw ExchangeError(.badInput, file: file, "not valid YAML")
    }
    guard let node else { throw ExchangeError(.badInput, file: file, "the file is empty") }
    return YAMLValue(node: node, file: file, path: "")
  }

  private static func refusal(
    of error: YamlError, text: String, file: String
  ) -> ExchangeError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let line = min(mark.line, lineCount(of: text))
      if isIndentedByTab(line: line, of: text) {
        return ExchangeError(
          .badInput, file: file, line: line, "YAML is indented by spaces, and here stands a tab")
      }
      let begun = context.map { " (\($0.text), begun on line \($0.mark.line))" } ?? ""
      return ExchangeError(.badInput, file: file, line: line, "not valid YAML: \(problem)\(begun)")
    case .reader(let problem, let offset, _, _):
      let line = offset.map { 1 + text.utf8.prefix($0).count { $0 == 0x0A } }
      return ExchangeError(.badInput, file: file, line: line, "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let line = lineOfRepetition(of: name, after: context.mark, in: text)
      return ExchangeError(
        .badInput, file: file, line: line, "the key \"\(name)\" stands here twice")
    default:
      return ExchangeError(.badInput, file: file, "not valid YAML")
    }
  }

  private static func lines(of text: String) -> [Substring.UTF8View.SubSequence] {
    text.utf8[...].split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private static func lineCount(of text: String) -> Int {
    max(1, lines(of: text).count)
  }

  private static func isIndentedByTab(line: Int, of text: String) -> Bool {
    let lines = lines(of: text)
    guard lines.indices.contains(line - 1) else { return false }
    return lines[line - 1].prefix { $0 == 0x20 || $0 == 0x09 }.contains(0x09)
  }

  /// The parser marks the first of two equal keys; a person looks for the second.
  private static func lineOfRepetition(of name: String, after mark: Mark, in text: String) -> Int {
    let lines = lines(of: text)
    let key = Array(name.utf8)
    for index in mark.line..<max(mark.line, lines.count) {
      let rest = lines[index].dropFirst(mark.column - 1)
      let indent = lines[index].prefix(mark.column - 1)
      guard indent.allSatisfy({ $0 == 0x20 }), rest.starts(with: key) else { continue }
      if rest.dropFirst(key.count).drop(while: { $0 == 0x20 }).first == 0x3A { return index + 1 }
    }
    return mark.line
  }
}
