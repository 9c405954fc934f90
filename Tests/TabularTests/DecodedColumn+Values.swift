import Tabular

/// What a column holds, and nil where it is of another kind.
extension DecodedColumn {
  var int32Values: [Int32]? {
    if case .int32(let values) = self { return values }
    return nil
  }

  var texts: TextColumn? {
    if case .texts(let texts) = self { return texts }
    return nil
  }

  var ranges: TextRanges? {
    if case .ranges(let ranges) = self { return ranges }
    return nil
  }
}
