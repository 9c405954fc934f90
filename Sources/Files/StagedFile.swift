#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all.
///
/// The bytes go into a new file beside the wanted one. ``commit(isNew:)`` flushes it to the disk and
/// renames it over the wanted name; a value that goes away without it leaves nothing behind. What a
/// process that was killed has left goes when the next one begins the same file.
/// A link stays and leads to the new file; its old one is replaced. Who may read a file that is replaced
/// stays as its owner has said. A device or pipe at the path, such as `/dev/null` or `/dev/stdout`, is
/// no file that could be replaced: the bytes go to it at once, and to standard output where the path
/// is `-`.
public struct StagedFile: ~Copyable, Sendable {
  private let descriptor: FileDescriptor
  private let path: String
  /// The new file; nil where a device or pipe takes the bytes.
  private let stagedPath: String?
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where the file shall appear; its folder must exist.
  ///   - permissions: The file's mode, as in `0o644`, but for what one that is replaced did not allow.
  /// - Throws: ``FileError`` with `notCreatable`, also where a folder stands at the path.
  public init(at path: String, permissions: UInt32 = 0o644) throws(FileError) {
    if path == "-" || leadsToStream(path) {
      self.path = path
      descriptor = try path == "-" ? .standardOutput() : FileDescriptor(appendingTo: path)
      stagedPath = nil
      return
    }
    let path = fileKind(at: path) == .other ? wholePath(of: path) : path
    self.path = path
    // A rename would fail where a folder stands, when it is too late for who relies on the name, and
    // to no name at all.
    guard !path.isEmpty else { throw FileError.creating("\"\"", ENOENT) }
    guard fileKind(at: path) != .folder else { throw FileError.creating(path, EISDIR) }
    let permissions = Self.permissions(permissions, replacing: path)
    var attempt = 0
    while true {
      let candidate = Self.stagedPath(path, attempt)
      do {
        descriptor = try StagedOutputs.change { paths throws(FileError) in
          let made = try FileDescriptor(creating: candidate, permissions: permissions)
          // Tells other processes that somebody still works on the file.
          flock(made.number, LOCK_EX | LOCK_NB)
          paths.insert(candidate)
          return made
        }
        stagedPath = candidate
        return
      } catch {
        if error.systemError == EEXIST, removeLeftover(candidate) { continue }
        attempt += 1
        guard error.systemError == EEXIST, attempt < 1_000 else {
          throw FileError(error.code, path: path, systemError: error.systemError)
        }
      }
    }
  }

  /// The mode of a new file, without what an old one at its path does not allow.
  private static func permissions(_ permissions: UInt32, replacing path: String) -> UInt32 {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return permissions
    }
    return permissions & UInt32(status.st_mode) | permissions & 0o200
  }

  private static func stagedPath(_ path: String, _ attempt: Int) -> String {
    "\(path).staged-\(attempt).partial"
  }

  /// Removes what a process that was killed has left of a file that was to appear at a path.
  ///
  /// A new staged file at the path does so itself; this is for those who look at its folder first.
  package static func removeLeftovers(of path: String) {
    var attempt = 0
    while removeLeftover(stagedPath(path, attempt)) { attempt += 1 }
  }

  deinit {
    guard !isCommitted, let stagedPath else { return }
    try? StagedOutputs.change { paths throws(FileError) in
      unsafe unlink(stagedPath)
      paths.remove(stagedPath)
    }
  }

  /// Where the bytes go, for work on another thread; of use only as long as this value lives.
  package var output: FileOutput { FileOutput(descriptor: descriptor.number, path: path) }

  /// Appends bytes.
  ///
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  public mutating func write(_ bytes: RawSpan) throws(FileError) { try output.write(bytes) }

  /// Appends bytes.
  ///
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try unsafe write(bytes.span.bytes)
  }

  /// Flushes the file to the disk and gives it its name, replacing what stood there; among files that
  /// appear together, the name comes with theirs.
  ///
  /// - Parameter isNew: Whether nothing is replaced: what got the name meanwhile keeps it.
  /// - Throws: ``FileError`` with `failed` or `notCreatable`; what stood there is then untouched.
  public consuming func commit(isNew: Bool = false) throws(FileError) {
    guard stagedPath != nil else { return }
    guard fsync(descriptor.number) == 0 else {
      throw FileError(.failed, path: path, systemError: errno)
    }
    if let others = StagedFiles.gathering {
      others.add(self, isNew: isNew)
    } else {
      try name(isNew: isNew)
    }
  }

  /// Gives the file, which is on the disk, its name.
  consuming func name(isNew: Bool) throws(FileError) {
    guard let stagedPath else { return }
    let path = path
    try StagedOutputs.change { paths throws(FileError) in
      try isNew ? nameItem(at: stagedPath, path) : moveItem(from: stagedPath, to: path)
      paths.remove(stagedPath)
    }
    isCommitted = true
    flushFolder(containing: path)
  }
}

/// Removes a staged file on which nobody works any more.
///
/// - Returns: Whether there was one; false where somebody works on it.
private func removeLeftover(_ staged: String) -> Bool {
  guard let file = try? FileDescriptor(reading: staged, followsLinks: false),
    flock(file.number, LOCK_EX | LOCK_NB) == 0
  else { return false }
  // Since it was opened it may have got its name, and another may have been begun under this one.
  return unsafe isStill(file.number, at: staged) && unlink(staged) == 0
}

/// Writes a whole file, or leaves what stood there.
///
/// - Parameters:
///   - bytes: The content.
///   - path: Where the file shall appear; its folder must exist.
///   - permissions: The file's mode, as in `0o644`.
/// - Throws: ``FileError`` with `notCreatable` or `failed`.
public func writeBytes(
  _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
) throws(FileError) {
  var file = try StagedFile(at: path, permissions: permissions)
  try file.write(bytes)
  try file.commit()
}
