import Parallel

extension PackedWish {
  /// Packs all wishes in their order.
  static func pack(
    _ wishes: WishTable, order: WishOrder, programmes: [Programme], seats: SeatPlan, ties: TieOrder,
    plan: WorkPlan
  ) -> [PackedWish] {
    let layout = KeyLayout(wishes, ties: ties)
    let floors = programmes.map { $0.floor ?? .min }
    var isRejected = [Bool](repeating: false, count: order.rejects.isEmpty ? 0 : wishes.count)
    for reject in order.rejects { isRejected[reject.row] = true }
    let marks = isRejected
    let (starts, rows) = (order.starts, order.order)
    let bounds = Array(stride(from: 0, to: starts.count - 1, by: 32_768)) + [starts.count - 1]
    return plan.filledArray(starts: bounds.map { Int(starts[$0]) }) { part, packed in
      for applicant in bounds[part]..<bounds[part + 1] {
        let end = Int(starts[applicant + 1])
        for place in Int(starts[applicant])..<end {
          let row = rows.map { Int($0[place]) } ?? place
          let programme = Int(wishes.programmes[row])
          let isVoid =
            wishes.scores[row] < floors[programme] || !wishes.isEligible(row: row)
            || (!marks.isEmpty && marks[row])
          packed.append(
            PackedWish(
              key: isVoid ? voidKey : layout.key(wishes, row: row),
              line: seats.line(programme: programme, group: wishes.groups?[row] ?? -1),
              isLast: place == end - 1))
        }
      }
    }
  }
}
