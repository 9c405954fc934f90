extension WorkPlan {
  /// One array whose parts are filled concurrently, each in its place, so that no element is copied
  /// a second time.
  ///
  /// - Parameters:
  ///   - starts: Where each part begins, ascending from 0, and the count of elements at the end.
  ///   - body: Appends the elements of a part, exactly as many as it has room for.
  /// - Returns: The parts one after the other.
  /// - Complexity: One call for each part, on at most ``threadCount`` threads.
  public func filledArray<Element: BitwiseCopyable & Sendable>(
    starts: [Int], _ body: @Sendable (Int, inout OutputSpan<Element>) -> Void
  ) -> [Element] {
    let count = starts.last ?? 0
    precondition(starts.first ?? 0 == 0 && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 })
    // Room for nothing is an array that all threads share, and a count would be written into it.
    guard count > 0 else { return [] }
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      let room = unsafe SharedRoom(buffer)
      _ = map(count: max(0, starts.count - 1)) { part in
        let range = starts[part]..<starts[part + 1]
        unsafe room.withPart(range) { body(part, &$0) }
      }
      filled = count
    }
  }

  /// One array of what `element` gives for every index, filled concurrently.
  ///
  /// - Parameters:
  ///   - count: Number of elements.
  ///   - element: Gives the element at an index.
  /// - Returns: The elements in the order of their indices.
  /// - Complexity: O(`count`).
  @inlinable
  public func filledArray<Element: BitwiseCopyable & Sendable>(
    count: Int, _ element: @Sendable (Int) -> Element
  ) -> [Element] {
    let starts = chunkStarts(of: count)
    return filledArray(starts: starts) { part, output in
      for index in starts[part]..<starts[part + 1] { output.append(element(index)) }
    }
  }
}

/// The memory of an array while its parts are being filled.
///
/// `@unchecked Sendable`: parts do not overlap, each is filled by one thread, and the array is read
/// only after all threads are done.
@unsafe private struct SharedRoom<Element: BitwiseCopyable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element>

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe self.buffer = buffer
  }

  func withPart(_ range: Range<Int>, _ body: (inout OutputSpan<Element>) -> Void) {
    precondition(unsafe range.lowerBound >= 0 && range.upperBound <= buffer.count)
    var output = unsafe OutputSpan(
      buffer: UnsafeMutableBufferPointer(rebasing: buffer[range]), initializedCount: 0)
    body(&output)
    let filled = unsafe output.finalize(for: UnsafeMutableBufferPointer(rebasing: buffer[range]))
    precondition(filled == range.count, "a part is filled to its end")
  }
}
