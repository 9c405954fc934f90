import RecordLinkage

/// How many results are linked to an applicant, wait for a person, or belong to nobody. A result
/// with several links counts once.
struct LinkedResults {
  let linked: Int
  let waiting: Int
  let unlinked: Int
  /// Applicants with at least one linked result.
  let applicants: Int

  init(_ run: ExchangeRun) {
    var isLinked = Array(repeating: false, count: run.results.count)
    var isWaiting = isLinked
    for link in run.links.links {
      switch link.zone {
      case .auto: isLinked[link.right] = true
      case .review: isWaiting[link.right] = true
      }
    }
    linked = isLinked.count { $0 }
    waiting = isWaiting.indices.count { isWaiting[$0] && !isLinked[$0] }
    unlinked = run.results.count - linked - waiting
    applicants = run.links.resultsOfApplicant.count { !$0.isEmpty }
  }
}

extension Collection {
  /// How many elements have a property.
  fileprivate func count(_ isCounted: (Element) -> Bool) -> Int {
    reduce(0) { isCounted($1) ? $0 + 1 : $0 }
  }
}
