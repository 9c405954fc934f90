/// A cutoff as somebody states it.
public struct ClaimedCutoff: Hashable, Sendable {
  /// A figure that can be stated of a programme's line, by its heading in a table of cutoffs.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    /// The seats.
    case quota
    /// The wishes for the programme, in people.
    case wishes
    /// The people admitted.
    case admitted
    /// The admitted people at the line, as ``Cutoff/atCutoff`` counts them.
    case atCutoff = "at_cutoff"
    /// The best score that was turned away, in the units of the wishes.
    case nextBelow = "next_below"
    /// The admitted people for whom the programme was the first wish.
    case firstWish = "first_wish"
  }

  /// The code of the programme.
  public let programme: String
  /// The lowest admitted score, in the units of the wishes; `nil` when nobody is said to be
  /// admitted.
  public let score: Int64?
  /// What else is stated, `next_below` in the units of the wishes; what is not named is not
  /// checked.
  public var figures: [Figure: Int64]
  /// Whether the line is said to turn somebody away; `nil` when nothing is said.
  public var binding: Cutoff.Binding?
  /// The tie values said to stand at the line, in the tie order; none where they are said to decide
  /// nothing, `nil` when nothing is said.
  public var keys: [Int128]?

  /// A claim.
  ///
  /// - Parameters:
  ///   - programme: The code of the programme.
  ///   - score: The lowest admitted score, if any.
  ///   - figures: What else is stated.
  ///   - binding: Whether somebody is said to be turned away, if stated.
  ///   - keys: The tie values at the line, if stated.
  public init(
    programme: String, score: Int64?, figures: [Figure: Int64] = [:],
    binding: Cutoff.Binding? = nil, keys: [Int128]? = nil
  ) {
    self.programme = programme
    self.score = score
    self.figures = figures
    self.binding = binding
    self.keys = keys
  }
}

extension Cutoff {
  /// The value of a figure.
  ///
  /// - Returns: A number of seats or people, for `next_below` a score in the units of the wishes;
  ///   `nil` where there is none.
  public func value(of figure: ClaimedCutoff.Figure) -> Int64? {
    switch figure {
    case .quota: Int64(quota)
    case .wishes: Int64(wishes)
    case .admitted: Int64(admitted)
    case .atCutoff: score == nil ? nil : Int64(atCutoff)
    case .nextBelow: nextBelow
    case .firstWish: Int64(firstWish)
    }
  }
}

extension Cutoff.Binding {
  /// The place among all words, as a finding holds it.
  var place: Int64 { Int64(Self.allCases.firstIndex(of: self) ?? 0) }
}
