import Foundation
import TestSupport

/// A small placement as files, and what the tool says of it.
struct PlacementCase {
  let folder = TemporaryFolder()
  /// The options that name the tables.
  private(set) var tables: [String]

  /// Writes the tables; a table's lines are separated by blanks.
  init(
    programmes: String, wishes: String, pools: String? = nil, reserves: String? = nil
  ) {
    tables = []
    for (name, text) in [
      ("programmes", programmes), ("wishes", wishes), ("pools", pools), ("reserves", reserves),
    ] {
      guard let text else { continue }
      tables += ["--\(name)", folder.write(Self.lines(text), to: "\(name).csv")]
    }
  }

  private static func lines(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: "\n") + "\n"
  }

  /// Writes a further table into the folder.
  func file(_ name: String, _ text: String) -> String {
    folder.write(Self.lines(text), to: name)
  }

  /// Runs a command on the tables.
  func run(_ command: String, _ options: String...) throws -> Tool.Outcome {
    try Tool.run([command] + tables + options)
  }

  /// Applicant to programme, empty for none, as `place` writes them.
  func placed(_ options: String...) throws -> [String: String] {
    let outcome = try Tool.run(["place", "--quiet"] + tables + options)
    var placed: [String: String] = [:]
    for row in outcome.output.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      placed[cells[0]] = cells[2]
    }
    return placed
  }

  /// The rows of `cutoffs.csv` without the heading row.
  func cutoffs(_ options: String...) throws -> [String] {
    let path = folder.path + "/cutoffs.csv"
    _ = try Tool.run(["place", "--quiet", "--cutoffs", path] + tables + options)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map(String.init)
  }
}
