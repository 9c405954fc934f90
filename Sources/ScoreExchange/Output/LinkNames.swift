import RecordLinkage
import Tabular

/// How links name the rows of one side.
package struct LinkNames: Sendable {
  /// For some rows, what appends the name of one of them, which is given by its place among them.
  let appender: @Sendable (_ rows: [Int]) -> (_ place: Int, _ writer: inout TableWriter) -> Void

  /// The keys of people.
  package init(_ people: PersonTable) {
    appender = { rows in
      { place, writer in
        people.withKey(of: rows[place]) { writer.append($0, isIdentifier: true) }
      }
    }
  }

  /// The ids of applicants.
  init(_ applicants: ApplicantList) {
    let ids = applicants.ids
    appender = { rows in { place, writer in writer.append(ids, rows[place]) } }
  }

  /// The names of results, which are fetched together, for they lie all over the table.
  init(_ names: ResultNames, of results: ResultTable) {
    appender = { rows in
      let places = rows.map(UInt32.init)
      let sources = names.sources(of: places, in: results)
      let numbers = results.candidateNumber.selecting(places)
      return { place, writer in
        let source = sources[place]
        numbers.withBytes(at: place) { writer.append(source.span, $0, isIdentifier: true) }
      }
    }
  }
}
