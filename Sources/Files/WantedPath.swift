/// The path that somebody asked for: what is written lies under another name until it is whole, and
/// nobody knows that one.
///
/// - Parameter path: Any path, such as of a file in a ``StagedFolder``.
/// - Returns: The path under which it shall appear.
package func wantedPath(of path: String) -> String {
  path.split(separator: "/", omittingEmptySubsequences: false)
    .map { name in wantedName(of: name) }.joined(separator: "/")
}

/// A name without what ``StagedFolder`` and ``StagedFile`` add: `.PROCESS-ATTEMPT.partial` or
/// `.staged-ATTEMPT.partial`.
private func wantedName(of name: Substring) -> Substring {
  let ending = ".partial"
  guard name.hasSuffix(ending) else { return name }
  let rest = name.dropLast(ending.count)
  guard let dot = rest.lastIndex(of: "."), dot > rest.startIndex else { return name }
  let parts = rest[rest.index(after: dot)...].split(
    separator: "-", omittingEmptySubsequences: false)
  let isStaged =
    parts.count == 2 && (parts[0] == "staged" || Int(parts[0]) != nil) && Int(parts[1]) != nil
  return isStaged ? rest[..<dot] : name
}
