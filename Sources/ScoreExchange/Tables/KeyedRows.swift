/// Rows and the key of each.
struct KeyedRows: Sendable {
  private(set) var keys: [UInt64]
  private(set) var rows: [UInt32]

  /// Rows that follow each other.
  init(_ keys: [UInt64], firstRow: Int) {
    self.keys = keys
    rows = (0..<UInt32(keys.count)).map { UInt32(firstRow) + $0 }
  }

  /// The rows of some parts, one part after the other.
  init(_ parts: some Sequence<(keys: ArraySlice<UInt64>, rows: ArraySlice<UInt32>)>) {
    (keys, rows) = ([], [])
    for part in parts {
      keys += part.keys
      rows += part.rows
    }
  }

  func part(_ starts: [Int], _ index: Int) -> (keys: ArraySlice<UInt64>, rows: ArraySlice<UInt32>) {
    let range = starts[index]..<starts[index + 1]
    return (keys[range], rows[range])
  }

  /// The rows by the bits of their keys from `shift` up, and where each value of these bits begins.
  func dealt(shift: UInt64, bucketCount: Int) -> (rows: KeyedRows, starts: [Int]) {
    var dealt = self
    let starts = Self.deal(self, into: &dealt, shift: shift, count: bucketCount)
    return (dealt, starts)
  }

  /// Sorts by keys; rows of one key stay as they were.
  ///
  /// A radix sort by 11 bits, which leaves digits out that are the same everywhere.
  mutating func sort() {
    var differences: UInt64 = 0
    for key in keys { differences |= key ^ keys[0] }
    var next = self
    for shift in stride(from: UInt64(0), to: 64, by: 11) where differences >> shift & 0x7FF != 0 {
      _ = Self.deal(self, into: &next, shift: shift, count: 1 << 11)
      swap(&self, &next)
    }
  }

  /// The places whose key is that of the place before, once the rows are sorted.
  var repeats: [UInt32] {
    var repeats: [UInt32] = []
    for place in keys.indices.dropFirst() where keys[place] == keys[place - 1] {
      repeats.append(UInt32(place))
    }
    return repeats
  }

  /// Puts rows in the order of one digit of their keys; gives where each digit begins.
  private static func deal(
    _ source: KeyedRows, into target: inout KeyedRows, shift: UInt64, count: Int
  ) -> [Int] {
    let mask = UInt64(count - 1)
    var starts = [Int](repeating: 0, count: count + 1)
    for key in source.keys { starts[Int(key >> shift & mask) + 1] += 1 }
    for digit in 0..<count { starts[digit + 1] += starts[digit] }
    var places = starts
    for index in source.keys.indices {
      let key = source.keys[index]
      let digit = Int(key >> shift & mask)
      let place = places[digit]
      places[digit] = place + 1
      target.keys[place] = key
      target.rows[place] = source.rows[index]
    }
    return starts
  }
}
