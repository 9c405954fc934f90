public import Placement

/// The files and rules of a placement that stands alone.
public struct PlacementRequest: Sendable {
  /// The programmes.
  public var programmes: TableSource
  /// The wishes, with scores and tie values.
  public var wishes: TableSource
  /// Seats that programmes share, if any.
  public var pools: TableSource?
  /// Seats kept for groups, if any.
  public var reserves: TableSource?
  /// People who have a place elsewhere, if any: their wishes are void.
  public var placedElsewhere: TableSource?
  /// Placements of an earlier round that stay, if any.
  public var frozen: TableSource?
  /// How equal scores are told apart.
  public var tieOrder = TieOrder()
  /// Scenarios that will be tried with it, if any: the tie columns that they ask for are read, too.
  public var scenarios: TableSource?
  /// What happens to people equal at the line.
  public var lineRule = LineRule.admitAll

  /// A request without pools, reserves and tie keys.
  ///
  /// - Parameters:
  ///   - programmes: The programmes.
  ///   - wishes: The wishes.
  public init(programmes: TableSource, wishes: TableSource) {
    self.programmes = programmes
    self.wishes = wishes
  }
}
