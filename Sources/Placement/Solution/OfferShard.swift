/// A range of units whose seats one worker at a time gives away.
///
/// Work is proportional to the offers received, never to the number of units.
///
/// `@unchecked Sendable`: a round gives each shard to one worker, and rounds follow one another.
final class OfferShard: @unchecked Sendable {
  private var state: State

  init(units: Range<Int>, plan: SeatPlan, ties: TieTreatment) {
    state = State(units: units, plan: plan, ties: ties)
  }

  /// What a round changed.
  struct Answer {
    /// The wishes refused.
    var refused: [UInt32] = []
    /// New limits of lines.
    var limits: [(line: UInt32, limit: UInt64)] = []
  }

  /// Takes a round's offers, part by part, and answers them together.
  func answer(_ parts: [ArraySlice<Candidate>]) -> Answer {
    var answer = Answer()
    for part in parts {
      for offer in part { state.take(offer, &answer) }
    }
    state.finish(&answer)
    return answer
  }

  /// Takes one offer.
  func answer(_ offer: Candidate, _ answer: inout Answer) {
    state.take(offer, &answer)
    state.finish(&answer)
  }

  /// The wishes that hold a seat, in no particular order.
  func held() -> [Candidate] {
    state.heaps.flatMap(\.entries) + state.joint.values.flatMap(\.held)
  }

  private struct State {
    let first: Int
    let plan: SeatPlan
    let ties: TieTreatment
    /// One for each unit that is a programme alone; an unused one for the others.
    var heaps: [SeatHeap]
    /// Units of several lines, by their number.
    var joint: [Int: JointSeats] = [:]
    var isTouched: [Bool]
    var touched: [Int] = []

    init(units: Range<Int>, plan: SeatPlan, ties: TieTreatment) {
      first = units.lowerBound
      self.plan = plan
      self.ties = ties
      isTouched = Array(repeating: false, count: units.count)
      heaps = []
      for unit in units {
        if case .programme(_, let quota) = plan.units[unit] {
          heaps.append(SeatHeap(quota: quota))
        } else {
          heaps.append(SeatHeap(quota: 0))
          joint[unit] = JointSeats(unit: plan.units[unit])
        }
      }
    }

    mutating func take(_ offer: Candidate, _ answer: inout Answer) {
      let unit = Int(plan.lineUnit[Int(offer.line)])
      let index = unit - first
      if !isTouched[index] {
        isTouched[index] = true
        touched.append(unit)
      }
      if joint.isEmpty || joint[unit] == nil {
        heaps[index].offer(offer, ties: ties, refused: &answer.refused)
      } else {
        joint[unit]?.pending.append(offer)
      }
    }

    mutating func finish(_ answer: inout Answer) {
      for unit in touched {
        isTouched[unit - first] = false
        if case .programme(let line, _) = plan.units[unit] {
          answer.limits.append((line, heaps[unit - first].limit))
        } else {
          joint[unit]?.decide(ties, &answer)
        }
      }
      touched.removeAll(keepingCapacity: true)
    }
  }
}

/// The people who hold a seat for now in a unit of several lines.
private struct JointSeats {
  let unit: SeatUnit
  var held: [Candidate] = []
  var pending: [Candidate] = []
  /// Who was refused and counts all the same.
  var refused: [Candidate] = []
  var limits: [UInt64]

  init(unit: SeatUnit) {
    self.unit = unit
    limits = unit.openLimits
  }

  mutating func decide(_ ties: TieTreatment, _ answer: inout OfferShard.Answer) {
    held += pending
    pending.removeAll(keepingCapacity: true)
    var asking = held + refused
    unit.arrange(&asking)
    unit.lower(&limits, by: asking, ties: ties)
    let remembersRefused = unit.remembersRefused(ties)
    var lineLimits: [UInt32: UInt64] = [:]
    for line in unit.lines {
      let limit = unit.limit(ofLine: line, limits)
      lineLimits[line] = limit
      answer.limits.append((line, limit))
    }
    held.removeAll { entry in
      let isRefused = entry.key >= lineLimits[entry.line] ?? 0
      if isRefused {
        answer.refused.append(entry.wish)
        if remembersRefused { refused.append(entry) }
      }
      return isRefused
    }
  }
}
