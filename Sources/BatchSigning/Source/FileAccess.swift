package import Files

/// Reads a whole input file in the words of this module.
func readInput(
  at path: String, limit: Int, followsLinks: Bool = true
) throws(SigningError) -> [UInt8] {
  do throws(FileError) {
    return try readBytes(at: path, limit: limit, followsLinks: followsLinks)
  } catch {
    throw SigningError(reading: error)
  }
}

/// Reads a whole input file, or standard input where the path is `-`, in the words of this module.
func readInputOrStandardInput(at path: String, limit: Int) throws(SigningError) -> [UInt8] {
  do throws(FileError) {
    return try readFileOrStandardInput(at: path, limit: limit)
  } catch {
    throw SigningError(reading: error)
  }
}

/// Writes a whole output file in the words of this module.
func writeOutput(
  _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
) throws(SigningError) {
  try writeOutput(bytes, to: path, permissions: permissions) {}
}

/// Writes a whole output file that appears only once something else has succeeded.
///
/// - Parameters:
///   - bytes: The content.
///   - path: Where the file shall appear.
///   - permissions: The file's mode.
///   - release: What must succeed when everything is written but for the name.
/// - Throws: ``SigningError``; what stood at the path is then untouched.
func writeOutput(
  _ bytes: [UInt8], to path: String, permissions: UInt32,
  release: () throws(SigningError) -> Void
) throws(SigningError) {
  var failure: SigningError?
  do throws(FileError) {
    var file = try StagedFile(at: path, permissions: permissions)
    try file.write(bytes)
    do throws(SigningError) {
      try release()
    } catch {
      failure = error
    }
    if failure == nil { try file.commit() }
  } catch {
    throw SigningError(writing: error)
  }
  if let failure { throw failure }
}

/// Makes a folder and those above it, in the words of this module.
func makeOutputFolder(_ path: String, permissions: UInt32 = 0o755) throws(SigningError) {
  do throws(FileError) {
    try makeFolder(at: path, permissions: permissions)
  } catch {
    throw SigningError(writing: error)
  }
}

/// Removes an output file where one stands, in the words of this module.
func removeOutput(_ path: String) throws(SigningError) {
  do throws(FileError) {
    try removeItem(at: path)
  } catch {
    throw SigningError(writing: error)
  }
}

extension SigningError {
  /// A failed reading in the words of this module.
  init(reading error: FileError) {
    let code: Code =
      switch error.code {
      case .missing: .missingInput
      case .tooLarge: .limit
      default: .notReadable
      }
    self.init(code, error.path, code == .missingInput ? "" : error.message)
  }

  /// A failed writing in the words of this module.
  package init(writing error: FileError) {
    self.init(error.code == .failed ? .writeFailed : .notWritable, error.path, error.message)
  }
}
