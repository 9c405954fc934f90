import RecordLinkage
import Scores
import Tabular

extension ApplicantReader {
  var columnKinds: [String: ColumnKind] {
    var kinds: [String: ColumnKind] = [
      "applicant": .text, "national_id": .identifier, "former_id": .text, "name": .name,
      "family_name": .name, "given_name": .name, "birth_date": .date,
      "sex": .words { Sex(word: $0).map { UInt16($0.rawValue) } },
      "school": .words { School.named($0.uppercased()).map { UInt16(Self.code($0)) } },
      "region": .words { word in
        do throws(CellProblem) {
          return UInt16(Self.code(try Self.region(word)))
        } catch {
          return nil
        }
      },
      "priority_group": .words { word in
        do throws(CellProblem) {
          // What a bare 2 is depends on the heading.
          return word == "2" ? nil : UInt16(exactly: try Self.claims(word, under: "").packed)
        } catch {
          return nil
        }
      },
      "graduation_year": .whole, "bonus": .decimal(digits: TieColumns.digits),
    ]
    for field in tieColumns + components { kinds[field] = .decimal(digits: TieColumns.digits) }
    return kinds
  }

  func readColumns(_ batch: inout ColumnBatch, _ rows: inout ApplicantRows) {
    guard let ids = batch.texts("applicant"), let names = batch.wholeNames(),
      let births = batch.numbers("birth_date"), let numbers = batch.wholes("national_id")
    else {
      batch.leave(where: { _ in true })
      return
    }
    let sexes = batch.smallCodes("sex")
    leaveOddPeople(&batch, ids, names, numbers, births, sexes)
    let former = formerIDs(&batch)
    let years = batch.wholes("graduation_year")
    batch.leave(where: { row in
      guard let year = years?[row], year != DecodedBatch.missing64 else { return false }
      return !(Self.graduationYears ~= Int(year))
    })
    let sound = batch.soundRuns
    rows.id.append(contentsOf: sound.of(ids))
    rows.name.append(contentsOf: sound.of(names))
    rows.nationalID.append(contentsOf: IdentifierColumn(personal: sound.of(numbers)))
    for run in sound.runs { rows.formerID.append(contentsOf: former, rows: run) }
    rows.birthDate += sound.of(births)
    rows.sex += sound.of(sexes)
    let school = Self.code(defaultSchool)
    rows.school += sound.of(batch.smallCodes("school")).map { $0 == 0 ? school : $0 }
    rows.region += sound.of(batch.smallCodes("region"))
    let claims = batch.codes("priority_group")
    let bonus = batch.numbers("bonus")
    let first = batch.count > 0 ? UInt32(clamping: batch.rows.recordNumber(of: 0)) : 0
    for row in sound.runs.joined() {
      let claim = claims?[row] ?? DecodedBatch.missingCode
      rows.claims.append(
        ClaimList(packed: claim == DecodedBatch.missingCode ? 0 : UInt64(claim)))
      let year = years?[row] ?? DecodedBatch.missing64
      rows.graduationYear.append(
        year == DecodedBatch.missing64 ? 0 : Int16(truncatingIfNeeded: year))
      let points = bonus?[row] ?? DecodedBatch.missing32
      rows.bonus.append(
        points == DecodedBatch.missing32 ? 0 : Int64(points) * TieColumns.unit)
    }
    rows.row += sound.numbers(from: first)
    let selection = sound.numbers(from: 0)
    let none = Array(repeating: DecodedBatch.missing32, count: batch.count)
    rows.ties.append(tieColumns.map { batch.numbers($0) ?? none }, rows: selection)
    rows.components.append(components.map { batch.numbers($0) ?? none }, rows: selection)
    rows.file += repeatElement(fileIndex, count: selection.count)
  }

  func putInOrder(_ rows: inout ApplicantRows) {
    guard let order = fileOrder(of: rows.row) else { return }
    rows.select(order)
  }

  private func leaveOddPeople(
    _ batch: inout ColumnBatch, _ ids: TextColumn, _ names: TextColumn, _ numbers: [Int64],
    _ births: [Int32], _ sexes: [UInt8]
  ) {
    let latest = latestBirth.dayNumber
    batch.leave(where: { row in
      if ids.range(of: row).isEmpty || names.range(of: row).isEmpty { return true }
      guard births[row] < latest, let birth = CivilDay(dayNumber: births[row]) else { return true }
      return numbers[row] != DecodedBatch.missing64
        && PersonalNumber.contradicts(numbers[row], birthYear: birth.year, sex: sexes[row])
    })
  }

  private func formerIDs(_ batch: inout ColumnBatch) -> IdentifierColumn {
    var identifiers = IdentifierColumn()
    let texts = batch.texts("former_id")
    for row in 0..<batch.count {
      let range = texts?.range(of: row) ?? 0..<0
      if range.isEmpty {
        identifiers.append("")
      } else {
        identifiers.append(texts?[row] ?? "")
        if identifiers.parts(at: row) == nil { batch.leave(row) }
      }
    }
    return identifiers
  }
}
