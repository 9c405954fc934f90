extension WorkPlan {
  /// The elements of an array at some of its indices, copied concurrently.
  ///
  /// - Parameters:
  ///   - elements: The array.
  ///   - indices: Indices of it, in any order and as often as wanted.
  ///   - width: How many elements stand at one index, at least 1.
  /// - Returns: The elements of each index, in their order.
  /// - Complexity: O(indices).
  @inlinable
  public func selection<Element: BitwiseCopyable & Sendable>(
    of elements: [Element], at indices: [UInt32], width: Int = 1
  ) -> [Element] {
    let starts = chunkStarts(of: indices.count)
    return filledArray(starts: starts.map { $0 * width }) { part, output in
      for place in starts[part]..<starts[part + 1] {
        let first = Int(indices[place]) * width
        for index in first..<first + width { output.append(elements[index]) }
      }
    }
  }

  /// Where chunks begin that are worth a thread's while, and the count at the end.
  @inlinable
  public func chunkStarts(of count: Int, chunkLength: Int = 1 << 16) -> [Int] {
    Array(stride(from: 0, to: count, by: chunkLength)) + [count]
  }
}
