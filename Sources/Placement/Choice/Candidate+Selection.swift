extension [Candidate] {
  /// Puts the candidate of a place there by key, better ones before it and worse ones behind.
  ///
  /// - Parameters:
  ///   - place: A place from `start` on.
  ///   - start: Where the candidates that count begin.
  /// - Complexity: O(count) on average (Hoare's selection); O(count log count) when the halves are
  ///   uneven too often.
  mutating func select(_ place: Int, from start: Int = 0) {
    var (low, high) = (start, count - 1)
    var patience = 2 * (UInt.bitWidth - count.leadingZeroBitCount)
    while low < high {
      if place == low { return moveBest(to: low, of: high) }
      if place == high { return moveWorst(to: high, of: low) }
      if patience == 0 { return self[low...high].sort { $0.key < $1.key } }
      patience -= 1
      let pivot = medianKey(self[low].key, self[(low + high) / 2].key, self[high].key)
      var (left, right) = (low, high)
      while left <= right {
        while self[left].key < pivot { left += 1 }
        while self[right].key > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right { high = right } else if place >= left { low = left } else { return }
    }
  }

  private mutating func moveBest(to place: Int, of last: Int) {
    var best = place
    for index in place...last where self[index].key < self[best].key { best = index }
    swapAt(place, best)
  }

  private mutating func moveWorst(to place: Int, of first: Int) {
    var worst = place
    for index in first...place where self[index].key > self[worst].key { worst = index }
    swapAt(place, worst)
  }

  private func medianKey(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 {
    Swift.max(Swift.min(one, two), Swift.min(Swift.max(one, two), three))
  }
}
