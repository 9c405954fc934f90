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
      let chunk = rows.lowerBound + range.lowerBound..<rows.lowerBound + range.upperBound
      ResultCells(results, chunk, delimiter: writer.delimiter).write(forms, to: &writer)
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
private struct ResultForm: Sendable {
  /// Issuer, assessment and name of each sitting.
  let sittings: [WrittenFields]
  /// Where each part column of the table finds its part.
  let places: [Int?]
  let parts: WrittenDecimals
  let totals: WrittenDecimals

  init(_ assessment: Assessment, partNames: [String]) {
    sittings = assessment.sittings.map {
      // A spreadsheet makes January 2025 of 2025-1.
      WrittenFields([assessment.issuer.code, assessment.code, $0.name], identifiers: [2])
    }
    places = partNames.map { assessment.partIndex(named: $0) }
    let scale = assessment.scale
    parts = WrittenDecimals(scale, from: .zero)
    totals = scale.minimum == .zero ? parts : WrittenDecimals(scale, from: scale.minimum)
  }
}

/// What is written of some consecutive results, column by column.
private struct ResultCells {
  private let rows: Range<Int>
  private let assessments: [Int32]
  private let sittings: [Int32]
  private let candidateNumbers: TextColumn
  private let identifiers: [UInt64]
  private let names: WrittenTexts
  private let births: [Int32]
  private let parts: [Int32]
  private let partWidth: Int
  private let totals: [Int32]
  private let statuses: ArraySlice<UInt8>

  private static let statusNames = ResultStatus.allCases.map { WrittenFields([$0.rawValue]) }

  init(_ results: ResultTable, _ rows: Range<Int>, delimiter: Delimiter) {
    self.rows = rows
    assessments = results.assessment.numbers(rows)
    sittings = results.sitting.numbers(rows)
    candidateNumbers = results.candidateNumber
    identifiers = results.nationalID.codes(rows)
    names = WrittenTexts(results.name, rows: rows, delimiter: delimiter)
    births = results.birthDate.numbers(rows)
    partWidth = results.partWidth
    parts = results.parts.numbers(rows.lowerBound * partWidth..<rows.upperBound * partWidth)
    totals = results.total.numbers(rows)
    statuses = results.status[rows]
  }

  /// Writes the rows; `forms` are those of all assessments.
  func write(_ forms: [ResultForm], to writer: inout TableWriter) {
    var start = 0
    while start < rows.count {
      let (assessment, sitting) = (assessments[start], sittings[start])
      var end = start + 1
      while end < rows.count, assessments[end] == assessment, sittings[end] == sitting { end += 1 }
      let form = forms[Int(assessment)]
      write(start..<end, form, form.sittings[Int(sitting)], to: &writer)
      start = end
    }
  }

  /// Writes rows of one sitting.
  private func write(
    _ places: Range<Int>, _ form: ResultForm, _ sitting: WrittenFields, to writer: inout TableWriter
  ) {
    let numberBytes = candidateNumbers.bytes
    let statusNames = Self.statusNames
    for place in places {
      writer.append(sitting)
      writer.append(
        numberBytes.span.extracting(candidateNumbers.range(of: rows.lowerBound + place)),
        isIdentifier: true)
      if let identifier = IdentifierColumn.parts(of: identifiers[place]) {
        writer.append(identifier: identifier.number, width: identifier.width)
      } else {
        writer.appendEmpty()
      }
      names.write(place, to: &writer)
      let birth = births[place]
      writer.append(birth == ResultTable.noDate ? nil : CalendarDate(dayNumber: birth))
      for column in form.places.indices {
        if let part = form.places[column] {
          form.parts.write(score: parts[place * partWidth + part], to: &writer)
        } else {
          writer.appendEmpty()
        }
      }
      form.totals.write(score: totals[place], to: &writer)
      let status = Int(statuses[statuses.startIndex + place])
      if status == 0 { writer.appendEmpty() } else { writer.append(statusNames[status]) }
      writer.endRow()
    }
  }
}

extension WrittenDecimals {
  /// The scores of a scale, counted in steps from one of them.
  fileprivate init(_ scale: ScoreScale, from origin: Score) {
    let unit = Score.unitsPerPoint(decimals: 9 - scale.decimals)
    self.init(
      count: scale.pointCount, origin: origin.billionths / unit,
      unitsPerStep: scale.step.billionths / unit, scaleDigits: scale.decimals)
  }

  /// Writes the score of a step, or an empty cell.
  fileprivate func write(score step: Int32, to writer: inout TableWriter) {
    if step == ResultTable.noScore {
      writer.appendEmpty()
    } else {
      write(Int(step), to: &writer)
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
}
