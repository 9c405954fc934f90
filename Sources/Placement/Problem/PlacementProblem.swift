public import Parallel

/// Everything a placement depends on, checked and laid out for the solvers.
///
/// The order of the rows in the wish table means nothing. Results stand at the index of the
/// applicant and the programme, so the order of ``applicants`` (by the bytes of the identifiers, if
/// output shall have that order) is the order of the output.
public struct PlacementProblem: Sendable {
  /// Identifiers of the applicants, each once. They stand in messages and in the lottery digest.
  public let applicants: [String]
  /// The programmes.
  public private(set) var programmes: [Programme]
  /// The quota of each programme as it is stated; ``programmes`` has more seats where people settled
  /// beforehand keep them.
  public private(set) var statedQuotas: [Int]
  /// The pools that programmes name.
  public private(set) var pools: [Pool]
  /// Reserved seats, in the order in which they are filled.
  public private(set) var reserves: [ReserveBlock]
  /// The wishes as they were given.
  public let wishes: WishTable
  /// How equal scores are told apart.
  public let tieOrder: TieOrder
  /// What happens to people who are equal at the line.
  public private(set) var lineRule: LineRule
  /// Wishes set aside, by row.
  public let rejects: [WishReject]
  /// Number of wishes for each programme, void ones included, those set aside not.
  public let wishCounts: [Int]

  /// What was decided about applicants beforehand.
  public private(set) var settlements: [Settlement] = []

  /// The wishes of an applicant are `packed[starts[applicant]..<starts[applicant + 1]]`, by rank.
  private(set) var packed: [PackedWish]
  let starts: [UInt32]
  /// The row of a packed wish; `nil` when the table was in that order already.
  let order: [UInt32]?
  private(set) var seats: SeatPlan

  /// Checks and lays out a problem.
  ///
  /// A wish under its programme's floor or declared ineligible is void. Wishes that contradict each
  /// other are set aside and listed in ``rejects``; that is not an error.
  ///
  /// - Parameters:
  ///   - applicants: Identifiers, each once.
  ///   - programmes: Programmes with unique codes.
  ///   - wishes: Wishes by index of applicant and programme, in any order.
  ///   - tieOrder: Secondary keys; none by default.
  ///   - lineRule: What happens to people equal at the line.
  ///   - pools: Common quotas.
  ///   - reserves: Reserved seats in the order of filling.
  ///   - plan: Threads; the problem is the same for any number.
  /// - Throws: ``PlacementError`` with the codes `index`, `duplicate`, `quota`, `columns`, `size`,
  ///   `pool-cycle`, `reserves`, `reserves-in-pool`.
  /// - Complexity: O(applicants + wishes) for wishes ordered by applicant and rank and for keys that
  ///   fit 63 bits together; O(applicants + wishes × log wishes) otherwise.
  public init(
    applicants: [String], programmes: [Programme], wishes: WishTable,
    tieOrder: TieOrder = TieOrder(), lineRule: LineRule = .admitAll,
    pools: [Pool] = [], reserves: [ReserveBlock] = [], plan: WorkPlan = .allCores
  ) throws(PlacementError) {
    try PlacementProblem.validate(
      applicants: applicants, programmes: programmes, wishes: wishes, tieOrder: tieOrder)
    let seats = try SeatPlan(programmes: programmes, pools: pools, reserves: reserves)
    let layout = WishOrder(
      wishes, applicantCount: applicants.count, programmeCount: programmes.count, plan: plan)
    let packed = PackedWish.pack(
      wishes, order: layout, programmes: programmes, seats: seats, ties: tieOrder,
      plan: plan)
    self.applicants = applicants
    self.programmes = programmes
    statedQuotas = programmes.map(\.quota)
    self.pools = pools
    self.reserves = reserves
    self.wishes = wishes
    self.tieOrder = tieOrder
    self.lineRule = lineRule
    self.seats = seats
    order = layout.order
    starts = layout.starts
    rejects = layout.rejects
    wishCounts = layout.wishCounts
    if case .lottery(let seed) = lineRule {
      self.packed = LotteryOrder(
        seed: seed, applicants: applicants, programmes: programmes, seats: seats, starts: starts
      ).drawn(packed)
    } else {
      self.packed = packed
    }
  }

  /// The same wishes for other seats; neither changes who ranks before whom.
  func replacingSeats(
    programmes: [Programme], pools: [Pool], reserves: [ReserveBlock], lineRule: LineRule
  ) throws(PlacementError) -> PlacementProblem {
    var copy = self
    copy.seats = try SeatPlan(
      programmes: programmes, pools: pools, reserves: reserves)
    copy.programmes = programmes
    copy.statedQuotas = programmes.map(\.quota)
    copy.pools = pools
    copy.reserves = reserves
    copy.lineRule = lineRule
    return copy
  }

  /// Notes what is decided beforehand, and puts the keys that say so in place of the present ones;
  /// seats added for it change no stated quota.
  mutating func settle(_ settlements: [Settlement], packed: [PackedWish], statedQuotas: [Int]) {
    self.settlements = settlements
    self.packed = packed
    self.statedQuotas = statedQuotas
  }

  /// The row of the wish table behind a packed wish.
  func row(_ wish: Int) -> Int {
    guard let order else { return wish }
    return Int(order[wish])
  }

  /// The applicants who have a wish that was not set aside, in their order.
  package var applicantsWithWishes: [Int] {
    var counts = applicants.indices.map { wishRange(of: $0).count }
    for reject in rejects { counts[Int(wishes.applicants[reject.row])] -= 1 }
    return counts.indices.filter { counts[$0] > 0 }
  }

  /// The packed wishes of an applicant, the most wanted first.
  func wishRange(of applicant: Int) -> Range<Int> {
    Int(starts[applicant])..<Int(starts[applicant + 1])
  }

  /// The programme of a packed wish.
  func programme(ofWish wish: Int) -> Int {
    Int(seats.lineProgramme[Int(packed[wish].line)])
  }

  /// The applicant of a packed wish, by bisection.
  func applicant(ofWish wish: Int) -> Int {
    starts.dropFirst().partitionPoint { Int($0) <= wish } - 1
  }

  private static func validate(
    applicants: [String], programmes: [Programme], wishes: WishTable, tieOrder: TieOrder
  ) throws(PlacementError) {
    let limit = Int(Int32.max)
    guard applicants.count < limit else { throw PlacementError(.size, subject: "applicants") }
    guard programmes.count < limit else { throw PlacementError(.size, subject: "programmes") }
    guard wishes.count < limit else { throw PlacementError(.size, subject: "wishes") }
    guard tieOrder.columnCount <= wishes.tieColumnCount else {
      throw PlacementError(
        .columns,
        detail: "the tie order asks for \(tieOrder.columnCount) tie columns, the wishes have "
          + "\(wishes.tieColumnCount)")
    }
    var codes = Set<String>(minimumCapacity: programmes.count)
    for programme in programmes {
      guard codes.insert(programme.code).inserted else {
        throw PlacementError(.duplicate, subject: "\(programme.code)", detail: "programme")
      }
    }
    try checkNames(applicants)
    try checkIndices(wishes.applicants, below: applicants.count, of: "applicant")
    try checkIndices(wishes.programmes, below: programmes.count, of: "programme")
  }

  private static func checkNames(_ applicants: [String]) throws(PlacementError) {
    // In their usual order two neighbours tell.
    if zip(applicants, applicants.dropFirst()).allSatisfy({ $0 < $1 }) { return }
    var names = Set<String>(minimumCapacity: applicants.count)
    for name in applicants where !names.insert(name).inserted {
      throw PlacementError(.duplicate, subject: "\(name)", detail: "applicant")
    }
  }

  private static func checkIndices(
    _ indices: [Int32], below count: Int, of subject: Message
  ) throws(PlacementError) {
    var highest: UInt32 = 0
    // A number below zero is a large one without its sign.
    for index in indices { highest = max(highest, UInt32(bitPattern: index)) }
    if indices.isEmpty || Int(highest) < count { return }
    let fault = indices.first { $0 < 0 || Int($0) >= count } ?? -1
    throw PlacementError(.index, subject: subject, detail: "\(fault)")
  }
}
