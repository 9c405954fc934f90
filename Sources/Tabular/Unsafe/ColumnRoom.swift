#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The memory of decoded columns while it is being filled, so that no value is copied afterwards.
///
/// `@unchecked Sendable`: the pointers lead into arrays that ``fill(_:rowCount:_:)`` keeps open until
/// its body has returned, each with room for `rowCount` values; of these a thread writes only the
/// rows of the batch it works on.
@safe struct ColumnRoom: @unchecked Sendable {
  /// Where the values of a column go.
  @safe enum Column {
    /// Nothing is decoded, or texts that grow as they come.
    case none
    case int16(UnsafeMutablePointer<Int16>)
    case int32(UnsafeMutablePointer<Int32>)
    case int64(UnsafeMutablePointer<Int64>)
    case codes(UnsafeMutablePointer<UInt16>)
    case ranges(starts: UnsafeMutablePointer<UInt32>, lengths: UnsafeMutablePointer<UInt16>)
  }

  /// The values of a column, once all are there.
  enum Values {
    case none
    case int16([Int16])
    case int32([Int32])
    case int64([Int64])
    case codes([UInt16])
    case ranges(starts: [UInt32], lengths: [UInt16])
  }

  let rowCount: Int
  let columns: [Column]

  /// Makes room for columns, lends it to `body`, which must write every row of every column, and
  /// returns them.
  static func fill<Result>(
    _ forms: ArraySlice<FieldForm>, rowCount: Int, opened: [Column] = [],
    _ body: (ColumnRoom) -> Result
  ) -> (values: [Values], result: Result) {
    guard let form = forms.first else {
      return ([], body(ColumnRoom(rowCount: rowCount, columns: opened)))
    }
    // Columns without room are passed over at once, so that only those with room go a call deeper.
    let roomless = forms.prefix(while: \.needsNoRoom).count
    if roomless > 0 {
      let rest = fill(
        forms.dropFirst(roomless), rowCount: rowCount,
        opened: opened + Array(repeating: .none, count: roomless), body)
      return (Array(repeating: .none, count: roomless) + rest.values, rest.result)
    }
    func rest(_ column: Column) -> (values: [Values], result: Result) {
      fill(forms.dropFirst(), rowCount: rowCount, opened: opened + [column], body)
    }
    func joined(
      _ values: Values, _ rest: (values: [Values], result: Result)
    ) -> (values: [Values], result: Result) {
      ([values] + rest.values, rest.result)
    }
    switch form {
    case .skipped, .text: return rest(.none)
    case .shortDecimal:
      let (values, others) = unsafe open(rowCount) { unsafe rest(.int16($0)) }
      return joined(.int16(values), others)
    case .decimal, .date:
      let (values, others) = unsafe open(rowCount) { unsafe rest(.int32($0)) }
      return joined(.int32(values), others)
    case .integer, .identifier:
      let (values, others) = unsafe open(rowCount) { unsafe rest(.int64($0)) }
      return joined(.int64(values), others)
    case .code:
      let (values, others) = unsafe open(rowCount) { unsafe rest(.codes($0)) }
      return joined(.codes(values), others)
    case .textRange:
      let (starts, inner) = unsafe open(rowCount) { starts in
        unsafe open(rowCount) { unsafe rest(.ranges(starts: starts, lengths: $0)) }
      }
      return joined(.ranges(starts: starts, lengths: inner.0), inner.1)
    }
  }

  private static func open<Value: FixedWidthInteger, Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<Value>) -> Result
  ) -> ([Value], Result) {
    var result: Result?
    let values = unsafe [Value](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      unsafe adviseLargePages(UnsafeRawBufferPointer(buffer))
      result = unsafe body(start)
      filled = count
    }
    guard let result else { preconditionFailure("an array of capacity 1 has an address") }
    return (values, result)
  }

  /// Asks for large pages inside a long buffer: touching new memory in small ones takes longer than
  /// decoding into it.
  private static func adviseLargePages(_ memory: UnsafeRawBufferPointer) {
    #if os(Linux)
      let page = 1 << 21
      guard memory.count >= 2 * page, let start = memory.baseAddress else { return }
      let first = (Int(bitPattern: start) + page - 1) & -page
      let end = (Int(bitPattern: start) + memory.count) & -page
      guard end > first, let address = unsafe UnsafeMutableRawPointer(bitPattern: first) else {
        return
      }
      unsafe madvise(address, end - first, Int32(MADV_HUGEPAGE))
    #endif
  }

  /// Writes one value, or the missing one where it is nil.
  func store(_ value: Int64?, row: Int, column: Int) {
    precondition(row >= 0 && row < rowCount)
    switch columns[column] {
    case .none: break
    case .int16(let start):
      unsafe start[row] = value.map { Int16(truncatingIfNeeded: $0) } ?? DecodedBatch.missing16
    case .int32(let start):
      unsafe start[row] = value.map { Int32(truncatingIfNeeded: $0) } ?? DecodedBatch.missing32
    case .int64(let start): unsafe start[row] = value ?? DecodedBatch.missing64
    case .codes(let start):
      unsafe start[row] = value.map { UInt16(truncatingIfNeeded: $0) } ?? DecodedBatch.missingCode
    case .ranges(_, let lengths): unsafe lengths[row] = 0
    }
  }

  /// Writes where a text is.
  func store(start: UInt32, length: UInt16, row: Int, column: Int) {
    precondition(row >= 0 && row < rowCount)
    guard case .ranges(let starts, let lengths) = columns[column] else { return }
    unsafe starts[row] = start
    unsafe lengths[row] = length
  }
}

extension FieldForm {
  /// Whether nothing of the column is decoded ahead.
  fileprivate var needsNoRoom: Bool {
    switch self {
    case .skipped, .text: true
    default: false
    }
  }
}
