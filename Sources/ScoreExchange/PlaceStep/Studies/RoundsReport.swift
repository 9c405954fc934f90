import Placement

/// What filtering by rounds would come to, beside the stable placement.
public struct RoundsReport: Codable, Hashable, Sendable {
  /// One round.
  public struct Round: Codable, Hashable, Sendable {
    /// People called in it.
    public let calls: Int
    /// People who hold a place after it.
    public let placed: Int
    /// People who are not where the stable placement puts them.
    public let misplaced: Int
  }

  /// People called for each hundred seats.
  public let callsPerHundredSeats: Int
  /// The rounds, until the last or until nobody is called any more.
  public let rounds: [Round]
  /// People who held a place and lost it when programmes cut to their seats at the end.
  public let dropped: Int
  /// People who are not where the stable placement puts them, after the cut.
  public let misplaced: Int
  /// People with a place in the stable placement.
  public let stablePlaced: Int

  private enum CodingKeys: String, CodingKey {
    case callsPerHundredSeats = "calls_per_hundred_seats"
    case rounds, dropped, misplaced
    case stablePlaced = "stable_placed"
  }

  /// The report in words.
  public var lines: [Message] {
    ["filtering rounds, \(callsPerHundredSeats) called for 100 seats:"]
      + rounds.enumerated().map { (index, round) -> Message in
        "  round \(index + 1): \(round.calls) called, \(round.placed) placed, "
          + "\(round.misplaced) not where the stable placement puts them"
      } + [
        "  cut to the seats at the end: \(dropped) dropped, \(misplaced) misplaced; "
          + "the stable placement places \(stablePlaced) in one go"
      ]
  }
}

extension FilePlacement {
  /// Emulates filtering by rounds ("lọc ảo") with the same wishes.
  ///
  /// - Parameters:
  ///   - roundCount: Rounds at most, 1 or more.
  ///   - callsPerHundredSeats: 1 to 10,000; 100 is no over-calling.
  /// - Returns: Each round beside the stable placement.
  /// - Throws: ``ExchangeError`` with `usage` if over-calling asks for more seats than can be counted.
  /// - Complexity: O(wishes × log wishes).
  public func roundsReport(
    roundCount: Int, callsPerHundredSeats: Int = 100
  ) throws(ExchangeError) -> RoundsReport {
    try RoundsReport(
      FilteringRounds(roundCount: roundCount, callsPerHundredSeats: callsPerHundredSeats),
      of: files.problem, beside: result)
  }
}

extension RoundsReport {
  /// Emulates the rounds.
  ///
  /// - Throws: ``ExchangeError`` with `usage` if over-calling asks for more seats than can be counted.
  init(
    _ filtering: FilteringRounds, of problem: PlacementProblem, beside result: PlacementResult
  ) throws(ExchangeError) {
    do throws(PlacementError) {
      let outcome = try filtering.run(problem, comparedWith: result)
      callsPerHundredSeats = filtering.callsPerHundredSeats
      rounds = outcome.rounds.map {
        Round(calls: $0.calls, placed: $0.placed, misplaced: $0.misplaced)
      }
      dropped = outcome.dropped.count
      misplaced = outcome.misplaced
      stablePlaced = result.placedCount
    } catch {
      throw ExchangeError(.usage, "\(error)")
    }
  }
}
