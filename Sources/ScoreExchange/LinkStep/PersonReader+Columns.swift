import RecordLinkage
import Tabular

extension PersonReader: BatchReader {
  var noRows: PersonTable { PersonTable(furtherFields: comparisons) }

  var columnKinds: [String: ColumnKind] {
    // Tokens are made of one number after the other.
    guard tokens == nil else { return [:] }
    return ["birth_date": .date, "sex": .words { UInt16(Sex(word: $0)?.rawValue ?? 0) }]
  }

  func readColumns(_ batch: inout ColumnBatch, _ rows: inout PersonTable) {
    let keys = keys(of: batch)
    batch.leave(where: { keys.range(of: $0).isEmpty })
    for field in ["national_id", "former_id"] {
      guard let numbers = batch.texts(field) else { continue }
      batch.leave(where: { !Self.isKeptAsWritten(numbers.bytes, numbers.range(of: $0)) })
    }
    let sound = batch.soundRuns
    func kept<Value>(_ values: [Value]) -> [Value] { sound.of(values) }
    func kept(_ texts: TextColumn) -> PersonColumns.Texts {
      let texts = sound.of(texts)
      return PersonColumns.Texts(bytes: texts.bytes, ends: texts.ends)
    }
    var columns = PersonColumns(keys: kept(keys), sources: kept(sources(of: batch, &rows)))
    columns.nationalIDs = batch.texts("national_id").map(kept)
    columns.formerIDs = batch.texts("former_id").map(kept)
    columns.names = nameFields.isEmpty ? nil : kept(joined(batch, nameFields, by: " "))
    columns.provinces = batch.texts("province").map(kept)
    columns.births = batch.numbers("birth_date").map(kept)
    columns.sexes = batch.codes("sex") == nil ? nil : kept(batch.smallCodes("sex"))
    columns.further = comparisons.map { kept(batch.texts($0.name) ?? TextColumn()) }
    rows.append(columns)
  }

  /// Whether an identifier needs neither mending nor a warning, whatever else the row says: digits
  /// only, and not 10 or 11, which may be 12 that lost their zeros.
  private static func isKeptAsWritten(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
    cell.count != 10 && cell.count != 11 && bytes[cell].allSatisfy { 0x30...0x39 ~= $0 }
  }

  private func keys(of batch: ColumnBatch) -> TextColumn {
    guard isNumbered else { return joined(batch, keyFields, by: "/") }
    var numbers = TextColumn()
    for row in 0..<batch.count { numbers.append("\(batch.rows.recordNumber(of: row))") }
    return numbers
  }

  /// The cells of some fields as one text a row; between the parts of a name, empty ones do not count.
  private func joined(
    _ batch: ColumnBatch, _ fields: [String], by separator: Unicode.Scalar
  ) -> TextColumn {
    let columns = fields.compactMap { batch.texts($0) }
    if let only = columns.first, columns.count == 1 { return only }
    var whole = TextColumn()
    whole.reserveCapacity(
      batch.count, byteCount: columns.reduce(0) { $0 + $1.byteCount + batch.count })
    var text: [UInt8] = []
    for row in 0..<batch.count {
      text.removeAll(keepingCapacity: true)
      var isFirst = true
      for column in columns {
        let cell = column.range(of: row)
        if separator == " " && cell.isEmpty { continue }
        if !isFirst { text.append(UInt8(ascii: separator)) }
        isFirst = false
        text.append(contentsOf: column.bytes[cell])
      }
      whole.append(text)
    }
    return whole
  }

  /// The numbers of the sources; a file has few of them.
  private func sources(of batch: ColumnBatch, _ rows: inout PersonTable) -> [UInt32] {
    guard !sourceFields.isEmpty else {
      return Array(repeating: rows.sourceNumber(""), count: batch.count)
    }
    let texts = joined(batch, sourceFields, by: "/")
    let bytes = texts.bytes
    var known: [(text: Range<Int>, number: UInt32)] = []
    return (0..<batch.count).map { row in
      let text = texts.range(of: row)
      if let same = known.first(where: { bytes[$0.text].elementsEqual(bytes[text]) }) {
        return same.number
      }
      let number = rows.sourceNumber(texts[row])
      if known.count < 16 { known.append((text, number)) }
      return number
    }
  }
}
