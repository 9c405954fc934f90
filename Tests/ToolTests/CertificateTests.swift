import Foundation
import TestSupport
import Testing

@Suite("The certificate of a placement", .enabled(if: Python.isThere))
struct CertificateTests {
  /// Rules, ties and further tables of one placement each.
  private static let cases: [(rule: String, ties: String, pools: String?, reserves: String?)] = [
    ("admit-all", "", nil, nil), ("reject-all", "-tie_1", nil, nil),
    ("lottery:2025", "wish-rank", nil, nil),
    ("admit-all", "tie_1", "pool,quota,parent outer,5, inner,3,outer", nil),
    ("reject-all", "", nil, "programme,group,seats,hard P0,g,1,no P1,h,1,yes"),
  ]

  private func certified(
    _ rule: String, _ ties: String, _ pools: String?, _ reserves: String?,
    isSettled: Bool = false
  ) throws -> (tables: PlacementCase, arguments: [String]) {
    let wishes = (0..<60).map { index in
      let (person, rank) = (index / 3, index % 3)
      let score = 10 + (index * 37 + person) % 89
      let group = ["g", "h", ""][person % 3]
      return "A\(person),\(rank + 1),P\((person + rank * 2) % 5),\(score),\(index % 2),\(group)"
    }
    let pool = pools == nil ? ["", "", "", "", ""] : ["inner", "inner", "outer", "", ""]
    let tables = PlacementCase(
      programmes: "programme,quota,pool "
        + pool.enumerated().map { "P\($0),3,\($1)" }
        .joined(separator: " "),
      wishes: "applicant,rank,programme,score,tie_1,group " + wishes.joined(separator: " "),
      pools: pools, reserves: reserves)
    let path = tables.folder.path
    let settled =
      isSettled
      ? [
        "--placed-elsewhere", tables.file("elsewhere.csv", "applicant A1 A5 Z9"),
        "--frozen", tables.file("frozen.csv", "applicant,programme A2,P1 A7,P1 A12,P1 A17,P1 A0,"),
      ] : []
    let outcome = try Tool.run(
      ["place", "--ties", ties, "--at-the-line", rule, "--quiet"] + tables.tables + [
        "-o", path + "/placements.csv", "--certificate", path + "/certificate.json",
      ] + settled)
    try #require(outcome.status == 0)
    var arguments = ["certificate.json", "programmes.csv", "wishes.csv", "placements.csv"].map {
      "\(path)/\($0)"
    }
    if pools != nil { arguments += ["--pools", path + "/pools.csv"] }
    if reserves != nil { arguments += ["--reserves", path + "/reserves.csv"] }
    return (tables, arguments + settled)
  }

  @Test("convinces a program that shares nothing with the engine", arguments: cases)
  func right(rule: String, ties: String, pools: String?, reserves: String?) throws {
    let (tables, arguments) = try certified(rule, ties, pools, reserves)
    let outcome = try withExtendedLifetime(tables) {
      try Python.run(peer: "placement_check.py", arguments)
    }
    #expect(outcome.status == 0)
    #expect(outcome.output == "right: 20 applicants, feasible, stable, applicant-optimal\n")
  }

  @Test("holds beside people placed elsewhere and seats that were promised", arguments: cases)
  func settled(rule: String, ties: String, pools: String?, reserves: String?) throws {
    let (tables, arguments) = try certified(rule, ties, pools, reserves, isSettled: true)
    let outcome = try withExtendedLifetime(tables) {
      try Python.run(peer: "placement_check.py", arguments)
    }
    #expect(outcome.output == "right: 20 applicants, feasible, stable, applicant-optimal\n")
    let placements = try String(contentsOfFile: arguments[3], encoding: .utf8)
    for applicant in ["A2", "A7", "A12", "A17"] {
      #expect(placements.contains("\n\(applicant),,P1,"))
    }
    #expect(placements.contains("\nA1,,,,,unplaced\n"))
    // Without the list of promised seats the same files prove nothing.
    let unknown = try Python.run(peer: "placement_check.py", Array(arguments.dropLast(2)))
    #expect(unknown.output.contains("a file of frozen, which is not given"))
  }

  @Test("that was tampered with, or stands beside tables that were, is refused", arguments: cases)
  func tampered(rule: String, ties: String, pools: String?, reserves: String?) throws {
    let (tables, arguments) = try certified(rule, ties, pools, reserves)
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: arguments[0])), as: UTF8.self)
    // Twenty people ask for fifteen seats: somebody would have to sit where she does not.
    let wider = text.replacingOccurrences(of: "\"through\"", with: "\"all\"")
      .replacingOccurrences(of: "\"none\"", with: "\"all\"")
    tables.folder.write(wider, to: "certificate.json")
    let outcome = try Python.run(peer: "placement_check.py", arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("by the certificate"))
    tables.folder.write(text, to: "certificate.json")
    tables.folder.write("applicant,programme\nA0,P0\n", to: "placements.csv")
    #expect(
      try Python.run(peer: "placement_check.py", arguments).output.contains(
        "is not the file that was certified"))
    withExtendedLifetime(tables) {}
  }
}
