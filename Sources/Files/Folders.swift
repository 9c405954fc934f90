#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path, without following a link.
public enum FileKind: Hashable, Sendable {
  /// A regular file.
  case regular
  /// A folder.
  case folder
  /// A link, a device, a pipe or a socket.
  case other
}

/// What stands at `path`, or nil if nothing does.
public func fileKind(at path: String) -> FileKind? {
  var status = stat()
  guard unsafe lstat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .regular
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// Whether two paths lead to one file or folder; where one leads to nothing, whether they are one name
/// in one folder. A device or pipe is no such file.
public func isSameFile(_ left: String, _ right: String) -> Bool {
  var (first, second) = (stat(), stat())
  guard unsafe stat(left, &first) == 0, unsafe stat(right, &second) == 0 else {
    if left == right { return true }
    guard left.split(separator: "/").last == right.split(separator: "/").last,
      let one = folder(of: left), let other = folder(of: right), one != left || other != right
    else { return false }
    return isSameFile(one, other)
  }
  let kind = first.st_mode & S_IFMT
  return (kind == S_IFREG || kind == S_IFDIR) && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

/// Whether a path leads to an item, or into it where it is a folder, whatever links lie on the way.
/// What is not there yet lies where it would be made.
///
/// - Parameters:
///   - path: The path that is asked about; nothing need be there.
///   - item: A file or folder.
/// - Returns: Whether writing to the path would change the item.
public func lies(_ path: String, within item: String) -> Bool {
  var place = path
  while !isSameFile(place, item) {
    place = wholePath(of: place)
    guard let parent = folder(of: place), parent != place else { return false }
    place = parent
  }
  return true
}

/// Whether a path leads to a device or pipe, or to whatever a process has open, as `/dev/stdout`, or
/// would if it were open.
public func leadsToStream(_ path: String) -> Bool {
  var status = stat()
  let kind = unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
  switch kind {
  case S_IFDIR: return false
  case S_IFREG:
    return fileKind(at: path) == .other && ["/dev/", "/proc/"].contains(where: path.hasPrefix)
  default: return true
  }
}

/// Makes a folder and those above it; one that is there already is kept.
///
/// - Throws: ``FileError`` with `notCreatable`.
public func makeFolder(at path: String, permissions: UInt32 = 0o755) throws(FileError) {
  let number = makeOneFolder(path, permissions)
  switch number {
  case 0: return
  case EEXIST:
    var status = stat()
    let isFolder = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard isFolder else { throw .creating(path, number) }
  case ENOENT:
    guard let parent = folder(of: path), parent != path else { throw .creating(path, number) }
    try makeFolder(at: parent, permissions: permissions)
    let number = makeOneFolder(path, permissions)
    guard number == 0 || number == EEXIST else { throw .creating(path, number) }
  default: throw .creating(path, number)
  }
}

/// Makes one folder; the system's number of what went wrong, or 0.
private func makeOneFolder(_ path: String, _ permissions: UInt32) -> Int32 {
  let made = try? StagedOutputs.change { _ throws(FileError) in
    unsafe mkdir(path, mode_t(permissions)) == 0 ? 0 : errno
  }
  return made ?? EINVAL
}

/// Removes a file, or a folder with all that is in it; links are removed, not followed.
///
/// - Throws: ``FileError`` with `failed`; what is missing already is no error.
public func removeItem(at path: String) throws(FileError) {
  guard let kind = fileKind(at: path) else { return }
  if kind == .folder {
    for name in try namesInFolder(path) { try removeItem(at: "\(path)/\(name)") }
  }
  let result = kind == .folder ? unsafe rmdir(path) : unsafe unlink(path)
  guard result == 0 else { throw FileError(.failed, path: path, systemError: errno) }
}

/// Gives an item another name on the same file system.
///
/// - Throws: ``FileError`` with `notCreatable`.
public func moveItem(from source: String, to destination: String) throws(FileError) {
  guard unsafe rename(source, destination) == 0 else { throw .creating(destination, errno) }
}

/// Gives an item another name on the same file system where nothing has that name.
///
/// - Throws: ``FileError`` with `notCreatable`.
func nameItem(at source: String, _ destination: String) throws(FileError) {
  if unsafe link(source, destination) == 0 {
    unsafe unlink(source)
    return
  }
  // Some file systems give a file no second name.
  guard errno != EEXIST, fileKind(at: destination) == nil else {
    throw .creating(destination, EEXIST)
  }
  try moveItem(from: source, to: destination)
}

/// The folder part of a path; nil where there is none to go up to.
package func folder(of path: String) -> String? {
  var trimmed = Substring(path)
  while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
  guard let slash = trimmed.lastIndex(of: "/") else { return "." }
  return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
}

/// The path from the root on, without links and dots, of something that is there; else the path.
func wholePath(of path: String) -> String {
  guard let resolved = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Makes a new name in a folder survive a power cut, where the file system can; the name is there
/// already, so that a failure would tell nobody anything of use.
func flushFolder(containing path: String) {
  guard let parent = folder(of: path) else { return }
  let descriptor = unsafe open(parent, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
