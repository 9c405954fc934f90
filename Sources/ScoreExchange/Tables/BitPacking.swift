/// The bits of a word that are not the same in all words, pushed together: four of a digit, few of a
/// letter.
struct BitPacking {
  /// Neighbouring bits that are kept, from the lowest up.
  private struct Run {
    let shift: UInt64
    let mask: UInt64
    let target: UInt64
  }

  private var runs: [Run] = []
  private(set) var bitCount = 0

  init(_ differences: UInt64) {
    var shift = 0
    while shift < 64, differences >> shift != 0 {
      shift += (differences >> shift).trailingZeroBitCount
      let length = (~(differences >> shift)).trailingZeroBitCount
      runs.append(
        Run(shift: UInt64(shift), mask: ~(~0 << length), target: UInt64(bitCount)))
      bitCount += length
      shift += length
    }
  }

  func packed(_ word: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for run in runs { result |= (word >> run.shift & run.mask) << run.target }
    return result
  }
}
