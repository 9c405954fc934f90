import ScoreExchange
import Testing

@Suite("A sample's people")
struct SamplePeopleTests {
  private struct Person {
    var name: String
    var nationalID: String
    var birthDate: String
    var resembles: String
  }

  private static func people(_ files: [String: [UInt8]]) throws -> [Person] {
    try SampleFilesTests.table("truth/people.csv", in: files).rows.map {
      let row = try #require($0)
      return Person(name: row[1], nationalID: row[2], birthDate: row[3], resembles: row[4])
    }
  }

  static let large = Result {
    try SampleFilesTests.files(results: 6000, applicants: 500, wishes: 500, faults: 0)
  }

  @Test(
    "Family names have the shares that Lê Trung Hoa counted",
    arguments: [
      (["Nguyễn"], 0.384), (["Trần"], 0.11), (["Lê"], 0.095), (["Phạm"], 0.071),
      (["Hoàng", "Huỳnh"], 0.051), (["Phan"], 0.045), (["Vũ", "Võ"], 0.039),
    ])
  func familyNames(names: [String], share: Double) throws {
    let people = try Self.people(try Self.large.get())
    let count = people.count { person in
      names.contains { person.name.hasPrefix($0 + " ") }
    }
    // Four standard errors, and the few who have highland names.
    let deviation = 4 * (share * (1 - share) / Double(people.count)).squareRoot() + 0.008
    #expect(abs(Double(count) / Double(people.count) - share) < deviation)
  }

  @Test("National identifiers are unique and tell birth year and century")
  func identifiers() throws {
    let people = try Self.people(try Self.large.get())
    #expect(Set(people.map(\.nationalID)).count == people.count)
    for person in people {
      let digits = Array(person.nationalID)
      #expect(digits.count == 12 && digits.allSatisfy { $0.isASCII && $0.isNumber })
      #expect(digits[0] == "0" && (digits[3] == "2" || digits[3] == "3"))
      #expect(String(digits[4..<6]) == person.birthDate.dropFirst(2).prefix(2))
    }
  }

  @Test("Nine of ten are born in 2006 to 2008")
  func birthYears() throws {
    let people = try Self.people(try Self.large.get())
    let young = people.count { ["2006", "2007", "2008"].contains($0.birthDate.prefix(4)) }
    #expect(Double(young) / Double(people.count) > 0.9)
  }

  @Test(
    "Twins share family name and birthday and differ in name, namesakes share name and birthday")
  func resemblance() throws {
    let people = try Self.people(try Self.large.get())
    var kinds: Set<String> = []
    for (first, second) in zip(people, people.dropFirst()) where !second.resembles.isEmpty {
      kinds.insert(second.resembles)
      let sameFamily = first.name.split(separator: " ")[0] == second.name.split(separator: " ")[0]
      switch second.resembles {
      case "twin":
        #expect(sameFamily && first.birthDate == second.birthDate && first.name != second.name)
      case "sibling":
        #expect(sameFamily && first.birthDate != second.birthDate && first.name != second.name)
      default:
        #expect(first.name == second.name && first.birthDate == second.birthDate)
        #expect(first.nationalID != second.nationalID)
      }
    }
    #expect(kinds == ["twin", "sibling", "namesake"])
  }

  @Test("Highland names with apostrophes are among them")
  func highlandNames() throws {
    let people = try Self.people(try Self.large.get())
    #expect(people.contains { $0.name.hasPrefix("H' ") })
    #expect(people.contains { $0.name.hasPrefix("K' ") })
    #expect(people.contains { $0.name.hasPrefix("Y ") })
  }

  @Test("Text is composed in every file but XDA's results, whose letters are all taken apart")
  func normalForms() throws {
    let isMark: (Unicode.Scalar) -> Bool = { (0x300...0x36F).contains($0.value) }
    let isComposed: (Unicode.Scalar) -> Bool = {
      (0xC0...0x1EF9).contains($0.value) && !isMark($0) && $0 != "đ" && $0 != "Đ"
    }
    for (path, bytes) in try SampleFilesTests.faultless.get() {
      let text =
        path == "results/gha.csv"
        ? String(
          decoding: stride(from: 0, to: bytes.count, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
          }, as: UTF16.self)
        : String(decoding: bytes, as: UTF8.self)
      if path == "results/xda.csv" {
        #expect(!text.unicodeScalars.contains(where: isComposed))
        #expect(text.unicodeScalars.contains(where: isMark))
      } else {
        #expect(!text.unicodeScalars.contains(where: isMark), "\(path)")
      }
    }
  }

  @Test("Result files hold the true names, birth dates and identifiers of their candidates")
  func resultsAreTrue() throws {
    let files = try SampleFilesTests.faultless.get()
    let people = try Self.people(files)
    var persons: [String: Int] = [:]
    for row in try SampleFilesTests.table("truth/candidates.csv", in: files).rows {
      let row = try #require(row)
      persons[row[0]] = Int(row[1])
    }
    for layout in PlainResults.layouts {
      let file = PlainResults(layout, try #require(files[layout.path]))
      for row in file.table.rows {
        let row = try #require(row)
        let key = "BKA/TSA/\(file.text("sitting", row))/\(file.text("candidate_number", row))"
        let person = people[try #require(persons[key]) - 1]
        #expect(file.name(row) == person.name)
        let birth = try #require(file.birth(row))
        #expect(
          [birth.year, birth.month, birth.day]
            == person.birthDate.split(separator: "-").map { Int($0) })
        let id = file.text("national_id", row)
        #expect(id == person.nationalID || id.count == 9)
      }
    }
    #expect(persons.count == 2000)
  }
}
