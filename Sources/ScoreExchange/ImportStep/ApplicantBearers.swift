import RecordLinkage

/// For each person the row that says who it is; what another row of hers knows better is taken from
/// there, so that the order of rows and files means nothing.
struct ApplicantBearers {
  /// What one row of a person may know and another not.
  enum Attribute {
    case formerID, name, sex
  }

  /// The row with the identifier, by person.
  private(set) var rows: [UInt32] = []
  private var others: [Attribute: [(person: Int, row: UInt32)]] = [:]

  /// The rows that know an attribute, by person.
  func rows(of attribute: Attribute) -> [UInt32] {
    guard let others = others[attribute] else { return rows }
    var rows = self.rows
    for other in others { rows[other.person] = other.row }
    return rows
  }

  /// Adds a person for each row.
  mutating func append(contentsOf bearers: ArraySlice<UInt32>) { rows += bearers }

  /// Adds the person of some rows.
  ///
  /// - Parameters:
  ///   - group: The rows, with at most one identifier among them.
  ///   - all: The rows of all files.
  /// - Returns: Why they cannot be about one person; then nobody was added.
  mutating func append(oneOf group: [Int], _ all: ApplicantRows) -> CellProblem? {
    if let problem = Self.contradiction(group, all) { return problem }
    func best(_ precedes: (Int, Int) -> Bool) -> UInt32 {
      UInt32(group.dropFirst().reduce(group[0]) { precedes($1, $0) ? $1 : $0 })
    }
    let person = rows.count
    rows.append(
      best { all.nationalID.parts(at: $0) != nil && all.nationalID.parts(at: $1) == nil })
    let known: [(Attribute, UInt32)] = [
      (.formerID, best { all.formerID.parts(at: $0) != nil && all.formerID.parts(at: $1) == nil }),
      (.sex, best { all.sex[$0] != 0 && all.sex[$1] == 0 }),
      // The longest, and of these one with marks and small letters, which stand behind the others.
      (
        .name,
        best { left, right in
          let (one, other) = (all.name.range(of: left).count, all.name.range(of: right).count)
          return one == other ? all.name.compare(left, right) > 0 : one > other
        }
      ),
    ]
    for (attribute, row) in known { others[attribute, default: []].append((person, row)) }
    return nil
  }

  /// Why rows of one applicant cannot be about one person; nil where they can.
  private static func contradiction(_ group: [Int], _ all: ApplicantRows) -> CellProblem? {
    func problem(_ message: Message) -> CellProblem {
      CellProblem(.duplicate, "applicant", message)
    }
    let births = Set(group.map { all.birthDate[$0] }).sorted()
    if births.count > 1 {
      let dates = births.map { CalendarDate(dayNumber: $0)?.description ?? "none" }
      return problem(
        "rows of this applicant have different birth dates: \(dates.joined(separator: ", "))")
    }
    if Set(group.map { all.sex[$0] }).subtracting([0]).count > 1 {
      return problem("rows of this applicant say male and female")
    }
    let formers = Set(group.map { all.formerID[$0] }).subtracting([""])
    if formers.count > 1 {
      return problem(
        "rows of this applicant have different old numbers: "
          + "\(formers.map(masked).sorted().joined(separator: ", "))")
    }
    // Behind one number and birth date a name may be mistyped, or shortened.
    let isSameNumber = group.allSatisfy {
      all.nationalID.code(at: $0) == all.nationalID.code(at: group[0])
    }
    if isSameNumber && all.nationalID.parts(at: group[0]) != nil { return nil }
    let names = group.map { NameKeys(all.name[$0]) }
    return names.allSatisfy { Self.mayBeOne($0, names[0]) }
      ? nil : problem("rows of this applicant have different names")
  }

  /// Whether two names may be one person's, as people write them: with the syllables in another order,
  /// with a slip, or with another middle name between the same family and given name.
  private static func mayBeOne(_ one: NameKeys, _ other: NameKeys) -> Bool {
    let (own, others) = (one.letters.split(separator: " "), other.letters.split(separator: " "))
    return one.solid.utf8.sorted() == other.solid.utf8.sorted()
      || editDistance(Array(one.solid.utf8), Array(other.solid.utf8)) <= 1
      || own.first == others.first && own.last == others.last
  }
}
