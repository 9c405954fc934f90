/// What applicants wish for: a programme with its seats.
public struct Programme: Hashable, Sendable {
  /// The unique name: it stands in messages and, as its UTF-8 bytes, in the lottery digest.
  public let code: String
  /// Seats, from 0 to 2,147,483,647.
  public var quota: Int
  /// The lowest score that counts, in the units of the wishes' scores; a wish under it is void.
  public var floor: Int64?
  /// The innermost pool whose seats the programme shares, as an index of the pools.
  public var pool: Int?
  /// Fewest people with whom the programme wants to start. It is reported, never enforced.
  public var lowerQuota: Int?

  /// A programme.
  ///
  /// - Parameters:
  ///   - code: The unique name.
  ///   - quota: Seats.
  ///   - floor: The lowest score that counts, if any.
  ///   - pool: An index of the pools, if the programme shares seats.
  ///   - lowerQuota: The fewest people wanted, if stated.
  public init(
    code: String, quota: Int, floor: Int64? = nil, pool: Int? = nil, lowerQuota: Int? = nil
  ) {
    self.code = code
    self.quota = quota
    self.floor = floor
    self.pool = pool
    self.lowerQuota = lowerQuota
  }
}
