import RecordLinkage
import Scores
import Tabular

extension ResultReader: BatchReader {
  var noRows: ResultTable { ResultTable(partCounts: partCounts) }

  var columnKinds: [String: ColumnKind] {
    // Withdrawals are few, and hold little but a number.
    guard kind.hasIdentities, assessment.scale.decimals <= 8,
      assessment.scale.minimum.billionths.isMultiple(of: assessment.scale.step.billionths)
    else { return [:] }
    let assessment = self.assessment
    var kinds: [String: ColumnKind] = [
      "candidate_number": .text, "national_id": .identifier, "name": .name,
      "family_name": .name, "given_name": .name, "birth_date": .date, "exam_date": .date,
      "sex": .words { Sex(word: $0).map { UInt16($0.rawValue) } },
      "status": .words { ResultStatus(word: $0).map { UInt16($0.code) } },
      "note": .words { UInt16((ResultStatus(word: $0) ?? .scored).code) },
      "school": .words { _ in 0 },
      "issuer": .words { assessment.isIssued(by: $0) ? 0 : nil },
      "assessment": .words { assessment.isMeant(by: $0) ? 0 : nil },
      "sitting": .words { word in assessment.sittingIndex(word: word).map { UInt16($0) } },
    ]
    for field in assessment.parts.map(\.name) + ["total"] {
      kinds[field] = .decimal(digits: assessment.scale.decimals)
    }
    return kinds
  }

  func readColumns(_ batch: inout ColumnBatch, _ rows: inout ResultTable) {
    guard let numbers = batch.texts("candidate_number"), let names = batch.wholeNames(),
      let identifiers = batch.wholes("national_id"), let births = batch.numbers("birth_date")
    else {
      batch.leave(where: { _ in true })
      return
    }
    let sexes = batch.smallCodes("sex")
    leaveOddPeople(&batch, numbers, names, identifiers, births, sexes)
    let sittings = self.sittings(&batch)
    let scores = self.scores(&batch)
    let sound = batch.soundRuns
    let count = sound.count
    rows.assessment.append(
      contentsOf: Array(repeating: Int32(assessmentIndex), count: count))
    rows.sitting.append(contentsOf: sound.of(sittings).map { Int32($0) })
    rows.candidateNumber.append(contentsOf: sound.of(numbers))
    rows.nationalID.append(contentsOf: IdentifierColumn(personal: sound.of(identifiers)))
    rows.name.append(contentsOf: PooledTexts(sound.of(names)))
    rows.birthDate.append(contentsOf: sound.of(births))
    rows.sex += sound.of(sexes)
    rows.appendParts(scores.parts.map { sound.of($0) }, count: count)
    rows.total.append(contentsOf: sound.of(scores.totals))
    rows.status += sound.of(scores.statuses)
    rows.file += repeatElement(fileIndex, count: count)
    let first = batch.count > 0 ? UInt32(clamping: batch.rows.recordNumber(of: 0)) : 0
    rows.row += sound.numbers(from: first)
  }

  func putInOrder(_ rows: inout ResultTable) {
    guard let order = fileOrder(of: rows.row) else { return }
    let unordered = rows
    rows = noRows
    // Few are out of their place, so what lies between them is copied at once.
    var start = 0
    for end in 1...order.count where end == order.count || order[end] != order[end - 1] + 1 {
      rows.append(unordered, rows: Int(order[start])..<Int(order[end - 1]) + 1)
      start = end
    }
  }

  /// Leaves rows with an empty cell that must be filled, an odd candidate number, a birth date that
  /// cannot be, or a national number that contradicts it.
  private func leaveOddPeople(
    _ batch: inout ColumnBatch, _ numbers: TextColumn, _ names: TextColumn,
    _ identifiers: [Int64], _ births: [Int32], _ sexes: [UInt8]
  ) {
    let exams = batch.numbers("exam_date")
    let numberBytes = numbers.bytes
    let latest = latestBirth.dayNumber
    batch.leave(where: { row in
      guard CandidateNumber.isPlain(numberBytes, numbers.range(of: row)),
        !names.range(of: row).isEmpty
      else { return true }
      guard identifiers[row] != DecodedBatch.missing64, births[row] < latest,
        let birth = CivilDay(dayNumber: births[row])
      else { return true }
      // A day outside the calendar's middle is looked at alone; an empty cell says nothing.
      if let exam = exams?[row], exam != DecodedBatch.missing32, CivilDay(dayNumber: exam) == nil {
        return true
      }
      return PersonalNumber.contradicts(identifiers[row], birthYear: birth.year, sex: sexes[row])
    })
  }

  /// The sitting of each row; rows that do not say theirs are left.
  private func sittings(_ batch: inout ColumnBatch) -> [UInt16] {
    if let codes = batch.codes("sitting") {
      batch.leave(where: { codes[$0] == DecodedBatch.missingCode })
      if let days = batch.numbers("exam_date") {
        let known = sittingOfDay
        batch.leave(where: { row in known[days[row]].map { $0 != codes[row] } ?? false })
      }
      return codes
    }
    let only: UInt16? = assessment.sittings.count == 1 ? 0 : nil
    guard let days = batch.numbers("exam_date") else {
      if only == nil { batch.leave(where: { _ in true }) }
      return Array(repeating: 0, count: batch.count)
    }
    let known = sittingOfDay
    let sittings = days.map { known[$0] ?? only }
    batch.leave(where: { sittings[$0] == nil })
    return sittings.map { $0 ?? 0 }
  }

  /// The sitting of each day on which one alone was held.
  private var sittingOfDay: [Int32: UInt16] {
    var known: [Int32: UInt16] = [:]
    for (index, sitting) in assessment.sittings.enumerated()
    where assessment.sittingIndex(on: sitting.date) == index {
      known[sitting.date.dayNumber] = UInt16(index)
    }
    return known
  }

  /// Scores of a batch: steps, or ``ResultTable/noScore``.
  private struct ScoreColumns {
    var parts: [[Int32]]
    var totals: [Int32]
    var statuses: [UInt8]
  }

  private func scores(_ batch: inout ColumnBatch) -> ScoreColumns {
    let count = batch.count
    let none = Array(repeating: ResultTable.noScore, count: count)
    let scored = ResultStatus.scored.code
    guard kind.hasScores else {
      return ScoreColumns(
        parts: assessment.parts.map { _ in none }, totals: none,
        statuses: Array(repeating: scored, count: count))
    }
    func statuses(in field: String) -> [UInt8]? {
      batch.codes(field)?.map {
        $0 == DecodedBatch.missingCode ? scored : UInt8(truncatingIfNeeded: $0)
      }
    }
    let (stated, noted) = (statuses(in: "status"), statuses(in: "note"))
    if let stated, let noted {
      // What a remark says beside a status is looked at row by row.
      batch.leave(where: { noted[$0] != scored && noted[$0] != stated[$0] })
    }
    let statuses = stated ?? noted ?? Array(repeating: scored, count: count)
    let lattice = Lattice(assessment.scale)
    var parts: [[Int32]] = []
    var sums = [Int64](repeating: 0, count: count)
    for part in assessment.parts {
      let cells = batch.numbers(part.name) ?? none
      let greatest = lattice.steps(part.maximum)
      var column = cells
      batch.leave(where: { row in
        let cell = cells[row]
        if cell == DecodedBatch.missing32 { return statuses[row] == scored }
        guard statuses[row] == scored, let steps = lattice.steps(units: cell),
          0...greatest ~= steps, !mayBeThousands(steps, upTo: greatest)
        else { return true }
        column[row] = Int32(truncatingIfNeeded: steps)
        sums[row] += steps
        return false
      })
      parts.append(column)
    }
    let cells = batch.numbers("total") ?? none
    var totals = none
    batch.leave(where: { row in
      let cell = cells[row]
      guard statuses[row] == scored else { return cell != DecodedBatch.missing32 }
      var total = sums[row] - lattice.origin
      if cell != DecodedBatch.missing32 {
        guard let steps = lattice.steps(units: cell),
          !mayBeThousands(steps, upTo: lattice.origin + lattice.pointCount - 1)
        else { return true }
        if !parts.isEmpty && steps - lattice.origin != total { return true }
        total = steps - lattice.origin
      } else if parts.isEmpty {
        return true
      }
      guard 0..<lattice.pointCount ~= total else { return true }
      totals[row] = Int32(truncatingIfNeeded: total)
      return false
    })
    return ScoreColumns(parts: parts, totals: totals, statuses: statuses)
  }
}

/// Whether the cell of a score so small must be looked at, for it may hold thousands.
private func mayBeThousands(_ steps: Int64, upTo greatest: Int64) -> Bool {
  steps > 0 && steps <= greatest / 1_000
}

/// The steps of a scale, counted in the units that decimals are decoded to.
private struct Lattice {
  /// Steps from zero to the minimum.
  let origin: Int64
  /// How many scores there are.
  let pointCount: Int64
  private let unitsPerStep: Int64
  private let stepLength: Int64

  init(_ scale: ScoreScale) {
    stepLength = scale.step.billionths
    var unit: Int64 = 1_000_000_000
    for _ in 0..<scale.decimals { unit /= 10 }
    unitsPerStep = stepLength / unit
    origin = scale.minimum.billionths / stepLength
    pointCount = Int64(scale.pointCount)
  }

  /// The steps to a number of units; nil between two steps.
  func steps(units: Int32) -> Int64? {
    let units = Int64(units)
    if unitsPerStep == 1 { return units }
    let (steps, rest) = units.quotientAndRemainder(dividingBy: unitsPerStep)
    return rest == 0 ? steps : nil
  }

  /// The steps to a score that stands on the lattice, or the last ones below it.
  func steps(_ score: Score) -> Int64 { score.billionths / stepLength }
}
