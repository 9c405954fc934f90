import Parallel

/// Whole numbers of which most are small, each in as few bytes as the largest of them needs: one,
/// two or four.
///
/// `Int32.min` stands for a number that is not there, and takes no more room than the others.
package struct NarrowColumn: Sendable {
  private enum Storage: Sendable {
    /// From 0; the greatest number stands for none.
    case bytes([UInt8])
    /// The least number stands for none.
    case words([Int16])
    case wholes([Int32])
  }

  /// How many bytes a number needs.
  private enum Form: Comparable {
    case bytes, words, wholes

    init(_ number: Int32) {
      switch number {
      case 0..<Int32(UInt8.max): self = .bytes
      case -Int32(Int16.max)...Int32(Int16.max): self = .words
      default: self = .wholes
      }
    }
  }

  private var storage = Storage.bytes([])
  /// How many numbers there is going to be room for.
  private var room = 0

  /// Stands for a number that is not there.
  package static let none = Int32.min

  /// No numbers.
  package init() {}

  /// These numbers.
  package init(_ numbers: [Int32]) { append(contentsOf: numbers) }

  /// Appends a number.
  package mutating func append(_ number: Int32) { append(contentsOf: [number]) }

  /// Appends numbers.
  package mutating func append(contentsOf numbers: [Int32]) {
    var (least, greatest) = (Int32(0), Int32(0))
    for number in numbers where number != Self.none {
      least = Swift.min(least, number)
      greatest = Swift.max(greatest, number)
    }
    widen(to: Swift.max(Form(least), Form(greatest)))
    update {
      $0 += numbers.lazy.map { $0 == Self.none ? .max : UInt8(truncatingIfNeeded: $0) }
    } words: {
      $0 += numbers.lazy.map { $0 == Self.none ? .min : Int16(truncatingIfNeeded: $0) }
    } wholes: {
      $0 += numbers
    }
  }

  /// Appends the numbers of another column.
  package mutating func append(contentsOf other: NarrowColumn) {
    append(contentsOf: other, rows: 0..<other.count)
  }

  /// Appends some of the numbers of another column.
  package mutating func append(contentsOf other: NarrowColumn, rows: Range<Int>) {
    widen(to: other.form)
    guard form == other.form else {
      append(contentsOf: rows.map { other[$0] })
      return
    }
    update {
      if case .bytes(let values) = other.storage { $0 += values[rows] }
    } words: {
      if case .words(let values) = other.storage { $0 += values[rows] }
    } wholes: {
      if case .wholes(let values) = other.storage { $0 += values[rows] }
    }
  }

  /// Makes room for so many numbers in all.
  package mutating func reserveCapacity(_ count: Int) {
    room = count
    update {
      $0.reserveCapacity(count)
    } words: {
      $0.reserveCapacity(count)
    } wholes: {
      $0.reserveCapacity(count)
    }
  }

  /// Forgets the last numbers.
  package mutating func removeLast(_ count: Int) {
    update {
      $0.removeLast(count)
    } words: {
      $0.removeLast(count)
    } wholes: {
      $0.removeLast(count)
    }
  }

  /// The numbers of these indices, in this order.
  package func selecting(_ indices: [UInt32]) -> NarrowColumn {
    selecting(indices, plan: .sequential)
  }

  /// The numbers of these indices, in this order; `width` of them stand at each.
  package func selecting(
    _ indices: [UInt32], width: Int = 1, plan: WorkPlan
  ) -> NarrowColumn {
    var selected = NarrowColumn()
    selected.storage =
      switch storage {
      case .bytes(let values): .bytes(plan.selection(of: values, at: indices, width: width))
      case .words(let values): .words(plan.selection(of: values, at: indices, width: width))
      case .wholes(let values): .wholes(plan.selection(of: values, at: indices, width: width))
      }
    return selected
  }

  /// Some of the numbers.
  package func numbers(_ rows: Range<Int>) -> [Int32] {
    switch storage {
    case .bytes(let values): values[rows].map { $0 == .max ? Self.none : Int32($0) }
    case .words(let values): values[rows].map { $0 == .min ? Self.none : Int32($0) }
    case .wholes(let values): Array(values[rows])
    }
  }

  private var form: Form {
    switch storage {
    case .bytes: .bytes
    case .words: .words
    case .wholes: .wholes
    }
  }

  private mutating func widen(to needed: Form) {
    guard needed > form else { return }
    var (words, wholes): ([Int16], [Int32]) = ([], [])
    switch (storage, needed) {
    case (.bytes(let values), .words):
      words.reserveCapacity(Swift.max(room, values.count))
      words += values.lazy.map { $0 == .max ? .min : Int16($0) }
      storage = .words(words)
    default:
      wholes.reserveCapacity(Swift.max(room, count))
      wholes += self
      storage = .wholes(wholes)
    }
  }

  /// Changes the numbers where they are.
  private mutating func update(
    bytes: (inout [UInt8]) -> Void, words: (inout [Int16]) -> Void,
    wholes: (inout [Int32]) -> Void
  ) {
    // While the numbers are changed nothing else holds them, or they would be copied.
    switch storage {
    case .bytes(var values):
      storage = .bytes([])
      bytes(&values)
      storage = .bytes(values)
    case .words(var values):
      storage = .bytes([])
      words(&values)
      storage = .words(values)
    case .wholes(var values):
      storage = .bytes([])
      wholes(&values)
      storage = .wholes(values)
    }
  }
}

extension NarrowColumn: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int {
    switch storage {
    case .bytes(let values): values.count
    case .words(let values): values.count
    case .wholes(let values): values.count
    }
  }

  package subscript(index: Int) -> Int32 {
    switch storage {
    case .bytes(let values): values[index] == .max ? Self.none : Int32(values[index])
    case .words(let values): values[index] == .min ? Self.none : Int32(values[index])
    case .wholes(let values): values[index]
    }
  }
}
