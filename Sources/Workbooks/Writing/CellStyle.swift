/// How a cell is shown; the styles of every workbook that is written here.
enum CellStyle {
  case general, heading, text
  /// A number with this many decimals.
  case number(Int)

  /// The place among the formats of the part with the styles.
  var index: Int {
    switch self {
    case .general: 0
    case .heading: 1
    case .text: 2
    case .number(let decimals): 3 + decimals
    }
  }

  private static let decimals = 0...18

  /// The part with the styles.
  static var part: String {
    let own = decimals.map { count in
      let code = count == 0 ? "0" : "0." + String(repeating: "0", count: count)
      return "<numFmt numFmtId=\"\(164 + count)\" formatCode=\"\(code)\"/>"
    }.joined()
    let numbers = decimals.map { count in
      "<xf numFmtId=\"\(164 + count)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        + "applyNumberFormat=\"1\"/>"
    }.joined()
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    return WorkbookOutput.declaration
      + "<styleSheet xmlns=\"\(WorkbookOutput.mainNamespace)\">"
      + "<numFmts count=\"\(decimals.count)\">\(own)</numFmts>"
      + "<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs><cellXfs count=\"\(3 + decimals.count)\">"
      + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
      + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
      + "applyNumberFormat=\"1\"/>\(numbers)</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + "</styleSheet>"
  }
}
