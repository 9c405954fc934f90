import Foundation
import TestSupport
import Testing

@Suite("How far a command has come")
struct ProgressTests {
  private let folder = TemporaryFolder()
  private let exchange = Fixtures.path("odd-people/exchange.yaml")

  /// The lines on standard error that are told of stages.
  private func stages(_ errors: String, _ names: [String]) -> [String] {
    errors.split(separator: "\n").compactMap { line in names.first { line.hasPrefix($0) } }
      .reduce(into: []) { all, name in if all.last != name { all.append(name) } }
  }

  @Test("is told on standard error where it is asked for, in the order of the work")
  func told() throws {
    let names = [
      "reading files", "linking people", "applying rules", "placing applicants", "writing tables",
      "checking batches",
    ]
    let outcome = try Tool.run(
      "run", exchange, "-o", folder.path + "/out", "--created", "2025-07-16T00:00:00Z",
      "--progress", "--language", "en")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(stages(outcome.errors, names).starts(with: names))
    let vietnamese = try Tool.run(
      "run", exchange, "--dry-run", "--progress", environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(vietnamese.errors.hasPrefix("đọc tệp …\n"))
  }

  @Test("changes nothing on standard output, and nobody is told who did not ask")
  func silent() throws {
    let file = Fixtures.path("odd-people/results/bka.csv")
    let command = ["import", file, "--exchange", exchange]
    let asked = try Tool.run(command + ["--progress"])
    let plain = try Tool.run(command)
    #expect(asked.output == plain.output && !plain.errors.contains("reading files"))
    #expect(asked.errors.contains("reading files"))
    let quiet = try Tool.run(command + ["--progress", "--quiet"])
    #expect(quiet.output == plain.output && quiet.errors.isEmpty)
    let json = try Tool.run("run", exchange, "--dry-run", "--progress", "--json")
    #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
    #expect(json.errors.contains("reading files"))
  }
}
