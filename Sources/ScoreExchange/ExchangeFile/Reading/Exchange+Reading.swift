package import Files

extension Exchange {
  /// Reads and checks an exchange file.
  ///
  /// Every key must be known, every word one of those allowed, and every reference must lead to
  /// something that the file defines. Whether the files it names are there is a question for
  /// ``checkNamedFiles()``.
  ///
  /// - Parameter path: The path of the file; its folder is where relative paths begin; `-` reads
  ///   standard input, and they begin at the current folder.
  /// - Throws: ``ExchangeError`` with `inputMissing` when there is no such file, `inputOutput`
  ///   when reading fails, `badInput` with the line for everything else.
  public init(contentsOf path: String) throws(ExchangeError) {
    let bytes = try Self.bytes(at: path)
    try self.init(yaml: bytes, path: path)
  }

  /// Reads and checks the text of an exchange file.
  ///
  /// - Parameters:
  ///   - yaml: The text in UTF-8, with or without a byte order mark.
  ///   - path: The path for messages; its folder is where relative paths begin.
  /// - Throws: ``ExchangeError`` with code `badInput`.
  public init(yaml: [UInt8], path: String) throws(ExchangeError) {
    let root = try YAMLDocument.root(of: Self.text(of: yaml, path: path), file: path)
    try self.init(ExchangeReader(root: root, path: path), path: path)
  }

  /// Whether every file that the exchange file names is there.
  ///
  /// - Throws: ``ExchangeError`` with code `inputMissing`, at the line of the first that is not.
  public func checkNamedFiles() throws(ExchangeError) {
    for file in namedFiles where fileKind(at: file.path) == nil {
      throw ExchangeError(
        .inputMissing, file: path, line: file.line, "\(file.text): no such file or folder")
    }
  }

  /// Refuses an output folder in which a run would put something in the place of what it reads.
  ///
  /// - Parameter folder: The output folder of a run.
  /// - Throws: ``ExchangeError`` with code `usage`, at the line that names the input.
  public func checkOutputFolder(_ folder: String) throws(ExchangeError) {
    let outputs = ExchangeRun.outputNames.map { "\(folder)/\($0)" }.filter {
      fileKind(at: $0) != nil
    }
    if outputs.isEmpty { return }
    for file in namedFiles where !file.path.isEmpty && file.path != "-" {
      var path: String? = file.path
      while let place = path {
        if outputs.contains(where: { isSameFile($0, place) }) {
          throw ExchangeError(
            .usage, file: self.path, line: file.line,
            "\(file.text) is read, and the run would write in its place; name another output folder"
          )
        }
        let above = Files.folder(of: place)
        path = above == place || place == "." ? nil : above
      }
    }
  }

  /// Refuses one more output of a run, beside its folder, in the place of what it reads or writes, or
  /// where a deletion from the folder would not find the people in it.
  ///
  /// - Parameters:
  ///   - path: Where the output shall appear.
  ///   - copy: Where a copy of it as a workbook shall appear; nil for none.
  ///   - folder: The output folder of the run.
  /// - Throws: ``ExchangeError`` with code `usage`, or `outputImpossible` where a folder stands.
  public func checkOutput(
    _ path: String, copy: String? = nil, besideRunInto folder: String
  ) throws(ExchangeError) {
    try checkFree(path, besideRunInto: folder)
    if let copy { try checkFree(copy, besideRunInto: folder) }
    guard let parent = Files.folder(of: path), lies(parent, within: folder) else { return }
    guard isSameFile(parent, folder), workbookPath(beside: path) != path else {
      throw ExchangeError(
        .usage,
        "\(path) lies in the output folder, where only a .csv at its top is found when a person is "
          + "deleted; name such a file, or one outside")
    }
  }

  private func checkFree(_ path: String, besideRunInto folder: String) throws(ExchangeError) {
    let taken =
      [self.path] + namedFiles.map(\.path) + ExchangeRun.outputNames.map { "\(folder)/\($0)" }
    if taken.contains(where: { !$0.isEmpty && $0 != "-" && lies(path, within: $0) }) {
      throw ExchangeError(
        .usage, "\(path) is read or written by the run; name another file for this output")
    }
    if fileKind(at: path) == .folder {
      throw ExchangeError(.outputImpossible, "\(path) is a folder; name a file")
    }
  }

  /// The files to be read, in the order of use.
  public var namedFiles: [NamedFile] {
    var tables = results.map(\.table) + applicants.map(\.table)
    tables += [programmes, wishes, decisions, pools, reserves].compactMap(\.self)
    for conversion in conversions {
      switch conversion.source {
      case .bands(let bands): tables.append(bands.table)
      case .equate(let settings): tables += settings.tables
      }
    }
    var files = tables.map(\.file)
    if let model = links.model { files.append(model) }
    if case .keys(let keys) = signing {
      for signer in [keys.signer, keys.cosigner].compactMap(\.self) {
        files += [signer.key, signer.certificate]
      }
      files.append(keys.trust)
    }
    return files
  }

  /// The greatest length of an exchange file, in bytes; a person writes a few thousand.
  static let greatestByteCount = 4 << 20

  /// The bytes of an exchange file, or of standard input where the path is `-`.
  static func bytes(at path: String) throws(ExchangeError) -> [UInt8] {
    do {
      return try readFileOrStandardInput(at: path, limit: greatestByteCount)
    } catch {
      throw ExchangeError(reading: error, file: path)
    }
  }

  static func text(of bytes: [UInt8], path: String) throws(ExchangeError) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    guard let text = String(validating: content, as: UTF8.self) else {
      throw ExchangeError(.badInput, file: path, "the text is not UTF-8; save it as UTF-8")
    }
    return text
  }
}

extension ExchangeError {
  /// What a failure to read a whole file means for a step.
  package init(reading error: FileError, file: String) {
    switch error.code {
    case .missing: self.init(.inputMissing, file: file, "no such file")
    case .notReadable: self.init(.inputMissing, file: file, "the file may not be read")
    case .notRegular: self.init(.badInput, file: file, "this is no file")
    case .tooLarge: self.init(.badInput, file: file, "the file is far too large to be one of these")
    default: self.init(.inputOutput, file: file, "reading failed half way")
    }
  }
}

extension EquateSettings {
  /// The files of the data.
  public var tables: [TableSource] {
    switch data {
    case .singleGroup(let pairs): [pairs]
    case .equivalentGroups(let from, let to), .anchor(let from, let to, _): [from, to]
    }
  }
}
