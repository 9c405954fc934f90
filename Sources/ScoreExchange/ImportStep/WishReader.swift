import Scores
import Tabular

/// Reads rows of a wishes file.
struct WishReader: BatchReader {
  private let applicants: TextIndex
  private let programmes: ProgrammeImport
  private let groups: [String]
  private let tieColumns: [String]
  /// The programme of each code at each school; -1 where code and school do not tell.
  private let codes: [String]
  private let places: [Int32]

  init(
    _ applicants: TextIndex, _ programmes: ProgrammeImport, groups: [String],
    tieColumns: [String]
  ) {
    self.groups = groups
    self.applicants = applicants
    self.programmes = programmes
    self.tieColumns = tieColumns
    let codes = Set(programmes.programmes.map(\.code)).sorted { $0.precedesInBytes($1) }
    self.codes = codes
    // The last place of each code is for rows that name no school.
    let schools: [School?] = School.all + [nil]
    places = codes.flatMap { code in
      schools.map { school in
        let index = try? programmes.index(code: code, school: school)
        return Int32(index ?? -1)
      }
    }
  }

  var noRows: ImportedWishes { ImportedWishes(tieColumnCount: tieColumns.count) }

  var columnKinds: [String: ColumnKind] {
    guard codes.count < Int(DecodedBatch.missingCode) else { return [:] }
    var kinds: [String: ColumnKind] = [
      "applicant": .text, "rank": .whole, "programme": .listed(codes),
      "school": .words { word in
        School.all.firstIndex { $0.code == word.uppercased() }.map { UInt16($0) }
      },
      "eligible": .words { word in
        (try? WishPart.isYes(word, "eligible", whenEmpty: true)).map { $0 ? 1 : 0 }
      },
    ]
    if !groups.isEmpty {
      kinds["group"] = .words { [groups] word in groups.firstIndex(of: word).map { UInt16($0) } }
    }
    for column in tieColumns { kinds[column] = .decimal(digits: TieColumns.digits) }
    return kinds
  }

  func readColumns(_ batch: inout ColumnBatch, _ rows: inout ImportedWishes) {
    guard let ids = batch.texts("applicant"), let ranks = batch.wholes("rank"),
      let programmes = batch.codes("programme")
    else {
      batch.leave(where: { _ in true })
      return
    }
    let schools = batch.codes("school")
    let groups = batch.codes("group")
    let eligible = batch.codes("eligible")
    let width = School.all.count + 1
    let bytes = ids.bytes
    let first = batch.count > 0 ? batch.rows.recordNumber(of: 0) : 0
    var found: [UInt32] = []
    found.reserveCapacity(batch.count)
    rows.reserveCapacity(batch.count)
    var last = (range: 0..<0, applicant: -1)
    for row in 0..<batch.count where batch.states[row] == .sound {
      let range = ids.range(of: row)
      let isSameAgain =
        range.count == last.range.count
        && equal(bytes, range.lowerBound, bytes, last.range.lowerBound, range.count)
      if !isSameAgain { last = (range, applicants.place(of: bytes, in: range) ?? -1) }
      let code = programmes[row]
      guard !range.isEmpty, last.applicant >= 0, 1...1_000_000 ~= ranks[row],
        code != DecodedBatch.missingCode
      else {
        batch.leave(row)
        continue
      }
      let school = schools?[row] ?? DecodedBatch.missingCode
      let place = school == DecodedBatch.missingCode ? width - 1 : Int(school)
      let programme = places[Int(code) * width + place]
      guard programme >= 0 else {
        batch.leave(row)
        continue
      }
      rows.append(
        applicant: Int32(truncatingIfNeeded: last.applicant),
        rank: Int32(truncatingIfNeeded: ranks[row]), programme: programme,
        group: groups.map { $0[row] == DecodedBatch.missingCode ? -1 : Int32($0[row]) } ?? -1,
        isEligible: eligible?[row] != 0, row: first + row)
      found.append(UInt32(row))
    }
    let none = Array(repeating: DecodedBatch.missing32, count: batch.count)
    rows.ties.append(tieColumns.map { batch.numbers($0) ?? none }, rows: found)
  }

  func putInOrder(_ rows: inout ImportedWishes) {
    guard let order = fileOrder(of: (0..<rows.count).map { UInt32(clamping: rows.rows[$0]) })
    else { return }
    rows = rows.selecting(order)
  }

  func read(_ context: inout RowContext, _ rows: inout ImportedWishes) throws(CellProblem) {
    let id = try context.cells.requiredText("applicant")
    guard let applicant = applicants.place(of: id) else {
      throw CellProblem(.unknown, "applicant", "there is no applicant \"\(id)\"")
    }
    let rank = try context.wholeNumber(
      "rank", in: 1...1_000_000, written: WishPart.rankText(context.cells("rank")))
    let code = try context.cells.requiredText("programme")
    let programme = try programmes.index(code: code, school: try context.school())
    var ties: [TieValue?] = []
    for column in tieColumns { ties.append(try context.tieValue(column)) }
    rows.append(
      applicant: Int32(applicant), rank: Int32(rank), programme: Int32(programme),
      group: Int32(groups.firstIndex(of: context.cells("group")) ?? -1),
      isEligible: try WishPart.isYes(context.cells("eligible"), "eligible", whenEmpty: true),
      row: context.number)
    rows.ties.append(ties)
  }
}
