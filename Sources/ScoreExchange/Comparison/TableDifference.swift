/// How two tables of one name differ.
struct TableDifference {
  let table: OutputComparison.Table
  /// Who came and left, for tables that hold places.
  let programmes: [OutputComparison.Programme]

  init(from old: ComparedTable, to new: ComparedTable) {
    let columns = old.columns + new.columns.filter { !old.columns.contains($0) }
    let places = columns.map { name in
      (name: name, old: old.columns.firstIndex(of: name), new: new.columns.firstIndex(of: name))
    }
    var rows: [OutputComparison.RowChange] = []
    var came: [String: [String]] = [:]
    var left: [String: [String]] = [:]
    let keys = Set(old.rows.keys).union(new.rows.keys).sorted(by: precedes)
    for key in keys {
      let (before, after) = (old.rows[key], new.rows[key])
      if before == after, old.columns == new.columns { continue }
      let cells = places.compactMap { column -> OutputComparison.RowChange.Cell? in
        let one = column.old.flatMap { before?[$0] }
        let other = column.new.flatMap { after?[$0] }
        guard one ?? "" != other ?? "" else { return nil }
        return .init(
          column: column.name, old: one.map(ShownMessage.maskingDigits),
          new: other.map(ShownMessage.maskingDigits))
      }
      if cells.isEmpty, before != nil, after != nil { continue }
      rows.append(
        .init(
          key: key.map(ShownMessage.maskingDigits),
          change: before == nil ? .added : after == nil ? .removed : .changed, cells: cells))
      guard old.name == "placements", let person = key.first else { continue }
      let (from, to) = (old.programme(before), new.programme(after))
      if from == to { continue }
      if let from { left[from, default: []].append(ShownMessage.maskingDigits(person)) }
      if let to { came[to, default: []].append(ShownMessage.maskingDigits(person)) }
    }
    table = OutputComparison.Table(
      table: old.name, added: rows.count { $0.change == .added },
      removed: rows.count { $0.change == .removed },
      changed: rows.count { $0.change == .changed }, rows: rows)
    programmes = Set(came.keys).union(left.keys).sorted { $0.precedesInBytes($1) }.map {
      OutputComparison.Programme(programme: $0, came: came[$0] ?? [], left: left[$0] ?? [])
    }
  }
}

extension ComparedTable {
  /// School and code of the programme in a row of placements; nil for no place.
  fileprivate func programme(_ cells: [String]?) -> String? {
    guard let cells else { return nil }
    let parts = ["school", "programme"].compactMap { name in
      columns.firstIndex(of: name).map { cells[$0] }
    }
    guard let code = parts.last, !code.isEmpty else { return nil }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The order of two keys by the bytes of their parts.
private func precedes(_ left: [String], _ right: [String]) -> Bool {
  for (one, other) in zip(left, right) where one != other { return one.precedesInBytes(other) }
  return left.count < right.count
}
