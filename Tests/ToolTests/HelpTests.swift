import Foundation
import TestSupport
import Testing

@Suite("The help of score-exchange")
struct HelpTests {
  /// Every command that does something, as its words: `["keys", "new"]`.
  private static let commands: [[String]] = commands(under: [])

  private static func commands(under parents: [String]) -> [[String]] {
    let help = (try? Tool.run(parents + ["--help", "--language", "en"]).output) ?? ""
    guard let list = help.firstRange(of: "SUBCOMMANDS:\n") else { return [parents] }
    let names = help[list.upperBound...].split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^  ([a-z][a-z-]*)/#).map { String($0.1) }
    }
    return names.flatMap { commands(under: parents + [$0]) }
  }

  /// The examples in a help text, each as its arguments.
  private func examples(_ help: String) -> [[String]] {
    let lines = help[..<(help.firstRange(of: "USAGE:")?.lowerBound ?? help.endIndex)]
    var examples: [String] = []
    var isInside = false
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("Example: ") {
        examples.append(String(line.dropFirst("Example: ".count)))
        isInside = true
      } else if line.isEmpty {
        isInside = false
      } else if isInside {
        examples[examples.count - 1] += " \(line)"
      }
    }
    return examples.map { $0.split(separator: " ").map(String.init) }
  }

  @Test(
    "has an example for every command, whose options and arguments are known", arguments: commands)
  func examples(command: [String]) throws {
    let folder = TemporaryFolder()
    let help = try Tool.run(command + ["--help", "--language", "en"]).output
    let examples = examples(help)
    #expect(!examples.isEmpty)
    for words in examples {
      #expect(Array(words.prefix(command.count + 1)) == ["score-exchange"] + command)
      let outcome = try Tool.run(Array(words.dropFirst()) + ["--quiet"], in: folder.path)
      #expect(outcome.status != 64, "\(words.joined(separator: " ")): \(outcome.errors)")
    }
  }

  @Test("is Vietnamese where that is wanted", arguments: commands)
  func vietnamese(command: [String]) throws {
    let help = try Tool.run(command + ["--help"], environment: ["LC_ALL": "vi_VN.UTF-8"]).output
    #expect(help.hasPrefix("TỔNG QUAN: ") && help.contains("\nTÙY CHỌN:\n"))
    #expect(!help.contains("OPTIONS:") && !help.contains("Show help"))
  }

  @Test("takes the language wherever it stands, also where no command is named")
  func language() throws {
    for arguments in [
      ["help", "run", "--language", "vi"], ["--language=vi", "help", "run"],
      ["--language", "vi", "run", "--help"], ["run", "--help", "--language", "vi"],
    ] {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 0 && outcome.output.hasPrefix("TỔNG QUAN: Nhập"), "\(arguments)")
    }
    #expect(try Tool.run("--language", "vi").output.hasPrefix("TỔNG QUAN: "))
  }

  @Test(
    "lists the exit statuses as README does",
    arguments: [
      ("en", "README.md"), ("vi", "Sources/ScoreExchange/ScoreExchange.docc/README.vi.md"),
    ])
  func exitStatuses(language: String, path: String) throws {
    let readme = try String(
      contentsOfFile: Fixtures.folder.dropLast("fixtures".count) + path, encoding: .utf8)
    let promised = readme.matches(of: #/\| (\d+) \| (.+) \|/#).map { "\($0.1) \($0.2)" }
    let help = try Tool.run("--help", "--language", language).output
    let listed = help.matches(of: #/\n  (\d+) +(.+)/#).map { "\($0.1) \($0.2)" }
    #expect(!listed.isEmpty && listed == promised)
  }

  @Test("names the nearest command and option to one that is misspelled")
  func suggestions() throws {
    let command = try Tool.run("improt")
    #expect(command.status == 64 && command.errors.contains("did you mean \"import\"?"))
    let nested = try Tool.run("keys", "inspcet", "a.pem")
    #expect(nested.status == 64 && nested.errors.contains("did you mean \"inspect\"?"))
    let option = try Tool.run("run", "--threds", "2", "--language", "vi")
    #expect(option.status == 64 && option.errors.contains("Có phải là '--threads'?"))
  }

  @Test(
    "is refused for a command that there is not, with those that there are",
    arguments: [(["nonsense"], "run, inspect"), (["keys", "nonsense"], "new, request")])
  func helpOnNothing(words: [String], names: String) throws {
    let outcome = try Tool.run(["help"] + words)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("\"nonsense\"; there are: \(names)"))
    for right in [["help"], ["help", "keys", "new"], ["help", "run"], ["help", "help"]] {
      #expect(try Tool.run(right).status == 0, "\(right)")
    }
  }

  @Test("comes as completions of three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Tool.run("--generate-completion-script", shell)
    #expect(outcome.status == 0 && outcome.output.contains("max-rejects"))
  }
}
