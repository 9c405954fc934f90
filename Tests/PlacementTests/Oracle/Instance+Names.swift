import Parallel
import Placement

extension Instance {
  /// A problem given by lists of preference on both sides, as textbooks print it.
  ///
  /// - Parameters:
  ///   - lists: For each applicant the programmes, the most wanted first.
  ///   - priorities: For each programme its seats and the applicants, the best first.
  init(lists: [[Int]], priorities: [(seats: Int, order: [Int])]) {
    applicantCount = lists.count
    programmes = priorities.enumerated().map { Programme(code: "P\($0)", quota: $1.seats) }
    for (applicant, list) in lists.enumerated() {
      for (place, programme) in list.enumerated() {
        let order = priorities[programme].order
        guard let position = order.firstIndex(of: applicant) else { continue }
        wishes.append(
          Wish(
            applicant: applicant, rank: place + 1, programme: programme,
            score: order.count - position))
      }
    }
  }

  /// A problem of one wish a line: `applicant rank programme score [tie …]`, by number.
  init(quotas: [Int], _ rows: [[Int]]) {
    programmes = quotas.enumerated().map { Programme(code: "P\($0)", quota: $1) }
    applicantCount = (rows.map { $0[0] }.max() ?? -1) + 1
    wishes = rows.map { row in
      Wish(
        applicant: row[0], rank: row[1], programme: row[2], score: row[3],
        ties: Array(row.dropFirst(4)))
    }
  }

  /// The programme of each applicant, -1 for none.
  func placed() throws -> [Int] {
    try DeferredAcceptance.place(problem(), plan: .sequential).programmes.map(Int.init)
  }
}
