import Foundation
import TestSupport
import Testing

/// A `-` in the place of a single file that is read.
@Suite("Standard input")
struct StandardInputTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("is a certificate to look at")
  func certificate() throws {
    let folder = TemporaryFolder()
    let pilot = folder.path + "/pilot"
    #expect(try Tool.run("keys", "authority", "-o", pilot).status == 0)
    let named = try Tool.run("keys", "inspect", "\(pilot)/BKA.pem")
    let piped = try Tool.run("keys", "inspect", "-", input: Self.text("\(pilot)/BKA.pem"))
    #expect(piped.status == 0)
    #expect(
      piped.output == named.output.replacing("file: \(pilot)/BKA.pem", with: "file: -"))
  }

  @Test("is the key of tokens, so that it need not lie on a disk")
  func key() throws {
    let folder = TemporaryFolder()
    let people = folder.write(
      "applicant,national_id,name\nA1,001307012345,Nguyen Thi Hoa\n", to: "people.csv")
    let secret = "a key that both schools have\n"
    let key = folder.write(secret, to: "shared.key")
    let named = try Tool.run("tokens", people, "--key", key)
    let piped = try Tool.run("tokens", people, "--key", "-", input: secret)
    #expect(named.status == 0)
    #expect(piped.output == named.output)
    #expect(!piped.output.contains("001307012345"))
    let excel = try Tool.run("tokens", people, "--key", key, "--excel")
    #expect(excel.output.utf8.starts(with: [0xEF, 0xBB, 0xBF]) && excel.output.contains("A1,"))
  }

  @Test(
    "is told by its digest in the summaries, as the same file is",
    arguments: [
      ("link FILE PEOPLE", Self.people), ("link PEOPLE FILE", Self.people),
      ("cluster FILE PEOPLE", Self.people), ("place --programmes P --wishes FILE", Self.wishes),
      (
        "equate --pairs FILE --design single-group --from-scale 0:2:1 --to-scale 0:2:1 "
          + "--method linear", "from,to\n0,0\n1,2\n2,1\n1,1\n2,2\n"
      ),
    ])
  func digests(command: String, text: String) throws {
    let folder = TemporaryFolder()
    folder.write(Self.people, to: "PEOPLE")
    folder.write("programme,quota\nA,1\n", to: "P")
    folder.write(text, to: "FILE")
    func digests(_ words: [String]) throws -> [String] {
      let outcome = try Tool.run(words, input: text, in: folder.path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.matches(of: /"sha256"\s*:\s*"(.*?)"/).map { String($0.1) }
    }
    let words = (command + " --json --quiet").split(separator: " ").map(String.init)
    let named = try digests(words)
    #expect(!named.isEmpty && named.allSatisfy { $0.count == 64 })
    #expect(try digests(words.map { $0 == "FILE" ? "-" : $0 }) == named)
  }

  private static let people = "id,name,birth_date\n1,Nguyễn Văn An,2007-01-02\n"
  private static let wishes = "applicant,rank,programme,score\na,1,A,20\n"

  @Test(
    "can be read once, and a command says what else would read it",
    arguments: [
      (["keys", "inspect", "-", "-"], "2 files"),
      (["tokens", "-", "--key", "-"], "a file and --key"),
      (["link", "-", "right.csv", "--tokens", "-"], "a file and --tokens"),
      (["link", "left.csv", "-", "--model", "-"], "a file and --model"),
      (["link", "left.csv", "right.csv", "--tokens", "-", "--model", "-"], "--tokens and --model"),
      (["import", "-", "--exchange", "-"], "a file and --exchange"),
    ])
  func once(_ arguments: [String], readers: String) throws {
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Standard input can be read once, but \(readers) are \"-\"."))
  }
}
