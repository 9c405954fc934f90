/// The steps of a calculation, told in one line.
struct Trace {
  /// Whether anything is told; otherwise no text is made.
  let isTold: Bool
  /// The line; empty when nothing is told.
  private(set) var bytes: [UInt8] = []

  init(isTold: Bool) {
    self.isTold = isTold
    if isTold { bytes.reserveCapacity(768) }
  }

  /// Adds a step.
  mutating func add(_ step: @autoclosure () -> TraceText) {
    guard isTold else { return }
    if !bytes.isEmpty { bytes += [0x3B, 0x20] }
    bytes += step().bytes
  }

  /// Begins a new line, in the memory of this one.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
