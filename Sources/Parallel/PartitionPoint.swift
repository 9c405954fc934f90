extension RandomAccessCollection {
  /// Where the elements at the beginning end that have a property no later one has, by bisection.
  ///
  /// - Parameter isLow: Whether an element has the property.
  /// - Returns: The index behind the last such element.
  /// - Throws: What `isLow` threw.
  /// - Complexity: O(log count).
  @inlinable
  package func partitionPoint<Failure: Error>(
    where isLow: (Element) throws(Failure) -> Bool
  ) throws(Failure) -> Index {
    var (low, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if try isLow(self[middle]) {
        low = index(after: middle)
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }
}
