/// The rules by which the entries of a tar become the files of a batch, whichever way it is read.
struct TarEntries {
  /// The files so far in the order of the tar.
  private(set) var names: [String] = []
  private var folders = 0
  /// The one folder under which everything lies; nil until the first file.
  private var top: Substring??

  private var extensions = 0
  private var trailer = 0

  /// The longest pax header that is read.
  private static let greatestExtensionLength = 1 << 16
  /// How many zero bytes may stand at the end; `tar` fills up to a record of 10 KiB.
  private static let greatestTrailer = 1 << 20

  /// Takes up a file or folder.
  ///
  /// - Returns: The plain name of a file; nil for a folder.
  /// - Throws: ``SigningError`` with `E_NAME` or `E_LIMIT`.
  mutating func add(_ header: TarHeader) throws(SigningError) -> String? {
    var parts = header.name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first == "." { parts.removeFirst() }
    if header.kind == .folder, parts.last == "" { parts.removeLast() }
    guard parts.allSatisfy({ $0 != "" && $0 != "." && $0 != ".." }) else {
      throw SigningError(.name, "tar", "a path that leads elsewhere")
    }
    if header.kind == .folder {
      folders += 1
      guard parts.count <= 1, folders <= 2 else { throw SigningError(.name, "tar", "a folder") }
      return nil
    }
    guard (1...2).contains(parts.count) else { throw SigningError(.name, "tar", "a folder") }
    let folder = parts.count == 2 ? parts[0] : nil
    guard top == nil || top == .some(folder) else {
      throw SigningError(.name, "tar", "files of two folders")
    }
    top = .some(folder)
    let name = String(parts[parts.count - 1])
    guard ManifestFile.isAllowed(name: name) else { throw SigningError(.name, "tar") }
    guard names.count < BatchSource.greatestFileCount, !names.contains(name) else {
      throw SigningError(.limit, "tar", "too many files, or one twice")
    }
    names.append(name)
    return name
  }

  /// Takes up a pax header, before its content is read.
  ///
  /// - Throws: ``SigningError`` with `E_LIMIT`.
  mutating func add(extensionLength: Int) throws(SigningError) {
    extensions += 1
    guard (1...Self.greatestExtensionLength).contains(extensionLength),
      extensions <= 2 * BatchSource.greatestFileCount
    else { throw SigningError(.limit, "tar", "pax headers") }
  }

  /// Takes up bytes behind the end.
  ///
  /// - Throws: ``SigningError`` with `E_FORMAT` for any but a few zeros.
  mutating func add(trailer bytes: [UInt8]) throws(SigningError) {
    trailer += bytes.count
    guard trailer <= Self.greatestTrailer, bytes.allSatisfy({ $0 == 0 }) else {
      throw SigningError(.format, "tar", "something follows the end of the tar")
    }
  }

  /// Checks what a pax header says: times and owners mean nothing here, and a name, a length or a
  /// hole that differs from what the next header says is a trick.
  ///
  /// - Throws: ``SigningError`` with `E_NAME` or `E_FORMAT`.
  static func check(extension content: [UInt8]) throws(SigningError) {
    var rest = content[...]
    while !rest.isEmpty {
      // A record is "LENGTH KEY=VALUE\n", and its length counts itself.
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...5).contains(digits.count),
        let length = Int(String(decoding: digits, as: UTF8.self)),
        length >= digits.count + 3, length <= rest.count
      else { throw SigningError(.format, "tar", "a pax header that is not well-formed") }
      let key = rest.prefix(length).dropFirst(digits.count + 1).prefix { $0 != 0x3d }
      let ignored = ["mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "comment"]
      guard ignored.contains(String(decoding: key, as: UTF8.self)) else {
        throw SigningError(.name, "tar", "a pax header that changes more than times and owners")
      }
      rest = rest.dropFirst(length)
    }
  }
}
