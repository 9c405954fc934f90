package import Parallel

extension TextColumn {
  /// The texts of these indices, in this order.
  ///
  /// - Parameter indices: Each from 0 to ``count`` - 1; any of them may come more than once.
  /// - Returns: As many texts as there are indices.
  /// - Complexity: O(indices + their bytes).
  package func selecting(_ indices: [UInt32]) -> TextColumn {
    selecting(indices, plan: .sequential)
  }

  /// The texts of these indices, in this order.
  ///
  /// - Parameters:
  ///   - indices: Each from 0 to ``count`` - 1; any of them may come more than once.
  ///   - plan: The threads to use.
  /// - Returns: As many texts as there are indices.
  /// - Complexity: O(indices + their bytes).
  package func selecting(_ indices: [UInt32], plan: WorkPlan) -> TextColumn {
    if let width = evenWidth {
      return TextColumn(
        bytes: width == 0 ? [] : plan.selection(of: bytes, at: indices, width: width),
        width: width, count: indices.count)
    }
    let chunks = plan.mapChunks(of: indices.count, chunkLength: 1 << 16) { places in
      var selected = TextColumn()
      var byteCount = 0
      for place in places { byteCount += range(of: Int(indices[place])).count }
      selected.reserveCapacity(places.count, byteCount: byteCount)
      let source = bytes.span
      for place in places { selected.append(source.extracting(range(of: Int(indices[place])))) }
      return selected
    }
    return chunks.count == 1 ? chunks[0] : TextColumn(concatenating: chunks)
  }
}
