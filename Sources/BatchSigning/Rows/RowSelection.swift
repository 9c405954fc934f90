/// Which row of a batch is meant.
public enum RowSelection: Sendable {
  /// The row with this number; the first after the header is 1.
  case number(Int)
  /// The row with these values in the key columns, in their order. Where the key has several
  /// columns a single value stands for the one column in which it is found.
  case key([String])
}

/// Looks for rows by the values of their key columns.
struct RowProbe: Sendable {
  private let wanted: [[UInt8]]

  /// A probe for one value, or for one of each key column.
  init(_ values: [String]) { wanted = values.map { Array($0.utf8) } }

  /// Whether as many values were given as this key needs.
  func fits(keyColumnCount: Int) -> Bool { wanted.count == 1 || wanted.count == keyColumnCount }

  /// Whether a row is meant; `cells` are its cells, `keyColumns` those of the key.
  func matches(_ bytes: [UInt8], _ cells: [Range<Int>], keyColumns: [Int]) -> Bool {
    wanted.count == keyColumns.count
      ? zip(keyColumns, wanted).allSatisfy { bytes[cells[$0]] == $1[...] }
      : wanted.count == 1 && keyColumns.contains { bytes[cells[$0]] == wanted[0][...] }
  }
}
