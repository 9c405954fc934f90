import Parallel
import Scores
import Tabular

extension OutputTable {
  /// `results.csv`: one row a result, by issuer, assessment, sitting and candidate number.
  ///
  /// - Parameters:
  ///   - results: The results in that order.
  ///   - all: The assessments they are of.
  ///   - issuer: Only results of this issuer, with the parts of its assessments; nil for all.
  /// - Returns: The table.
  package static func results(
    _ results: ResultTable, _ all: [Assessment], issuer: School? = nil
  ) -> OutputTable {
    let assessments = all.filter { issuer == nil || $0.issuer == issuer }
    var partNames: [String] = []
    for name in assessments.flatMap(\.parts).map(\.name) where !partNames.contains(name) {
      partNames.append(name)
    }
    let forms = all.map { ResultForm($0, partNames: partNames) }
    let rows = issuer.map { results.rows(of: $0, all) } ?? 0..<results.count
    return OutputTable(
      headings: [
        "issuer", "assessment", "sitting", "candidate_number", "national_id", "name", "birth_date",
      ] + partNames + ["total", "status"],
      rowCount: rows.count
    ) { range, writer in
      let numbers = results.candidateNumber
      let numberBytes = numbers.bytes
      let chunk = rows.lowerBound + range.lowerBound..<rows.lowerBound + range.upperBound
      let names = WrittenTexts(results.name, rows: chunk, delimiter: writer.delimiter)
      for index in chunk {
        let form = forms[Int(results.assessment[index])]
        writer.append(form.sittings[Int(results.sitting[index])])
        writer.append(
          numberBytes.span.extracting(numbers.range(of: index)), isIdentifier: true)
        if let identifier = results.nationalID.parts(at: index) {
          writer.append(identifier: identifier.number, width: identifier.width)
        } else {
          writer.appendEmpty()
        }
        names.write(index - chunk.lowerBound, to: &writer)
        writer.append(results.birthDay(at: index))
        let parts = results.parts(at: index)
        for place in form.places {
          let steps = place.map { parts[parts.startIndex + $0] } ?? ResultTable.noScore
          form.partLattice.write(steps, to: &writer)
        }
        form.totalLattice.write(results.total[index], to: &writer)
        writer.append(results.status(at: index).rawValue)
        writer.endRow()
      }
    }
  }

  /// `rejects.csv`: one row a rejected input row.
  package static func rejects(_ rejects: [Reject]) -> OutputTable {
    let order = rejects.indices.sorted {
      let (one, other) = (rejects[$0], rejects[$1])
      return one.file == other.file ? one.row < other.row : one.file.precedesInBytes(other.file)
    }
    return OutputTable(headings: Reject.headings, rowCount: rejects.count) { range, writer in
      for place in order[range] { rejects[place].write(to: &writer) }
    }
  }
}

/// What is the same in all rows of one assessment.
///
/// It is a class because it is looked at for every row.
private final class ResultForm: Sendable {
  /// Issuer, assessment and name of each sitting.
  let sittings: [WrittenFields]
  /// Where each part column of the table finds its part.
  let places: [Int?]
  let partLattice: WrittenLattice
  let totalLattice: WrittenLattice

  init(_ assessment: Assessment, partNames: [String]) {
    sittings = assessment.sittings.map {
      WrittenFields([assessment.issuer.code, assessment.code, $0.name])
    }
    places = partNames.map { assessment.partIndex(named: $0) }
    partLattice = WrittenLattice(assessment.scale, origin: .zero)
    totalLattice = WrittenLattice(assessment.scale, origin: assessment.scale.minimum)
  }
}

/// How the steps of a scale are written.
private struct WrittenLattice: Sendable {
  private let decimals: Int
  private let unitsPerStep: Int64
  private let origin: Int64

  init(_ scale: ScoreScale, origin: Score) {
    decimals = scale.decimals
    let unit = Score.unitsPerPoint(decimals: 9 - decimals)
    unitsPerStep = scale.step.billionths / unit
    self.origin = origin.billionths / unit
  }

  func write(_ steps: Int32, to writer: inout TableWriter) {
    if steps == ResultTable.noScore {
      writer.appendEmpty()
    } else {
      writer.append(units: origin + Int64(steps) * unitsPerStep, scaleDigits: decimals)
    }
  }
}

extension TableWriter {
  /// Appends a day, or an empty cell.
  mutating func append(_ day: CalendarDate?) {
    guard let (year, month, day) = day?.components else { return appendEmpty() }
    append(year: year, month: month, day: day)
  }
}

extension ResultTable {
  /// The results of an issuer, which stand together.
  fileprivate func rows(of issuer: School, _ assessments: [Assessment]) -> Range<Int> {
    let isChosen = assessments.map { $0.issuer == issuer }
    let first = assessment.firstIndex { isChosen[Int($0)] } ?? 0
    return first..<first + assessment[first...].prefix { isChosen[Int($0)] }.count
  }

  /// The birth date of a row.
  package func birthDay(at index: Int) -> CalendarDate? {
    birthDate[index] == Self.noDate ? nil : CalendarDate(dayNumber: birthDate[index])
  }
}
