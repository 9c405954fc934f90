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
  ///   - positions: Positions among them, those of one left row one behind the other.
  /// - Returns: The places in `positions`, in the order of their pairs.
  /// - Complexity: O(k log k) for k positions; O(k) where left rows stand in the order of their keys.
  func places(_ pairs: [CandidatePair], _ positions: [Int]) -> [Int] {
    var runs = runs(pairs, positions)
    runs.sort { first, second in
      first.key != second.key
        ? first.key < second.key : left.precedes(first.left, left, second.left) ?? false
    }
    var places: [Int] = []
    places.reserveCapacity(positions.count)
    var start = 0
    while start < runs.count {
      let first = places.count
      let run = runs[start]
      repeat {
        places.append(contentsOf: runs[start].places)
        start += 1
      } while start < runs.count && runs[start].key == run.key
        && left.precedes(runs[start].left, left, run.left) == nil
      if places.count > first + 1 {
        let ordered = ordered(places[first...], pairs, positions)
        places.replaceSubrange(first..., with: ordered)
      }
    }
    return places
  }

  /// Pairs of one left row.
  private struct Run {
    let key: UInt64
    let left: Int
    let places: Range<Int>
  }

  private func runs(_ pairs: [CandidatePair], _ positions: [Int]) -> [Run] {
    let leftStart = left.commonLength(positions.lazy.map { Int(pairs[$0].left) })
    var runs: [Run] = []
    var start = 0
    while start < positions.count {
      let row = pairs[positions[start]].left
      let end = positions[start...].firstIndex { pairs[$0].left != row } ?? positions.count
      let key = left.eightBytes(Int(row), from: leftStart)
      runs.append(Run(key: key, left: Int(row), places: start..<end))
      start = end
    }
    return runs
  }

  /// Places of pairs with the same left key, in order.
  private func ordered(
    _ places: ArraySlice<Int>, _ pairs: [CandidatePair], _ positions: [Int]
  ) -> [Int] {
    let keyed = places.map { place in
      let pair = pairs[positions[place]]
      var key: [UInt8] = []
      key.reserveCapacity(32)
      right.writeKey(of: Int(pair.right), into: &key)
      return (key: key, pair: pair, place: place)
    }
    return keyed.sorted { one, other in
      one.key != other.key
        ? one.key.lexicographicallyPrecedes(other.key)
        : (one.pair.weight, one.pair.pattern) < (other.pair.weight, other.pair.pattern)
    }.map(\.place)
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
