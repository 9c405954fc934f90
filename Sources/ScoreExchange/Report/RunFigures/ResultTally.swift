import Scores

/// The totals of each sitting, and the results without one.
struct ResultTally: Tally {
  /// One sitting.
  struct SittingTally: Sendable {
    /// The totals as places on the scale of the assessment; in rising order once all are counted.
    var places: [Int32] = []
    /// Results by status, in the order of all statuses.
    var statuses = Array(repeating: 0, count: ResultStatus.allCases.count)

    /// Adds results of a table.
    mutating func add(_ rows: Range<Int>, of results: ResultTable) {
      places.reserveCapacity(places.count + rows.count)
      let scored = ResultStatus.scored.code
      for row in rows {
        let status = results.status[row]
        statuses[Int(status)] += 1
        let total = results.total[row]
        if status == scored, total != ResultTable.noScore { places.append(total) }
      }
    }

    /// Brings the totals into rising order; many of few different ones are counted.
    mutating func sort() {
      guard let last = places.max(), let first = places.min(), first >= 0, last < places.count
      else { return places.sort() }
      var counts = Array(repeating: 0, count: Int(last) + 1)
      for place in places { counts[Int(place)] += 1 }
      var next = 0
      for (place, count) in counts.enumerated() {
        for index in next..<next + count { places[index] = Int32(place) }
        next += count
      }
    }
  }

  /// By assessment and sitting, in the order of the exchange file.
  private(set) var sittings: [[SittingTally]]

  /// Nothing counted yet.
  init(_ assessments: [Assessment]) {
    sittings = assessments.map { $0.sittings.map { _ in SittingTally() } }
  }

  /// The results of a run.
  init(_ results: ResultTable, _ assessments: [Assessment]) {
    self.init(assessments)
    var start = 0
    while start < results.count {
      let end = results.endOfSitting(from: start)
      let (assessment, sitting) = (results.assessment[start], results.sitting[start])
      sittings[Int(assessment)][Int(sitting)].add(start..<end, of: results)
      start = end
    }
    sort()
  }

  /// How many results were counted.
  var count: Int {
    sittings.reduce(0) { $0 + $1.reduce(0) { $0 + $1.statuses.reduce(0, +) } }
  }

  mutating func add(assessment: Int, sitting: Int, status: ResultStatus, place: Int32?) {
    sittings[assessment][sitting].statuses[ResultStatus.allCases.firstIndex(of: status) ?? 0] += 1
    if let place, status == .scored { sittings[assessment][sitting].places.append(place) }
  }

  mutating func add(_ other: Self) {
    for (assessment, tallies) in other.sittings.enumerated() {
      for (sitting, tally) in tallies.enumerated() {
        sittings[assessment][sitting].places += tally.places
        for (status, count) in tally.statuses.enumerated() {
          sittings[assessment][sitting].statuses[status] += count
        }
      }
    }
  }

  /// Brings the totals of every sitting into rising order.
  mutating func sort() {
    for assessment in sittings.indices {
      for sitting in sittings[assessment].indices { sittings[assessment][sitting].sort() }
    }
  }
}

extension ResultTable {
  /// Where the results end that follow each other from a place on and are of one sitting.
  fileprivate func endOfSitting(from start: Int) -> Int {
    var end = start + 1
    while end < count, sitting[end] == sitting[start], assessment[end] == assessment[start] {
      end += 1
    }
    return end
  }
}
