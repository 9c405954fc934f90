extension TextColumn {
  /// The texts of these indices, in this order.
  ///
  /// - Parameter indices: Each from 0 to ``count`` - 1; any of them may come more than once.
  /// - Returns: As many texts as there are indices.
  /// - Complexity: O(indices + their bytes).
  package func selecting(_ indices: [UInt32]) -> TextColumn {
    var selected = TextColumn()
    var byteCount = 0
    for index in indices { byteCount += range(of: Int(index)).count }
    selected.reserveCapacity(indices.count, byteCount: byteCount)
    let source = bytes.span
    for index in indices { selected.append(source.extracting(range(of: Int(index)))) }
    return selected
  }
}
