#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into ``path``, a new folder beside the wanted one. ``commit(replacing:release:)``
/// puts it in its place; a value that goes away without it removes what was written. What a process
/// that was killed has left beside the wanted folder goes when the next one begins. A link to a folder
/// stays and leads to the new one.
public struct StagedFolder: ~Copyable {
  /// Where to write until the commit.
  public let path: String
  private let finalPath: String
  /// Tells other processes that somebody still works on the folder.
  private let lock: AdvisoryLock
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
    if fileKind(at: trimmed) == .other { trimmed = wholePath(of: trimmed) }
    self.finalPath = trimmed
    // A rename to no name would fail when everything is written.
    guard !trimmed.isEmpty else { throw FileError.creating("\"\"", ENOENT) }
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
      if isMade, let lock = AdvisoryLock(folder: candidate) {
        path = candidate
        self.lock = lock
        return
      }
      attempt += 1
      guard isMade || number == EEXIST, attempt < 1_000 else { throw .creating(trimmed, number) }
    }
  }

  private static let suffix = ".partial"

  /// Removes the folders of processes that were killed; where one was killed while it put its folder
  /// in place, that is undone or finished first.
  private static func removeLeftovers(of finalPath: String) {
    let parent = folder(of: finalPath) ?? "."
    let prefix = (finalPath.split(separator: "/").last ?? "") + "."
    for name in (try? namesInFolder(parent)) ?? [] {
      let isRetired = name.hasSuffix(FolderReplacement.retiredSuffix)
      let staged = isRetired ? name.dropLast(FolderReplacement.retiredSuffix.count) : name[...]
      guard isStagedName(staged, prefix: prefix) else { continue }
      let leftover = "\(parent)/\(staged)"
      let replacement = FolderReplacement(staged: leftover, place: finalPath)
      let isThere = fileKind(at: leftover) != nil
      // A folder in work is either at its own name or in its place already.
      if !isThere && fileKind(at: finalPath) == nil {
        replacement.settle()
        continue
      }
      guard let lock = AdvisoryLock(folder: isThere ? leftover : finalPath) else { continue }
      replacement.settle()
      if isThere { try? removeItem(at: leftover) }
      _ = consume lock
    }
  }

  /// Whether a name is one that a process gives to a folder in work: `NAME.PROCESS-ATTEMPT.partial`.
  private static func isStagedName(_ name: Substring, prefix: Substring) -> Bool {
    guard name.count > prefix.count + suffix.count, name.hasPrefix(prefix), name.hasSuffix(suffix)
    else { return false }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

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
  /// What stood in the old folder under a name of `replaced` goes, and every file under a name that
  /// was written; everything else that somebody keeps there is moved into the new one.
  ///
  /// - Parameters:
  ///   - replaced: Names at the top of the folder that belong to these outputs.
  ///   - release: What must succeed when everything is written but for the name; what can be known
  ///     to stand in the way is told before.
  /// - Throws: ``FileError``; the old folder is then still in its place. It is an error, too, if a
  ///   folder stands under a name that was written and not `replaced`, or another process works on
  ///   the old folder all the time.
  public consuming func commit(
    replacing replaced: @autoclosure () -> Set<String>,
    release: () throws(FileError) -> Void = {}
  ) throws(FileError) {
    let replacement = FolderReplacement(staged: path, place: finalPath)
    for name in try namesInFolder(path) { try flush("\(path)/\(name)") }
    try replacement.prepare(replacing: replaced())
    try release()
    let (path, finalPath) = (path, finalPath)
    var isDone = false
    while !isDone {
      // Another process may be putting its own folder there, or have done so since.
      let lock = try AdvisoryLock.ofFolder(finalPath)
      try replacement.prepare(replacing: replaced())
      isDone = try StagedOutputs.change { paths throws(FileError) in
        // What appeared at the place since it was looked at is looked at, too.
        guard replacement.isPrepared, try replacement.perform() else { return false }
        paths.remove(path)
        return true
      }
      _ = consume lock
    }
    isCommitted = true
    flushFolder(containing: finalPath)
  }

  /// Makes sure that what was written is on the disk, where a failed writing shows at the latest.
  private borrowing func flush(_ file: String) throws(FileError) {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.failed, path: file, systemError: errno) }
    let number = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    // Some file systems cannot flush a folder.
    guard number == 0 || number == EINVAL else {
      throw FileError(.failed, path: file, systemError: number)
    }
  }
}
