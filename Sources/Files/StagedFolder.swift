#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into ``path``, a new folder beside the wanted one. ``commit(replacing:)``
/// puts it in its place; a value that goes away without it removes what was written. What a process
/// that was killed has left beside the wanted folder goes when the next one begins.
public struct StagedFolder: ~Copyable {
  /// Where to write until the commit.
  public let path: String
  private let finalPath: String
  /// Tells other processes that somebody still works on the folder.
  private let lock: FolderLock
  private var isCommitted = false

  /// Begins a folder.
  ///
  /// - Parameter finalPath: Where the folder shall appear; folders above it are made.
  /// - Throws: ``FileError`` with `notCreatable`, also when a file stands at the path.
  public init(at finalPath: String) throws(FileError) {
    var trimmed = finalPath
    while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    // A folder gets its name from the one above it, and these are no names.
    if let last = trimmed.split(separator: "/").last, last == "." || last == ".." {
      trimmed = wholePath(of: trimmed)
    }
    self.finalPath = trimmed
    if let kind = fileKind(at: trimmed), kind != .folder {
      throw FileError(.notCreatable, path: trimmed, systemError: ENOTDIR)
    }
    if let parent = folder(of: trimmed) { try makeFolder(at: parent) }
    Self.removeLeftovers(of: trimmed)
    var attempt = 0
    while true {
      let candidate = "\(trimmed).\(getpid())-\(attempt)\(Self.suffix)"
      let number = try StagedOutputs.change { paths throws(FileError) in
        guard unsafe mkdir(candidate, 0o755) == 0 else { return errno }
        paths.insert(candidate)
        return 0
      }
      let isMade = number == 0
      // Between these two calls another process could take the folder for a leftover.
      if isMade, let lock = FolderLock(candidate) {
        path = candidate
        self.lock = lock
        return
      }
      attempt += 1
      guard isMade || number == EEXIST, attempt < 1_000 else { throw .creating(trimmed, number) }
    }
  }

  private static let suffix = ".partial"

  /// Removes the folders of processes that were killed; where one was killed between two renames,
  /// the folder that it had moved aside comes back first.
  private static func removeLeftovers(of finalPath: String) {
    let parent = folder(of: finalPath) ?? "."
    let prefix = (finalPath.split(separator: "/").last ?? "") + "."
    for name in (try? namesInFolder(parent)) ?? [] {
      guard name.hasPrefix(prefix), name.hasSuffix(suffix),
        name.dropFirst(prefix.count).dropLast(suffix.count).allSatisfy({ $0.isNumber || $0 == "-" })
      else { continue }
      let leftover = "\(parent)/\(name)"
      guard fileKind(at: leftover) == .folder, let lock = FolderLock(leftover) else { continue }
      let retired = leftover + retiredSuffix
      if fileKind(at: finalPath) == nil, fileKind(at: retired) == .folder {
        try? moveItem(from: retired, to: finalPath)
      }
      try? removeItem(at: leftover)
      _ = consume lock
    }
  }

  private static let retiredSuffix = ".old"

  deinit {
    guard !isCommitted else { return }
    let path = path
    try? StagedOutputs.change { paths throws(FileError) in
      paths.remove(path)
      try removeItem(at: path)
    }
  }

  /// Puts the folder in its place.
  ///
  /// What stood in the old folder under a name of `replaced` goes; everything else that somebody
  /// keeps there is moved into the new one.
  ///
  /// - Parameter replaced: Names at the top of the folder that belong to these outputs.
  /// - Throws: ``FileError``; the old folder is then still in its place.
  public consuming func commit(replacing replaced: Set<String>) throws(FileError) {
    for name in try namesInFolder(path) { flush("\(path)/\(name)") }
    let (path, finalPath) = (path, finalPath)
    try StagedOutputs.change { paths throws(FileError) in
      try Self.put(path, at: finalPath, replacing: replaced)
      paths.remove(path)
    }
    isCommitted = true
    flushFolder(containing: finalPath)
  }

  private static func put(
    _ path: String, at finalPath: String, replacing replaced: Set<String>
  ) throws(FileError) {
    guard fileKind(at: finalPath) != nil else { return try moveItem(from: path, to: finalPath) }
    let retired = path + retiredSuffix
    let written = Set(try namesInFolder(path))
    // Who may look into the folder stays as its owner has said.
    var status = stat()
    if unsafe stat(finalPath, &status) == 0 { unsafe chmod(path, status.st_mode & 0o7777) }
    try moveItem(from: finalPath, to: retired)
    do {
      try moveItem(from: path, to: finalPath)
    } catch {
      try moveItem(from: retired, to: finalPath)
      throw error
    }
    for name in try namesInFolder(retired) where !replaced.contains(name) && !written.contains(name)
    {
      try moveItem(from: "\(retired)/\(name)", to: "\(finalPath)/\(name)")
    }
    try removeItem(at: retired)
  }

  private borrowing func flush(_ file: String) {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
