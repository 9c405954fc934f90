/// An emulation of filtering by rounds ("lọc ảo"): programmes call those they would take, the centre
/// keeps each applicant's highest call and strikes her lower wishes, and it begins again.
///
/// This is deferred acceptance with programmes proposing and a limit on the rounds. Stopped early it
/// is not stable, and calling more people than there are seats trades one harm for another: people
/// whose lower wishes were struck are dropped at the end, or programmes are overfull. It is here to
/// be compared with the stable placement, which needs no rounds.
public struct FilteringRounds: Hashable, Sendable {
  /// Number of rounds.
  public let roundCount: Int
  /// People called for each hundred seats; 100 is no over-calling.
  public let callsPerHundredSeats: Int
  /// Whether programmes keep no more than their seats after the last round.
  public let cutsAtEnd: Bool

  /// Rounds by these rules.
  ///
  /// - Parameters:
  ///   - roundCount: Number of rounds, at least 1.
  ///   - callsPerHundredSeats: 1 to 10,000; 100 is no over-calling.
  ///   - cutsAtEnd: Whether programmes keep no more than their seats after the last round.
  public init(roundCount: Int, callsPerHundredSeats: Int = 100, cutsAtEnd: Bool = true) {
    self.roundCount = max(1, roundCount)
    self.callsPerHundredSeats = min(10_000, max(1, callsPerHundredSeats))
    self.cutsAtEnd = cutsAtEnd
  }

  /// What one round came to.
  public struct Round: Hashable, Sendable {
    /// People called in it.
    public let calls: Int
    /// Applicants who hold a place after it.
    public let placed: Int
    /// Applicants who are not where the stable placement puts them.
    public let misplaced: Int
  }

  /// What the rounds came to.
  public struct Outcome: Sendable {
    /// The rounds, until the last or until nobody is called any more.
    public let rounds: [Round]
    /// For each applicant the programme after the end, -1 for none.
    public let programmes: [Int32]
    /// People, by index, who held a place and lost it in the cut at the end.
    public let dropped: [Int]
    /// People beyond the seats, over all programmes.
    public let overEnrolled: Int
    /// Applicants who are not where the stable placement puts them.
    public let misplaced: Int
  }
}
