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
///
/// - Parameters:
///   - bytes: The content.
///   - path: Where the file shall appear.
///   - permissions: The file's mode.
///   - isNew: Whether nothing is replaced.
/// - Throws: ``SigningError`` with `not-writable` or `write-failed`.
func writeOutput(
  _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644, isNew: Bool = false
) throws(SigningError) {
  try writeOutput(bytes, to: path, permissions: permissions, isNew: isNew) {}
}

/// Writes a whole output file that appears only once something else has succeeded.
///
/// - Parameters:
///   - bytes: The content.
///   - path: Where the file shall appear.
///   - permissions: The file's mode.
///   - isNew: Whether nothing is replaced.
///   - release: What must succeed when everything is written but for the name.
/// - Throws: ``SigningError``; what stood at the path is then untouched.
func writeOutput(
  _ bytes: [UInt8], to path: String, permissions: UInt32, isNew: Bool = false,
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
    if failure == nil { try file.commit(isNew: isNew) }
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

/// The names in a folder that is read, in the words of this module.
func namesInInputFolder(_ path: String) throws(SigningError) -> [String] {
  do throws(FileError) {
    return try namesInFolder(path)
  } catch {
    throw SigningError(reading: error)
  }
}

/// Begins an output file, in the words of this module.
func stagedOutput(
  at path: String, permissions: UInt32 = 0o644
) throws(SigningError) -> StagedFile {
  do throws(FileError) {
    return try StagedFile(at: path, permissions: permissions)
  } catch {
    throw SigningError(writing: error)
  }
}

/// Begins an output folder, in the words of this module.
func stagedOutputFolder(at path: String) throws(SigningError) -> StagedFolder {
  do throws(FileError) {
    return try StagedFolder(at: path)
  } catch {
    throw SigningError(writing: error)
  }
}

/// Gives an output file its name, in the words of this module.
func commitOutput(_ file: consuming StagedFile, isNew: Bool = false) throws(SigningError) {
  do throws(FileError) {
    try file.commit(isNew: isNew)
  } catch {
    throw SigningError(writing: error)
  }
}

/// Puts an output folder in its place, in the words of this module; no folder in the old one gives
/// way.
func commitOutput(_ folder: consuming StagedFolder) throws(SigningError) {
  do throws(FileError) {
    try folder.commit(replacing: [])
  } catch {
    throw SigningError(writing: error)
  }
}

/// Keeps something for this process by a lock that is a file of its own.
///
/// - Parameters:
///   - path: The file; it stays where it is.
///   - patience: How long to wait for another process.
/// - Returns: The lock.
/// - Throws: ``SigningError`` with `locked` or `not-writable`.
func lock(_ path: String, waiting patience: Duration) throws(SigningError) -> AdvisoryLock {
  do throws(FileError) {
    return try AdvisoryLock(file: path, waiting: patience)
  } catch {
    throw error.isBusy ? SigningError(.locked, path) : SigningError(writing: error)
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
    self.init(code, error.path, code == .notReadable ? error.reason : "")
  }

  /// A failed writing in the words of this module.
  package init(writing error: FileError) {
    self.init(
      error.code == .failed ? .writeFailed : .notWritable, wantedPath(of: error.path),
      error.reason)
  }
}
