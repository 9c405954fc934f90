import ScoreExchange
import Testing

@Suite("A sample's applicants")
struct SampleApplicantTests {
  private static let schools = ["BKA", "QSB", "DDK", "GHA", "MDA", "TLA", "XDA"]

  private func applicants(_ school: String, in files: [String: [UInt8]]) throws -> PlainTable {
    let delimiter: Character = school == "BKA" || school == "TLA" ? ";" : ","
    let bytes = try #require(files["applicants/\(school.lowercased()).csv"])
    return PlainTable(bytes, delimiter: delimiter)
  }

  @Test("An applicant stands in the file of every school wished for, and in no other")
  func filesFollowWishes() throws {
    let files = try SampleFilesTests.ordinary.get()
    var wished: [String: Set<String>] = [:]
    for row in try SampleFilesTests.table("wishes.csv", in: files).rows {
      let row = try #require(row)
      wished[row[2], default: []].insert(row[0])
    }
    for school in Self.schools {
      let ids = try applicants(school, in: files).rows.map { try #require($0)[0] }
      #expect(Set(ids).count == ids.count)
      #expect(Set(ids) == wished[school])
    }
  }

  @Test("Wishes name programmes that exist, each once, in ranks without gaps")
  func wishes() throws {
    let files = try SampleFilesTests.files(results: 100, applicants: 200, wishes: 3000)
    let programmes = Set(
      try SampleFilesTests.table("programmes.csv", in: files).rows.map {
        let row = try #require($0)
        return "\(row[0]) \(row[1])"
      })
    var ranks: [String: [Int]] = [:]
    var wanted: [String: [String]] = [:]
    for row in try SampleFilesTests.table("wishes.csv", in: files).rows {
      let row = try #require(row)
      ranks[row[0], default: []].append(try #require(Int(row[1])))
      wanted[row[0], default: []].append("\(row[2]) \(row[3])")
    }
    #expect(ranks.count == 200)
    #expect(ranks.values.allSatisfy { $0 == Array(1...$0.count) })
    #expect(wanted.values.allSatisfy { Set($0).count == $0.count && programmes.isSuperset(of: $0) })
  }

  @Test(
    "Programme codes are unique within a school, at any size", arguments: [1500, 100_000, 900_000])
  func programmes(applicants: Int) throws {
    let exchange = try SampleExchange(SampleRequest(results: 1, applicants: applicants))
    let text = try #require(exchange.documents().first { $0.path == "programmes.csv" }).text
    let table = PlainTable(Array(text.utf8), delimiter: ",")
    let codes = table.rows.map { "\($0?[0] ?? "") \($0?[1] ?? "")" }
    #expect(Set(codes).count == codes.count && codes.count >= 55)
  }

  @Test("A form without slips is the person's true record; a form with slips differs from it")
  func slips() throws {
    let files = try SampleFilesTests.ordinary.get()
    let people = try SampleFilesTests.table("truth/people.csv", in: files).rows
    var truth: [String: (person: [String], slips: String)] = [:]
    for row in try SampleFilesTests.table("truth/applicants.csv", in: files).rows {
      let row = try #require(row)
      let number = try #require(Int(row[1]))
      let person = try #require(people[number - 1])
      truth[row[0]] = (person, row[2])
    }
    var slipped = 0
    for school in Self.schools {
      for row in try applicants(school, in: files).rows {
        let row = try #require(row)
        let (person, slips) = try #require(truth[row[0]])
        var birth = row[4]
        if birth.contains("/") {
          birth = birth.split(separator: "/").reversed().joined(separator: "-")
        }
        let isTrue =
          row[3].unicodeScalars.elementsEqual(person[1].unicodeScalars) && row[1] == person[2]
          && birth == person[3]
        #expect(isTrue == slips.isEmpty, "\(row[0])")
        slipped += slips.isEmpty ? 0 : 1
      }
    }
    #expect(slipped > 400)
  }

  @Test("The true links name the applicant's person and results that can be accepted, all of them")
  func links() throws {
    let files = try SampleFilesTests.files(results: 900, applicants: 700, faults: 0.2)
    var persons: [String: String] = [:]
    for row in try SampleFilesTests.table("truth/applicants.csv", in: files).rows {
      persons[try #require(row)[0]] = try #require(row)[1]
    }
    var sat: [String: String] = [:]
    for row in try SampleFilesTests.table("truth/candidates.csv", in: files).rows {
      sat[try #require(row)[0]] = try #require(row)[1]
    }
    // What a plain reading accepts.
    var accepted: Set<String> = []
    let read = try PlainResults.layouts.map { PlainResults($0, try #require(files[$0.path])) }
    let faults = PlainResults.faults(of: read)
    for file in read {
      for (index, row) in file.table.rows.enumerated() {
        let fault = faults[file.layout.path]?[index + 2] ?? ""
        guard let row, !fault.hasSuffix("rejected") else { continue }
        accepted.insert(
          "BKA/TSA/\(file.text("sitting", row))/\(file.text("candidate_number", row))")
      }
    }
    var links: Set<String> = []
    for row in try SampleFilesTests.table("truth/links.csv", in: files).rows {
      let row = try #require(row)
      #expect(persons[row[0]] == sat[row[1]])
      links.insert("\(row[0]) \(row[1])")
    }
    var results: [String: [String]] = [:]
    for (result, person) in sat where accepted.contains(result) {
      results[person, default: []].append(result)
    }
    let expected = persons.flatMap { applicant, person in
      (results[person] ?? []).map { "\(applicant) \($0)" }
    }
    #expect(links == Set(expected))
    #expect(links.count > 400)
  }

  @Test("About three of four hold a regional or group priority, and some have no result")
  func claims() throws {
    let files = try SampleFilesTests.ordinary.get()
    let table = try applicants("BKA", in: files)
    let holders = table.rows.count { row in row.map { $0[6] != "KV3" || !$0[7].isEmpty } ?? false }
    #expect((0.68...0.82).contains(Double(holders) / Double(table.rows.count)))
    let linked = Set(
      try SampleFilesTests.table("truth/links.csv", in: files).rows.map { try #require($0)[0] })
    #expect((900..<1300).contains(linked.count))
  }
}
