internal import Scores

/// The steps of a calculation, told in one line.
struct Trace {
  /// Whether anything is told; otherwise no text is made.
  let isTold: Bool
  /// The line; empty when nothing is told.
  private(set) var output = TraceOutput()

  init(isTold: Bool) { self.isTold = isTold }

  /// Adds a step.
  mutating func add(_ step: @autoclosure () -> TraceText) {
    guard isTold else { return }
    begin()
    output.append(step().output)
  }

  /// Adds a step in words that were written before, which are a part of a text; none for no words.
  mutating func add(written words: TraceOutput, from start: Int, to end: Int) {
    guard isTold, start < end else { return }
    begin()
    output.append(words, from: start, to: end)
  }

  /// Adds a step that `write` writes piece by piece.
  mutating func add(_ write: (inout TraceOutput) -> Void) {
    guard isTold else { return }
    begin()
    write(&output)
  }

  private mutating func begin() { if !output.isEmpty { output.append("; ") } }

  /// Begins a new line, in the memory of this one.
  mutating func removeAll() { output.removeAll() }
}
