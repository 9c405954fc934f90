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
    // Results of one issuer stand together.
    let isChosen = all.map { issuer == nil || $0.issuer == issuer }
    let first = results.assessment.firstIndex { isChosen[Int($0)] } ?? 0
    let count = results.assessment[first...].prefix { isChosen[Int($0)] }.count
    return OutputTable(
      headings: [
        "issuer", "assessment", "sitting", "candidate_number", "national_id", "name", "birth_date",
      ] + partNames + ["total", "status"],
      rowCount: count
    ) { range, writer in
      let (numbers, names) = (results.candidateNumber, results.name)
      let (numberBytes, nameBytes) = (numbers.bytes, names.bytes)
      var day = DayText()
      for index in first + range.lowerBound..<first + range.upperBound {
        let form = forms[Int(results.assessment[index])]
        writer.append(form.issuer)
        writer.append(form.assessment)
        writer.append(form.sittings[Int(results.sitting[index])])
        writer.append(
          numberBytes.span.extracting(numbers.range(of: index)), isIdentifier: true)
        if let identifier = results.nationalID.parts(at: index) {
          writer.append(identifier: identifier.number, width: identifier.width)
        } else {
          writer.appendEmpty()
        }
        writer.append(nameBytes.span.extracting(names.range(of: index)))
        day.write(results.birthDay(at: index), to: &writer)
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
    let rejects = rejects.sorted {
      $0.file == $1.file ? $0.row < $1.row : $0.file.precedesInBytes($1.file)
    }
    return OutputTable(headings: Reject.headings, rowCount: rejects.count) { range, writer in
      for reject in rejects[range] { reject.write(to: &writer) }
    }
  }
}

/// What is the same in all rows of one assessment.
private struct ResultForm: Sendable {
  let issuer: String
  let assessment: String
  let sittings: [String]
  /// Where each part column of the table finds its part.
  let places: [Int?]
  let partLattice: WrittenLattice
  let totalLattice: WrittenLattice

  init(_ assessment: Assessment, partNames: [String]) {
    issuer = assessment.issuer.code
    self.assessment = assessment.code
    sittings = assessment.sittings.map(\.name)
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
    var unit: Int64 = 1_000_000_000
    for _ in 0..<decimals { unit /= 10 }
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

/// Writes days in the form `2007-02-14`, without an object for each.
private struct DayText {
  private var bytes = Array("0000-00-00".utf8)

  mutating func write(_ day: CalendarDate?, to writer: inout TableWriter) {
    guard let day else {
      writer.appendEmpty()
      return
    }
    let (year, month, dayOfMonth) = day.components
    write(year / 100, at: 0)
    write(year % 100, at: 2)
    write(month, at: 5)
    write(dayOfMonth, at: 8)
    writer.append(bytes.span)
  }

  private mutating func write(_ pair: Int, at place: Int) {
    bytes[place] = 0x30 + UInt8(truncatingIfNeeded: pair / 10)
    bytes[place + 1] = 0x30 + UInt8(truncatingIfNeeded: pair % 10)
  }
}

extension ResultTable {
  /// The birth date of a row.
  package func birthDay(at index: Int) -> CalendarDate? {
    birthDate[index] == Self.noDate ? nil : CalendarDate(dayNumber: birthDate[index])
  }
}
