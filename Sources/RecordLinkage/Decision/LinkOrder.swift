/// The order of pairs by the bytes of their left keys, then of their right keys; those with the same keys
/// by weight and pattern.
struct LinkOrder {
  private let left: TextColumn
  private let right: any PersonRows

  /// The order of pairs of rows of which the left ones have these keys.
  init(left: TextColumn, right: any PersonRows) {
    self.left = left
    self.right = right
  }

  /// Some pairs in order.
  ///
  /// Most keys are told apart by eight of their bytes, which are compared as one number.
  ///
  /// - Parameters:
  ///   - pairs: The pairs.
  ///   - positions: Positions among them.
  /// - Returns: The places in `positions`, in the order of their pairs.
  /// - Complexity: O(k log k) for k positions.
  func places(_ pairs: [CandidatePair], _ positions: [Int]) -> [Int] {
    let leftStart = left.commonLength(positions.lazy.map { Int(pairs[$0].left) })
    var keys = positions.enumerated().map { place, position in
      Key(left: left.eightBytes(Int(pairs[position].left), from: leftStart), place: place)
    }
    keys.sort { first, second in
      if first.left != second.left { return first.left < second.left }
      return precedes(pairs[positions[first.place]], pairs[positions[second.place]])
    }
    return keys.map(\.place)
  }

  private struct Key {
    let left: UInt64
    let place: Int
  }

  private func precedes(_ first: CandidatePair, _ second: CandidatePair) -> Bool {
    (first.left == second.left
      ? nil : left.precedes(Int(first.left), left, Int(second.left)))
      ?? right.keyPrecedes(Int(first.right), Int(second.right))
      ?? ((first.weight, first.pattern) < (second.weight, second.pattern))
  }
}

extension TextColumn {
  /// How many bytes the texts of some rows all begin with.
  fileprivate func commonLength(_ rows: some Sequence<Int>) -> Int {
    var common: Range<Int>?
    for row in rows {
      let own = range(row)
      guard let known = common else {
        common = own
        continue
      }
      var length = 0
      while length < min(known.count, own.count),
        bytes[known.lowerBound + length] == bytes[own.lowerBound + length]
      {
        length += 1
      }
      common = known.prefix(length)
    }
    return common?.count ?? 0
  }

  /// Eight bytes of a text as a number, with zeros for those it does not have.
  fileprivate func eightBytes(_ row: Int, from start: Int) -> UInt64 {
    let range = range(row)
    var number: UInt64 = 0
    for place in range.lowerBound + start..<range.lowerBound + start + 8 {
      number = number << 8 | (place < range.upperBound ? UInt64(bytes[place]) : 0)
    }
    return number
  }
}
