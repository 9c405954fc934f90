/// Seats that several programmes share; pools nest.
///
/// With nested sets and one ranking for each, a stable and applicant-optimal placement always
/// exists; with overlapping sets it may not, and deciding is NP-complete (Biró, Fleiner, Irving and
/// Manlove, "The College Admissions problem with lower and common quotas", 2010).
public struct Pool: Hashable, Sendable {
  /// The unique name.
  public let name: String
  /// Seats of all programmes and pools inside together.
  public var quota: Int
  /// The pool around this one, as an index of the pools.
  public let parent: Int?

  /// A pool.
  ///
  /// - Parameters:
  ///   - name: The unique name.
  ///   - quota: Seats.
  ///   - parent: An index of the pools, if it lies inside another one.
  public init(name: String, quota: Int, parent: Int? = nil) {
    self.name = name
    self.quota = quota
    self.parent = parent
  }
}
