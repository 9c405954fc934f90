/// Where the committed fixtures lie, found from the place of this file.
public enum Fixtures {
  /// The absolute path of the `fixtures` folder, without a slash at the end.
  public static var folder: String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/fixtures"
  }

  /// The absolute path of a file in the `fixtures` folder.
  public static func path(_ relative: String) -> String {
    folder + "/" + relative
  }
}
