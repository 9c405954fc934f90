extension TextColumn {
  /// For each text whether it equals the one before it; the first never does.
  ///
  /// - Complexity: O(bytes).
  package func repeats() -> [Bool] {
    var repeats = [Bool](repeating: false, count: count)
    let text = unsafe bytes.span.bytes
    var before = count > 0 ? range(of: 0) : 0..<0
    for index in 1..<max(1, count) {
      let here = before.upperBound..<range(of: index).upperBound
      repeats[index] = here.count == before.count && Self.areEqual(text, here, text, before)
      before = here
    }
    return repeats
  }
}
