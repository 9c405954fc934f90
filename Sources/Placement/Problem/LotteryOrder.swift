/// Replaces the keys of a problem by places in a strict order: equal keys in one unit are ordered
/// by their lots. Lots are drawn only where keys are equal.
struct LotteryOrder {
  let seed: String
  let applicants: [String]
  let programmes: [Programme]
  let seats: SeatPlan
  let starts: [UInt32]

  func drawn(_ packed: [PackedWish]) -> [PackedWish] {
    var packed = packed
    var tickets = sortedTickets(packed)
    var start = 0
    while start < tickets.count {
      var end = start + 1
      while end < tickets.count, tickets[end].isTied(with: tickets[start]) { end += 1 }
      if end - start > 1 { draw(&tickets[start..<end]) }
      start = end
    }
    for (place, ticket) in tickets.enumerated() {
      packed[Int(ticket.wish)] = packed[Int(ticket.wish)].replacingKey(UInt64(place) + 1)
    }
    return packed
  }

  private struct Ticket {
    let unit: UInt32
    let wish: UInt32
    let applicant: UInt32
    let programme: UInt32
    let key: UInt64

    func isTied(with other: Ticket) -> Bool { unit == other.unit && key == other.key }
  }

  private func sortedTickets(_ packed: [PackedWish]) -> [Ticket] {
    var tickets: [Ticket] = []
    tickets.reserveCapacity(packed.count)
    for applicant in 0..<(starts.count - 1) {
      for wish in Int(starts[applicant])..<Int(starts[applicant + 1]) where !packed[wish].isVoid {
        let line = Int(packed[wish].line)
        tickets.append(
          Ticket(
            unit: seats.lineUnit[line], wish: UInt32(wish), applicant: UInt32(applicant),
            programme: seats.lineProgramme[line], key: packed[wish].key))
      }
    }
    tickets.sort { ($0.unit, $0.key, $0.wish) < ($1.unit, $1.key, $1.wish) }
    return tickets
  }

  private func draw(_ tied: inout ArraySlice<Ticket>) {
    let lots = tied.map { ticket in
      let digest = LotteryDigest(
        seed: seed, programme: programmes[Int(ticket.programme)].code,
        applicant: applicants[Int(ticket.applicant)])
      return (digest: digest, ticket: ticket)
    }
    let ordered = lots.sorted { ($0.digest, $0.ticket.wish) < ($1.digest, $1.ticket.wish) }
    for (index, lot) in zip(tied.indices, ordered) { tied[index] = lot.ticket }
  }
}
