/// What can be wrong with a result row, in the order in which faults are dealt out.
enum SampleFault: Int, Sendable, CaseIterable {
  case missing, lostZeros, sum, duplicate, columns, date, number, encoding, partRange, nationalID
  case repeated, lattice, controlCharacter, status, range, identity, formula, sitting, strangeScalar

  /// What an import should do with the row.
  enum Outcome: String, Sendable {
    case rejected, kept
  }

  /// The reason code that an import should give.
  var reason: String {
    switch self {
    case .missing: "missing"
    case .lostZeros: "repaired"
    case .nationalID: "national_id"
    case .sum: "sum"
    case .duplicate: "duplicate"
    case .columns: "columns"
    case .date: "date"
    case .number: "number"
    case .encoding: "encoding"
    case .partRange: "part_range"
    case .repeated: "repeated"
    case .lattice: "lattice"
    case .controlCharacter, .formula, .strangeScalar: "text"
    case .status: "status"
    case .range: "range"
    case .identity: "identity"
    case .sitting: "sitting"
    }
  }

  var outcome: Outcome {
    switch self {
    case .lostZeros, .identity: .kept
    default: .rejected
    }
  }

  /// Whether the fault is a second row for one result.
  var addsRow: Bool { self == .duplicate || self == .repeated }

  /// Whether the result itself can still be used; of an identical repeat the first row counts.
  var leavesResult: Bool { outcome != .rejected || self == .repeated }
}
