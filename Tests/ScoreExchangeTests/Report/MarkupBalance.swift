/// Checks that the tags of a page are balanced.
struct MarkupBalance {
  struct Unbalanced: Error {
    let tag: String
    let open: String
  }

  /// Elements that have no end.
  private static let void: Set<String> = ["meta", "input", "br", "!DOCTYPE"]

  private(set) var elementCount = 0

  init(_ html: String) throws {
    var open: [String] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
      if tag.hasPrefix("/") {
        guard open.last == name else { throw Unbalanced(tag: name, open: open.last ?? "") }
        open.removeLast()
      } else if !tag.hasSuffix("/"), !Self.void.contains(name) {
        open.append(name)
        elementCount += 1
      }
    }
    guard open.isEmpty else { throw Unbalanced(tag: "", open: open.joined(separator: " ")) }
  }
}
