/// Who competes with whom: programmes, pools and reserves cut into units that decide alone.
///
/// A **line** is what a wish queues at: a programme or, where seats are reserved, a programme and
/// a group. Lines 0..<programmes are the programmes themselves (people without a group); further
/// lines belong to groups. A **unit** is the smallest set of lines whose decisions do not depend on
/// other lines: a programme, a programme with reserves, or all programmes of one outermost pool.
struct SeatPlan {
  /// The programme of each line.
  private(set) var lineProgramme: [UInt32]
  /// The group of each line, -1 for none.
  private(set) var lineGroup: [Int32]
  /// The unit of each line.
  private(set) var lineUnit: [UInt32]
  /// How each unit decides.
  private(set) var units: [SeatUnit] = []
  /// First line for groups of a programme, -1 where no seats are reserved.
  private var groupLines: [Int32]
  private var groupCount: Int32

  init(
    programmes: [Programme], pools: [Pool], reserves: [ReserveBlock]
  ) throws(PlacementError) {
    try SeatPlan.validate(programmes, pools, reserves)
    let largestGroup = reserves.reduce(Int32(-1)) { max($0, Int32($1.group ?? -1)) }
    groupCount = largestGroup + 1
    lineProgramme = (0..<UInt32(programmes.count)).map { $0 }
    lineGroup = Array(repeating: -1, count: programmes.count)
    lineUnit = Array(repeating: 0, count: programmes.count)
    groupLines = Array(repeating: -1, count: programmes.count)
    var blocks: [Int: [ReserveBlock]] = [:]
    for block in reserves { blocks[block.programme, default: []].append(block) }
    var poolUnits: [Int: UInt32] = [:]
    for (index, programme) in programmes.enumerated() {
      if let blocks = blocks[index] {
        addReserves(of: index, quota: programme.quota, blocks)
      } else if let pool = programme.pool {
        let outermost = SeatPlan.outermost(pool, pools)
        if let unit = poolUnits[outermost] {
          lineUnit[index] = unit
        } else {
          let plan = PoolPlan(outermost: outermost, programmes: programmes, pools: pools)
          poolUnits[outermost] = UInt32(units.count)
          lineUnit[index] = UInt32(units.count)
          units.append(.pools(plan))
        }
      } else {
        lineUnit[index] = UInt32(units.count)
        units.append(.programme(line: UInt32(index), quota: programme.quota))
      }
    }
  }

  /// The line at which a wish queues.
  func line(programme: Int, group: Int32) -> UInt32 {
    let first = groupLines[programme]
    guard first >= 0, group >= 0, group < groupCount else { return UInt32(programme) }
    return UInt32(first + group)
  }

  private mutating func addReserves(of programme: Int, quota: Int, _ blocks: [ReserveBlock]) {
    let unit = UInt32(units.count)
    lineUnit[programme] = unit
    groupLines[programme] = Int32(lineProgramme.count)
    var lines = [UInt32(programme)]
    for group in 0..<groupCount {
      lines.append(UInt32(lineProgramme.count))
      lineProgramme.append(UInt32(programme))
      lineGroup.append(group)
      lineUnit.append(unit)
    }
    units.append(.reserves(ReservePlan(lines: lines, quota: quota, blocks: blocks)))
  }

  private static func outermost(_ pool: Int, _ pools: [Pool]) -> Int {
    var pool = pool
    while let parent = pools[pool].parent { pool = parent }
    return pool
  }

  private static func validate(
    _ programmes: [Programme], _ pools: [Pool], _ reserves: [ReserveBlock]
  ) throws(PlacementError) {
    let seatNumbers = 0...Int(Int32.max)
    try PoolTree.validate(pools)
    for programme in programmes {
      guard seatNumbers.contains(programme.quota) else {
        throw PlacementError(.quota, subject: "programme \(programme.code)", detail: "quota")
      }
      if let lower = programme.lowerQuota, !seatNumbers.contains(lower) {
        throw PlacementError(.quota, subject: "programme \(programme.code)", detail: "lower quota")
      }
      if let pool = programme.pool, !pools.indices.contains(pool) {
        throw PlacementError(.index, subject: "pool", detail: "\(pool)")
      }
    }
    var reserved = [Int](repeating: 0, count: programmes.count)
    for block in reserves {
      guard programmes.indices.contains(block.programme) else {
        throw PlacementError(.index, subject: "programme", detail: "\(block.programme)")
      }
      guard (0...9_999).contains(block.group ?? 0) else {
        throw PlacementError(.index, subject: "group", detail: "\(block.group ?? 0)")
      }
      let programme = programmes[block.programme]
      guard seatNumbers.contains(block.seats) else {
        throw PlacementError(.quota, subject: "programme \(programme.code)", detail: "reserve")
      }
      if let pool = programme.pool {
        throw PlacementError(
          .reservesInPool, subject: "\(programme.code)", detail: "\(pools[pool].name)")
      }
      reserved[block.programme] += block.seats
      guard reserved[block.programme] <= programme.quota else {
        throw PlacementError(
          .reserves, subject: "\(programme.code)",
          detail: "\(reserved[block.programme]) seats of \(programme.quota)")
      }
    }
  }
}

/// How a unit gives its seats away.
enum SeatUnit {
  case programme(line: UInt32, quota: Int)
  case pools(PoolPlan)
  case reserves(ReservePlan)

  /// The lines whose wishes the unit decides.
  var lines: [UInt32] {
    switch self {
    case .programme(let line, _): [line]
    case .pools(let plan): plan.lines
    case .reserves(let plan): plan.lines
    }
  }

  /// Calls `body` for each line; a unit of one line makes no array of it.
  @inline(__always)
  func forEachLine(_ body: (UInt32) -> Void) {
    if case .programme(let line, _) = self { return body(line) }
    for line in lines { body(line) }
  }
}
