/// A wish that could not be used, and why.
public struct WishReject: Hashable, Sendable {
  /// Why a wish is set aside.
  public enum Reason: String, Hashable, Sendable {
    /// An identical wish stands before it.
    case repeated
    /// The applicant gave this rank to several programmes, so nobody knows which one is meant:
    /// all of them are set aside.
    case rankTwice = "rank_twice"
    /// The applicant wished for this programme at an earlier rank.
    case programmeTwice = "programme_twice"
    /// The rank is less than 1.
    case rank
  }

  /// The row of the wish table.
  public let row: Int
  /// Why it is set aside.
  public let reason: Reason
}
