/// Seats that several programmes share, as `report.json` tells of them.
struct PoolFacts: Hashable, Sendable, Codable {
  /// A programme that names the pool.
  struct Member: Hashable, Sendable, Codable {
    let school: String
    let code: String
  }

  let quota: Int
  /// The place in the list of the pool around it; nil for the outermost.
  let parent: Int?
  /// The programmes of which it is the innermost pool.
  let programmes: [Member]

  /// The pools of a run, in the order of their file.
  static func all(_ run: ExchangeRun) -> [PoolFacts] {
    let problem = run.placement.problem
    var members = [[Member]](repeating: [], count: problem.pools.count)
    for (programme, entry) in zip(problem.programmes, run.programmes.programmes) {
      guard let pool = programme.pool else { continue }
      members[pool].append(Member(school: entry.school?.code ?? "", code: entry.code))
    }
    return zip(problem.pools, members).map {
      PoolFacts(quota: $0.quota, parent: $0.parent, programmes: $1)
    }
  }
}

/// The seats that nobody has and that somebody could have.
struct FreeSeats {
  private let cutoffs: [CutoffFigures]
  private let pools: [PoolFacts]
  /// The innermost pool of a programme.
  private var poolOfProgramme: [PoolFacts.Member: Int] = [:]
  /// Seats left in each pool, whoever took the others.
  private var left: [Int]

  init(_ cutoffs: [CutoffFigures], pools: [PoolFacts]) {
    self.cutoffs = cutoffs
    self.pools = pools
    left = pools.map(\.quota)
    for (index, pool) in pools.enumerated() {
      for member in pool.programmes { poolOfProgramme[member] = index }
    }
    // As the placement counts them: whoever is admitted beyond a quota uses no seat of the pool.
    for cutoff in cutoffs {
      var used = min(cutoff.admitted, cutoff.quota)
      for pool in poolsAround(cutoff) {
        used = min(used, left[pool])
        left[pool] -= used
      }
    }
  }

  /// The free seats of a school: as many more people as it could take. Who was admitted beyond a
  /// quota takes no seat of another programme, and no pool gives more seats than it has left.
  func count(of school: String) -> Int {
    var left = self.left
    return cutoffs.filter { $0.school == school }.reduce(0) { sum, cutoff in
      let pools = poolsAround(cutoff)
      let seats = pools.reduce(max(0, cutoff.quota - cutoff.admitted)) { min($0, left[$1]) }
      for pool in pools { left[pool] -= seats }
      return sum &+ seats
    }
  }

  /// The pools of a programme, the innermost first.
  private func poolsAround(_ cutoff: CutoffFigures) -> [Int] {
    var pools: [Int] = []
    var next = poolOfProgramme[.init(school: cutoff.school, code: cutoff.programme)]
    while let pool = next, self.pools.indices.contains(pool), !pools.contains(pool) {
      pools.append(pool)
      next = self.pools[pool].parent
    }
    return pools
  }
}
