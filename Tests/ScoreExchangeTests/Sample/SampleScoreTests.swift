import ScoreExchange
import Testing

@Suite("A sample's scores")
struct SampleScoreTests {
  private func scores(_ files: [String: [UInt8]]) throws -> [[Int]] {
    try PlainResults.layouts.flatMap { layout in
      let file = PlainResults(layout, try #require(files[layout.path]))
      return file.table.rows.compactMap { row -> [Int]? in
        guard let row else { return nil }
        let scores = ["mathematics", "reading", "science", "total"].compactMap {
          file.thousandths($0, row)
        }
        return scores.count == 4 ? scores : nil
      }
    }
  }

  @Test("Parts keep to 40, 20 and 40 points and add up to the total, which lies in 20 to 99")
  func parts() throws {
    let scores = try scores(try SampleFilesTests.faultless.get())
    #expect(scores.count > 1900)
    for row in scores {
      #expect(row[0] + row[1] + row[2] == row[3])
      #expect(row[0] <= 40_000 && row[1] <= 20_000 && row[2] <= 40_000)
      #expect((20_000...99_000).contains(row[3]))
    }
  }

  @Test("Totals have the mean and spread of the sittings of 2025, and about 5 % lie above 70")
  func distribution() throws {
    let totals = try scores(
      try SamplePeopleTests.large.get()
    ).map { Double($0[3]) / 1000 }
    let mean = totals.reduce(0, +) / Double(totals.count)
    let variance =
      totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(totals.count)
    #expect((53.7...55).contains(mean))
    #expect((9...10).contains(variance.squareRoot()))
    let high = Double(totals.count { $0 > 70 }) / Double(totals.count)
    #expect((0.035...0.07).contains(high))
  }

  @Test("A candidate sits at most once in a sitting, and up to three times in all")
  func attempts() throws {
    let files = try SampleFilesTests.faultless.get()
    var sittings: [String: [String]] = [:]
    for row in try SampleFilesTests.table("truth/candidates.csv", in: files).rows {
      let row = try #require(row)
      sittings[row[1], default: []].append(String(row[0].split(separator: "/")[2]))
    }
    #expect(sittings.values.allSatisfy { Set($0).count == $0.count })
    #expect(Set(sittings.values.map(\.count)) == [1, 2, 3])
  }

  @Test("One or two in a hundred are absent, and no missing result has a score")
  func missingResults() throws {
    let files = try SamplePeopleTests.large.get()
    var missing = 0
    for layout in PlainResults.layouts {
      let file = PlainResults(layout, try #require(files[layout.path]))
      for case let row? in file.table.rows where !file.text("status", row).isEmpty {
        missing += 1
        #expect(["mathematics", "reading", "science"].allSatisfy { file.text($0, row).isEmpty })
        #expect(file.thousandths("total", row) == nil)
      }
    }
    #expect((85...185).contains(missing))
  }
}
