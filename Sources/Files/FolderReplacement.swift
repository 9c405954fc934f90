#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new folder in the place of an old one, in steps of which each can be finished or undone by another
/// process if this one is killed.
///
/// The old folder is moved aside and the new one put in its place; then what somebody keeps in the
/// old one is moved over, and the rest of it is removed. Until all of that is done a note in the new
/// folder says what it is that goes.
struct FolderReplacement {
  /// The new folder, until it has its place.
  let staged: String
  /// The place.
  let place: String

  /// The name of the note.
  private static let noteName = ".replaced"
  /// What the name of the old folder has more than that of the new one.
  static let retiredSuffix = ".old"

  /// The old folder, when it has been moved aside.
  private var retired: String { staged + Self.retiredSuffix }
  private var note: String { "\(place)/\(Self.noteName)" }

  /// Makes the note and checks that nothing goes that is not known to be an output.
  ///
  /// A file gives way to one of its name, as everywhere; a folder only where it is known.
  ///
  /// - Parameter replaced: Names at the top of the old folder that go.
  /// - Throws: ``FileError``; nothing has changed then.
  func prepare(replacing replaced: Set<String>) throws(FileError) {
    guard fileKind(at: place) != nil else {
      return try removeItem(at: "\(staged)/\(Self.noteName)")
    }
    let written = try namesInFolder(staged).filter { $0 != Self.noteName }
    for name in written where !replaced.contains(name) {
      let standing = "\(place)/\(name)"
      if fileKind(at: standing) == .folder { throw .creating(standing, EEXIST) }
    }
    let gone = [name(of: retired), Self.noteName] + written + replaced.sorted()
    try writeBytes(
      Array(gone.joined(separator: "\0").utf8), to: "\(staged)/\(Self.noteName)")
    // Who may look into the folder stays as its owner has said.
    var status = stat()
    if unsafe stat(place, &status) == 0 { unsafe chmod(staged, status.st_mode & 0o7777) }
  }

  /// Whether there is a note, if something stands at the place.
  var isPrepared: Bool {
    fileKind(at: place) == nil || fileKind(at: "\(staged)/\(Self.noteName)") != nil
  }

  /// Puts the prepared folder in its place.
  ///
  /// - Returns: False where another folder came there first, and nothing has changed.
  /// - Throws: ``FileError``; the old folder is then in its place with all that it had, unless it
  ///   could not be removed after the new one was there.
  func perform() throws(FileError) -> Bool {
    guard fileKind(at: place) != nil else {
      do {
        try moveItem(from: staged, to: place)
      } catch  where error.systemError == ENOTEMPTY || error.systemError == EEXIST {
        return false
      }
      return true
    }
    try moveItem(from: place, to: retired)
    do {
      try moveItem(from: staged, to: place)
    } catch {
      try moveItem(from: retired, to: place)
      throw error
    }
    try finish { moved throws(FileError) in
      for name in moved.reversed() {
        try moveItem(from: "\(place)/\(name)", to: "\(retired)/\(name)")
      }
      try moveItem(from: place, to: staged)
      try moveItem(from: retired, to: place)
    }
    return true
  }

  /// Moves over what is kept, and removes the old folder and the note.
  ///
  /// - Parameter undo: Called with what was moved, where something could not be.
  /// - Throws: ``FileError`` of what could not be moved, read or removed.
  private func finish(undo: ([String]) throws(FileError) -> Void) throws(FileError) {
    let gone = Set(try readNote())
    var moved: [String] = []
    for name in try namesInFolder(retired) where !gone.contains(name) {
      do {
        try moveItem(from: "\(retired)/\(name)", to: "\(place)/\(name)")
      } catch {
        try undo(moved)
        throw error
      }
      moved.append(name)
    }
    try removeItem(at: retired)
    try removeItem(at: note)
  }

  private func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The name of the folder that was moved aside, and the names that go with it.
  private func readNote() throws(FileError) -> [String] {
    try readBytes(at: note).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Undoes what a killed process had begun, or finishes it, where the new folder is in its place.
  ///
  /// Nobody may still work on the new folder.
  func settle() {
    guard fileKind(at: retired) == .folder else { return }
    if fileKind(at: place) == nil {
      try? moveItem(from: retired, to: place)
    } else if fileKind(at: staged) == nil, (try? readNote().first) == name(of: retired) {
      try? finish { _ throws(FileError) in }
    }
  }
}
