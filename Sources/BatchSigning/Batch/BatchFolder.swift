internal import Files

/// The files of a batch as they lie in a folder: regular, not followed through links, bounded.
struct BatchFolder {
  let path: String
  /// The names in the folder in byte order.
  let names: [String]

  /// The longest file of rows that is taken, and of any other file of the batch.
  static let greatestFileLength = 1 << 36 - 1

  init(_ path: String) throws(SigningError) {
    guard fileKind(at: path) == .folder else {
      throw SigningError(.missingInput, path, "a folder with a batch was expected")
    }
    do throws(FileError) {
      names = try namesInFolder(path)
    } catch {
      throw SigningError(reading: error)
    }
    self.path = path
    guard names.count <= 64 else { throw SigningError(.limit, path, "\(names.count) files") }
    for name in names where fileKind(at: "\(path)/\(name)") != .regular {
      throw SigningError(.notRegular, name)
    }
  }

  /// Reads one file.
  ///
  /// - Throws: ``SigningError`` with `E_MISSING_FILE`, `E_NOT_REGULAR`, `E_LIMIT` or
  ///   `not-readable`.
  func read(_ name: String, limit: Int) throws(SigningError) -> [UInt8] {
    do throws(FileError) {
      return try readBytes(at: "\(path)/\(name)", limit: limit, followsLinks: false)
    } catch {
      switch error.code {
      case .missing: throw SigningError(.missingFile, name)
      case .notRegular: throw SigningError(.notRegular, name)
      case .tooLarge: throw SigningError(.limit, name)
      default: throw SigningError(reading: error)
      }
    }
  }

  /// Reads a file that the manifest names, which must have the size it says.
  func read(_ file: ManifestFile) throws(SigningError) -> [UInt8] {
    guard file.byteCount <= Self.greatestFileLength else {
      throw SigningError(.limit, file.name, "\(file.byteCount) bytes")
    }
    do throws(SigningError) {
      let bytes = try read(file.name, limit: file.byteCount)
      guard bytes.count == file.byteCount else { throw SigningError(.size, file.name) }
      return bytes
    } catch {
      // Longer than the manifest says.
      throw error.code == .limit ? SigningError(.size, file.name) : error
    }
  }
}
