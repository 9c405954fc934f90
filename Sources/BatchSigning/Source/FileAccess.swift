internal import Files

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
  do throws(FileError) {
    try writeBytes(bytes, to: path, permissions: permissions)
  } catch {
    throw SigningError(writing: error)
  }
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
  init(writing error: FileError) {
    self.init(.notWritable, error.path, error.message)
  }
}
