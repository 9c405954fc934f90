/// A language in which people are spoken to. Machine output never depends on it.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Vietnamese.
  case vietnamese = "vi"
  /// English.
  case english = "en"

  /// The language that an environment asks for: Vietnamese where the first of `LC_ALL`,
  /// `LC_MESSAGES` and `LANG` that is set begins with `vi`, otherwise English.
  ///
  /// - Parameter environment: Looks an environment variable up.
  public init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first {
      !$0.isEmpty
    }
    self = locale?.lowercased().hasPrefix("vi") == true ? .vietnamese : .english
  }
}
