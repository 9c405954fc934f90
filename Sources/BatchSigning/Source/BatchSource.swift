internal import Files

/// The files of a batch: those of a folder, or those in a plain tar of one.
///
/// Files are regular, opened without following links, and bounded before anything is read.
public struct BatchSource: Sendable {
  /// The folder, or the tar.
  public let path: String
  /// The names of the files in byte order.
  let names: [String]
  /// The files of a tar by name; nil for a folder.
  private let archive: [String: BatchFile]?

  /// The longest file that is taken.
  static let greatestFileLength = (1 << 36) - 1
  /// The greatest number of files that is taken.
  static let greatestFileCount = 64

  /// Looks at a batch; nothing is read from its files yet.
  ///
  /// - Parameter path: A folder, or a plain tar of one.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable`, `E_NOT_REGULAR`, `E_LIMIT`,
  ///   or `E_NAME` and `E_FORMAT` where a tar is not plain.
  public init(at path: String) throws(SigningError) {
    self.path = path
    switch fileKind(at: path) {
    case .folder?:
      names = try Self.regularFiles(in: path)
      archive = nil
    case .regular?:
      let files = try TarArchive.files(in: BatchFile(at: path, name: path))
      names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      archive = files
    case .other?: throw SigningError(.notRegular, path)
    case nil: throw SigningError(.missingInput, path, "a batch was expected: a folder or a tar")
    }
  }

  /// Whether a batch may lie at a path: a folder does, or a file that begins as a tar.
  public static func isLikely(at path: String) -> Bool {
    switch fileKind(at: path) {
    case .folder?: return true
    case .regular?:
      guard let file = try? BatchFile(at: path, name: path),
        file.byteCount >= TarHeader.blockLength,
        let block = try? file.read(0..<TarHeader.blockLength)
      else { return false }
      do throws(SigningError) {
        return try TarHeader(block) != nil
      } catch {
        // The checksum is right, and what the header says is refused later.
        return error.code != .format
      }
    default: return false
    }
  }

  private static func regularFiles(in path: String) throws(SigningError) -> [String] {
    let names = try namesInInputFolder(path)
    guard names.count <= greatestFileCount else {
      throw SigningError(.limit, path, "\(names.count) files")
    }
    for name in names where fileKind(at: "\(path)/\(name)") != .regular {
      throw SigningError(.notRegular, name)
    }
    return names
  }

  /// Opens one file.
  ///
  /// - Throws: ``SigningError`` with `E_MISSING_FILE`, `E_NOT_REGULAR` or `not-readable`.
  func open(_ name: String) throws(SigningError) -> BatchFile {
    guard let archive else { return try BatchFile(at: "\(path)/\(name)", name: name) }
    guard let file = archive[name] else { throw SigningError(.missingFile, name) }
    return file
  }

  /// Reads one small file.
  ///
  /// - Throws: ``SigningError`` with `E_MISSING_FILE`, `E_NOT_REGULAR`, `E_LIMIT` or
  ///   `not-readable`.
  func read(_ name: String, limit: Int) throws(SigningError) -> [UInt8] {
    let file = try open(name)
    guard file.byteCount <= limit else { throw SigningError(.limit, name) }
    return try file.read(0..<file.byteCount)
  }

  /// Opens a file that the manifest names, which must have the size it says.
  func open(_ file: ManifestFile) throws(SigningError) -> BatchFile {
    guard file.byteCount <= Self.greatestFileLength else {
      throw SigningError(.limit, file.name, "\(file.byteCount) bytes")
    }
    let opened = try open(file.name)
    guard opened.byteCount == file.byteCount else { throw SigningError(.size, file.name) }
    return opened
  }
}
