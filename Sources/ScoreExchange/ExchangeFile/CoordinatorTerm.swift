/// A time in which one school coordinates the exchange: an entry of the rota.
public struct CoordinatorTerm: Hashable, Sendable, Codable {
  /// The first day, as `2025-01-01`.
  public let from: String
  /// The day on which the time is over.
  public let to: String
  /// The code of the coordinating school, which signs with the issuers.
  public let office: String
  /// The code of the school that signs where the coordinating one itself issues.
  public let deputy: String

  /// Whether a day, written as in ``from``, falls into the time.
  func holds(_ day: String) -> Bool { !day.precedesInBytes(from) && day.precedesInBytes(to) }
}
