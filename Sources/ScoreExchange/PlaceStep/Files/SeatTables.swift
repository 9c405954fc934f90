import Parallel
import Placement

/// The tables that say which programmes share seats and for whom seats are kept.
///
/// They decide who competes with whom, so a row of theirs that cannot be read is an error and no
/// reject.
package struct SeatTables: Sendable {
  private let pools: PoolFile?
  private let reserves: ReserveFile?

  /// Reads the tables there are.
  ///
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  init(
    pools: TableSource?, reserves: TableSource?, programmes: ProgrammeImport, plan: WorkPlan
  ) throws(ExchangeError) {
    self.pools = try pools.map { source throws(ExchangeError) in
      let read = try PoolFile(source, plan: plan)
      try read.rejects.refuseAny()
      return read
    }
    self.reserves = try reserves.map { source throws(ExchangeError) in
      let read = try ReserveFile(source, programmes: programmes, plan: plan)
      try read.rejects.refuseAny()
      return read
    }
  }

  /// Names of the groups for whom seats are kept.
  var groups: [String] { reserves?.groups ?? [] }

  /// The reserved seats.
  var reserveBlocks: [ReserveBlock] { reserves?.blocks ?? [] }

  /// The pools.
  var poolList: [Pool] { pools?.tree.pools ?? [] }

  /// The counts of the files.
  var files: [FileSummary] { [pools?.summary, reserves?.summary].compactMap(\.self) }

  /// The programmes with the pools they name; several names are separated by `;`.
  func seats(of programmes: ProgrammeImport) throws(PlacementError) -> [Programme] {
    var seats = programmes.placementProgrammes
    let tree = if let pools { pools.tree } else { try PoolTree(rows: []) }
    for (index, entry) in programmes.programmes.enumerated() {
      guard let cell = entry.pool else { continue }
      let names = cell.split(separator: ";").map { canonicalText(String($0)) }
      seats[index].pool = try tree.innermost(of: names, programme: seats[index].code)
    }
    return seats
  }
}
