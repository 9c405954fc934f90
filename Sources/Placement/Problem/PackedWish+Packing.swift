extension PackedWish {
  /// Packs all wishes in their order.
  static func pack(
    _ wishes: WishTable, order: WishOrder, programmes: [Programme], seats: SeatPlan, ties: TieOrder
  ) -> [PackedWish] {
    let layout = KeyLayout(wishes, ties: ties)
    let floors = programmes.map { $0.floor ?? .min }
    var isRejected = [Bool](repeating: false, count: order.rejects.isEmpty ? 0 : wishes.count)
    for reject in order.rejects { isRejected[reject.row] = true }
    var packed: [PackedWish] = []
    packed.reserveCapacity(wishes.count)
    for applicant in 0..<(order.starts.count - 1) {
      let places = Int(order.starts[applicant])..<Int(order.starts[applicant + 1])
      for place in places {
        let row = order.row(place)
        let programme = Int(wishes.programmes[row])
        let isVoid =
          wishes.scores[row] < floors[programme] || !wishes.isEligible(row: row)
          || (!isRejected.isEmpty && isRejected[row])
        packed.append(
          PackedWish(
            key: isVoid ? voidKey : layout.key(wishes, row: row),
            line: seats.line(programme: programme, group: wishes.groups?[row] ?? -1),
            isLast: place == places.upperBound - 1))
      }
    }
    return packed
  }
}
