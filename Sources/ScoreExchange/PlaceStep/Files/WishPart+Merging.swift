import Parallel
import Placement

extension WishPart {
  /// All parts together, the applicants numbered in byte order.
  ///
  /// The parts' wishes are given up as they are taken over, so that they are never all there twice.
  static func merged(
    _ parts: inout [WishPart], tieColumnCount: Int, plan: WorkPlan
  ) throws(PlacementError) -> (applicants: [String], wishes: WishTable) {
    let (applicants, numbers) = isAscending(parts) ? numberedInOrder(parts) : numbered(parts)
    let tables = parts.indices.map { parts[$0].takeWishes() }
    let wishes = try WishTable(
      tieColumnCount: tieColumnCount, concatenating: tables, renumbered: numbers, plan: plan)
    return (applicants, wishes)
  }

  /// Whether the file is ordered by applicant.
  private static func isAscending(_ parts: [WishPart]) -> Bool {
    var last: String?
    for part in parts {
      guard let first = part.applicants.identifiers.first else { continue }
      guard part.applicants.isAscending else { return false }
      if let last, last != first, !last.precedesInBytes(first) { return false }
      last = part.applicants.identifiers.last
    }
    return true
  }

  /// Numbers in the order of the file, where one part may go on with the last person of the part
  /// before.
  private static func numberedInOrder(_ parts: [WishPart]) -> ([String], [[Int32]]) {
    var applicants: [String] = []
    applicants.reserveCapacity(parts.reduce(0) { $0 + $1.applicants.identifiers.count })
    let numbers = parts.map { part in
      let own = part.applicants.identifiers
      if let last = applicants.last, own.first == last { applicants.removeLast() }
      let first = Int32(applicants.count)
      applicants += own
      return (0..<Int32(own.count)).map { first + $0 }
    }
    return (applicants, numbers)
  }

  /// Numbers for people who stand in several parts, in any order.
  private static func numbered(_ parts: [WishPart]) -> ([String], [[Int32]]) {
    var indices: [String: Int32] = [:]
    var applicants: [String] = []
    let found = parts.map { part in
      part.applicants.identifiers.map { applicant in
        if let index = indices[applicant] { return index }
        let index = Int32(applicants.count)
        indices[applicant] = index
        applicants.append(applicant)
        return index
      }
    }
    let order = applicants.indices.map { (head: applicants[$0].firstBytes, index: $0) }
      .sorted {
        $0.head == $1.head
          ? applicants[$0.index].precedesInBytes(applicants[$1.index]) : $0.head < $1.head
      }
    var place = [Int32](repeating: 0, count: applicants.count)
    for (index, entry) in order.enumerated() { place[entry.index] = Int32(index) }
    return (order.map { applicants[$0.index] }, found.map { $0.map { place[Int($0)] } })
  }
}

extension String {
  /// The first eight bytes as a number in their order, zeros behind a shorter text.
  fileprivate var firstBytes: UInt64 {
    var bytes = utf8.makeIterator()
    return (0..<8).reduce(0) { head, _ in head << 8 | UInt64(bytes.next() ?? 0) }
  }
}
