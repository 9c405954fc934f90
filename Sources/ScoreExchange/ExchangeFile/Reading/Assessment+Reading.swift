extension Assessment {
  /// Reads the assessments of a file of their own.
  ///
  /// The file is an exchange file, of which only the key `assessments` is read; or has that key
  /// alone; or has the assessments by their codes without it; or defines one assessment, with its
  /// code under `assessment`, `code` or `name`.
  ///
  /// - Parameter path: The path of the file; `-` reads standard input.
  /// - Returns: The assessments in the order of the file.
  /// - Throws: ``ExchangeError`` as ``Exchange/init(contentsOf:)``.
  public static func all(contentsOf path: String) throws(ExchangeError) -> [Assessment] {
    let bytes = try Exchange.bytes(at: path)
    return try all(yaml: bytes, path: path)
  }

  /// Reads the assessments of a text, by the rules of ``all(contentsOf:)``.
  ///
  /// - Parameters:
  ///   - yaml: The text in UTF-8.
  ///   - path: The path for messages.
  /// - Returns: The assessments in the order of the text.
  /// - Throws: ``ExchangeError`` with code `badInput`.
  public static func all(yaml: [UInt8], path: String) throws(ExchangeError) -> [Assessment] {
    let text = try Exchange.text(of: yaml, path: path)
    let root = try YAMLDocument.root(of: text, file: path)
    let names = try root.entries().map(\.name)
    if names.contains("assessments") {
      let keys = try root.mapping(
        keys: names.contains("exchange") ? ExchangeReader.keys : ["assessments"])
      return try ExchangeReader.assessments(keys.required("assessments"))
    }
    guard names.contains("scale") else { return try ExchangeReader.assessments(root) }
    let codeKeys = ["assessment", "code", "name"]
    let keys = try root.mapping(keys: codeKeys + ExchangeReader.definitionKeys)
    let codeKey = codeKeys.first { keys.optional($0) != nil } ?? codeKeys[0]
    return [try ExchangeReader.assessment(keys.required(codeKey).text(), keys)]
  }
}
