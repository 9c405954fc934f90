/// The checks on a result row in the order in which the contract names them, done the plain way.
extension PlainResults {
  /// The reason code and outcome of every row at fault, by path and row; the heading is row 1.
  static func faults(of files: [PlainResults]) -> [String: [Int: String]] {
    var faults: [String: [Int: String]] = [:]
    var seen: [String: [(file: PlainResults, index: Int)]] = [:]
    for file in files {
      for (index, row) in file.table.rows.enumerated() {
        if let fault = file.fault(of: row) {
          faults[file.layout.path, default: [:]][index + 2] = "\(fault.reason) \(fault.outcome)"
          if fault.outcome == "rejected" { continue }
        }
        guard let row else { continue }
        let key = "\(file.text("candidate_number", row)) \(file.text("sitting", row))"
        seen[key, default: []].append((file, index))
      }
    }
    for places in seen.values where places.count > 1 {
      let contents = Set(places.map { $0.file.content(of: $0.index) })
      for (order, place) in places.enumerated() where contents.count > 1 || order > 0 {
        faults[place.file.layout.path, default: [:]][place.index + 2] =
          contents.count > 1 ? "duplicate rejected" : "repeated rejected"
      }
    }
    return faults
  }

  /// What a row says about its candidate, without running numbers and remarks.
  private func content(of index: Int) -> [String] {
    guard let row = table.rows[index] else { return [] }
    return [
      name(row), text("national_id", row), birth(row).map { "\($0)" } ?? "",
    ] + ["mathematics", "reading", "science", "total"].map { "\(thousandths($0, row) ?? -1)" }
      + [text("status", row)]
  }

  private func fault(of row: [String]?) -> (reason: String, outcome: String)? {
    guard let row else { return ("encoding", "rejected") }
    guard row.count == table.headings.count else { return ("columns", "rejected") }
    let required = [
      text("candidate_number", row), name(row), text("national_id", row),
      text("birth_date", row), text("sitting", row),
    ]
    if required.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      return ("missing", "rejected")
    }
    if let reason = scoreFault(row) { return (reason, "rejected") }
    if birth(row) == nil { return ("date", "rejected") }
    if !["2025-1", "2025-2", "2025-3"].contains(text("sitting", row)) {
      return ("sitting", "rejected")
    }
    if let fault = identifierFault(row) { return fault }
    return hasStrangeName(row) ? ("text", "rejected") : nil
  }

  private func scoreFault(_ row: [String]) -> String? {
    let words = ["vắng", "hoãn", "hủy", "vang", "hoan", "huy", "absent", "withheld", "void"]
    let status = text("status", row).lowercased()
    let cells = ["mathematics", "reading", "science", "total"].map { text($0, row).lowercased() }
    if words.contains(status) || words.contains(cells[3]) {
      return cells.allSatisfy { $0.isEmpty || words.contains($0) } ? nil : "status"
    }
    if cells.contains(where: \.isEmpty) { return "missing" }
    let scores = ["mathematics", "reading", "science", "total"].map { thousandths($0, row) }
    guard let mathematics = scores[0], let reading = scores[1], let science = scores[2],
      let total = scores[3]
    else { return "number" }
    if [mathematics, reading, science, total].contains(where: { $0 % 10 != 0 }) {
      return "lattice"
    }
    if total > 100_000 { return "range" }
    if mathematics > 40_000 || reading > 20_000 || science > 40_000 { return "part_range" }
    if mathematics + reading + science != total { return "sum" }
    return status.isEmpty ? nil : "status"
  }

  private func identifierFault(_ row: [String]) -> (reason: String, outcome: String)? {
    let id = text("national_id", row)
    guard let birth = birth(row), Int(id) != nil else { return ("national_id", "rejected") }
    let isFemale = ["nữ", "nu", "f"].contains(text("sex", row).lowercased())
    let structure =
      String((birth.year >= 2000 ? 2 : 0) + (isFemale ? 1 : 0))
      + String(birth.year % 100 + 100).dropFirst()
    switch id.count {
    case 12: return id.dropFirst(3).hasPrefix(structure) ? nil : ("identity", "kept")
    case 9: return nil
    case 10, 11:
      let whole = String(repeating: "0", count: 12 - id.count) + id
      return whole.dropFirst(3).hasPrefix(structure)
        ? ("repaired", "kept") : ("national_id", "rejected")
    default: return ("national_id", "rejected")
    }
  }

  private func hasStrangeName(_ row: [String]) -> Bool {
    name(row).unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter:
        scalar.value > 0x1EFF || (0x250..<0x1E00).contains(scalar.value)
      case .nonspacingMark: false
      default: scalar != " " && scalar != "'"
      }
    }
  }
}
