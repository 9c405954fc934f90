/// Seats of a programme kept for a group.
///
/// Blocks are filled in their order, each from the people not yet seated; the order matters as much
/// as the sizes (Dur, Kominers, Pathak and Sönmez, "Reserve design", 2018). Seats that a group
/// leaves empty pass to the next open block and at last to anyone, unless they are hard. Seats of
/// the quota in no block are an open block at the end.
public struct ReserveBlock: Hashable, Sendable {
  /// The programme, as an index of the programmes.
  public let programme: Int
  /// Whose seats they are, as the group index of the wishes; `nil` is an open block.
  public let group: Int?
  /// Number of seats.
  public var seats: Int
  /// Whether seats that the group does not fill stay empty.
  public let isHard: Bool

  /// A block of reserved seats.
  ///
  /// - Parameters:
  ///   - programme: An index of the programmes.
  ///   - group: The group index of the wishes, or `nil` for an open block.
  ///   - seats: Number of seats.
  ///   - isHard: Whether unfilled seats stay empty.
  public init(programme: Int, group: Int?, seats: Int, isHard: Bool = false) {
    self.programme = programme
    self.group = group
    self.seats = seats
    self.isHard = isHard
  }
}
