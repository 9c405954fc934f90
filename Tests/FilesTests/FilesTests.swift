import Files
import Parallel
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Files")
struct FilesTests {
  let folder = TemporaryFolder()

  @Test("A written file holds its bytes, read or mapped")
  func roundTrip() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = folder.path + "/a.bin"
    try writeBytes(bytes, to: path)
    #expect(try readBytes(at: path) == bytes)
    let mapped = try MappedFile(at: path)
    let sum = mapped.withBytes { bytes in
      var sum = 0
      for offset in 0..<bytes.byteCount {
        sum += Int(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
      }
      return sum
    }
    #expect(mapped.byteCount == bytes.count)
    #expect(sum == bytes.reduce(0) { $0 + Int($1) })
  }

  @Test("An empty file can be mapped")
  func empty() throws {
    let path = folder.path + "/empty"
    try writeBytes([], to: path)
    #expect(try MappedFile(at: path).withBytes { $0.byteCount } == 0)
  }

  @Test("A staged file that is given up leaves the old one and nothing beside it")
  func abandoned() throws {
    let path = folder.path + "/kept"
    try writeBytes([1, 2, 3], to: path)
    do {
      var staged = try StagedFile(at: path)
      try staged.write([9, 9])
    }
    #expect(try readBytes(at: path) == [1, 2, 3])
    #expect(try namesInFolder(folder.path) == ["kept"])
  }

  @Test("Files that belong together appear together; where one cannot be made none does")
  func together() throws {
    let (first, second) = (folder.path + "/first", folder.path + "/second")
    try writeBytes([1], to: first)
    #expect(throws: FileError.self) {
      let files = StagedFiles()
      try files.gather { () throws(FileError) in
        try writeBytes([2], to: first)
        try writeBytes([2], to: folder.path + "/nowhere/second")
      }
      try files.commit()
    }
    #expect(try readBytes(at: first) == [1])
    #expect(try namesInFolder(folder.path) == ["first"])
    let files = StagedFiles()
    try files.gather { () throws(FileError) in
      try writeBytes([3], to: first)
      try writeBytes([3], to: second)
    }
    #expect(try readBytes(at: first) == [1])
    #expect(fileKind(at: second) == nil)
    try files.commit()
    #expect(try readBytes(at: first) == [3])
    #expect(try readBytes(at: second) == [3])
    #expect(try namesInFolder(folder.path).sorted() == ["first", "second"])
  }

  @Test("A file that is written through a link replaces what the link leads to, and the link stays")
  func throughLink() throws {
    try makeFolder(at: folder.path + "/d")
    try writeBytes([1], to: folder.path + "/d/file")
    let link = folder.path + "/link"
    #expect(unsafe symlink("d/file", link) == 0)
    try writeBytes([2, 3], to: link)
    #expect(fileKind(at: link) == .other)
    #expect(try readBytes(at: folder.path + "/d/file") == [2, 3])
    #expect(try namesInFolder(folder.path + "/d") == ["file"])
  }

  @Test("Where a folder stands no file is begun, also through a link")
  func folderInTheWay() throws {
    try makeFolder(at: folder.path + "/taken")
    #expect(unsafe symlink("taken", folder.path + "/link") == 0)
    for name in ["taken", "link"] {
      let error = #expect(throws: FileError.self) {
        _ = try StagedFile(at: "\(folder.path)/\(name)")
      }
      #expect(error?.code == .notCreatable)
    }
    #expect(try namesInFolder(folder.path) == ["link", "taken"])
  }

  @Test("A path lies within a folder by whatever links and dots it is spelt, and in no neighbour")
  func within() throws {
    let (batch, link) = (folder.path + "/batch", folder.path + "/link")
    try makeFolder(at: batch)
    try writeBytes([1], to: batch + "/rows")
    #expect(unsafe symlink("batch", link) == 0)
    #expect(unsafe symlink("batch/rows", folder.path + "/out") == 0)
    for path in ["batch", "batch/", "batch/rows", "batch/new", "link/new", "link/a/b", "out"] {
      #expect(lies("\(folder.path)/\(path)", within: batch), "\(path)")
    }
    #expect(lies(folder.path + "/batch/../batch/new", within: link))
    for path in ["batch2", "batch/../new", "rows", ""] {
      #expect(!lies("\(folder.path)/\(path)", within: batch), "\(path)")
    }
    #expect(lies(folder.path + "/none/new", within: folder.path + "/./none"))
    #expect(!lies(folder.path + "/none", within: folder.path + "/none/new"))
    #expect(!lies(batch + "/new", within: batch + "/rows"))
    #expect(!lies("new", within: batch) && !lies("/new", within: batch))
  }

  @Test("A device and what a process has open are streams; a folder and what is not there are not")
  func streams() {
    #expect(leadsToStream("/dev/null"))
    #expect(leadsToStream("/dev/stdout"))
    #expect(!leadsToStream("/dev/no-such-stream"))
    #expect(!leadsToStream(folder.path))
  }

  @Test("A staged folder that is given up leaves the old one and nothing beside it")
  func abandonedFolder() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out)
    try writeBytes([1], to: out + "/old.csv")
    do {
      let staged = try StagedFolder(at: out)
      try writeBytes([2], to: staged.path + "/old.csv")
    }
    #expect(try readBytes(at: out + "/old.csv") == [1])
    #expect(try namesInFolder(folder.path) == ["out"])
  }

  @Test("A committed folder replaces its own outputs and keeps what somebody put there")
  func committedFolder() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out)
    for name in ["old.csv", "gone.csv", "notes.txt"] { try writeBytes([1], to: "\(out)/\(name)") }
    let staged = try StagedFolder(at: out)
    try writeBytes([2], to: staged.path + "/old.csv")
    try staged.commit(replacing: ["old.csv", "gone.csv"])
    #expect(try namesInFolder(out) == ["notes.txt", "old.csv"])
    #expect(try readBytes(at: out + "/old.csv") == [2])
    #expect(try namesInFolder(folder.path) == ["out"])
  }

  @Test("A folder that only its owner may look into stays so")
  func privateFolder() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out, permissions: 0o700)
    try StagedFolder(at: out).commit(replacing: [])
    var status = stat()
    #expect(unsafe stat(out, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o700)
  }

  @Test("A file that only its owner may read stays so when it is replaced")
  func replacedPrivateFile() throws {
    let path = folder.path + "/out.csv"
    try writeBytes([1], to: path, permissions: 0o600)
    try writeBytes([2], to: path)
    var status = stat()
    #expect(unsafe stat(path, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(try readBytes(at: path) == [2])
  }

  @Test("A folder that is named by a dot appears under its own name")
  func dottedFolder() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out + "/inner")
    for path in [out + "/.", out + "/inner/.."] {
      let staged = try StagedFolder(at: path)
      try writeBytes([2], to: staged.path + "/new.csv")
      try staged.commit(replacing: ["new.csv"])
      #expect(try namesInFolder(out) == ["inner", "new.csv"])
      #expect(try namesInFolder(folder.path) == ["out"])
    }
  }

  @Test("What a killed process left goes with the next folder, and what is in work stays")
  func leftovers() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out + ".999999-0.partial/batches")
    try writeBytes([1], to: out + ".999999-0.partial/batches/a")
    let others = [".notes.partial", ".partial", ".2025.partial", ".-.partial", ".½-Ⅳ.partial"]
    for other in others { try makeFolder(at: out + other) }
    let staged = try StagedFolder(at: out)
    do {
      let second = try StagedFolder(at: out)
      #expect(fileKind(at: staged.path) == .folder)
      #expect(second.path != staged.path)
    }
    let own = try #require(staged.path.split(separator: "/").last)
    let kept = Set(others.map { "out\($0)" })
    #expect(Set(try namesInFolder(folder.path)) == kept.union([String(own)]))
    try staged.commit(replacing: [])
    #expect(Set(try namesInFolder(folder.path)) == kept.union(["out"]))
  }

  @Test("What a killed process left of a file goes with the next one, and what is in work stays")
  func fileLeftovers() throws {
    let path = folder.path + "/out.csv"
    try writeBytes([1, 2], to: path + ".staged-0.partial")
    try writeBytes([1, 2], to: path + ".notes.partial")
    do {
      var first = try StagedFile(at: path)
      try first.write([3])
      var second = try StagedFile(at: path)
      try second.write([4])
      #expect(try namesInFolder(folder.path).count == 3)
      StagedFile.removeLeftovers(of: path)
      #expect(try namesInFolder(folder.path).count == 3)
      try first.commit()
      try second.commit()
    }
    #expect(try readBytes(at: path) == [4])
    #expect(try namesInFolder(folder.path) == ["out.csv", "out.csv.notes.partial"])
  }

  @Test("A process that must end removes every output it has begun, and no other")
  func ending() async throws {
    let kept = folder.path + "/kept.csv"
    try writeBytes([1], to: kept)
    let path = folder.path
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      let staged = try StagedFolder(at: path + "/out")
      try makeFolder(at: staged.path + "/batches")
      try writeBytes([2], to: staged.path + "/batches/a.csv")
      var file = try StagedFile(at: path + "/kept.csv")
      try file.write([3])
      StagedOutputs.removeAll { exit(7) }
    }
    #expect(try namesInFolder(path) == ["kept.csv"])
    #expect(try readBytes(at: kept) == [1])
  }

  @Test("A process killed between the renames loses nothing: the old outputs come back")
  func betweenRenames() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out + ".999999-0.partial")
    try makeFolder(at: out + ".999999-0.partial.old")
    try writeBytes([7], to: out + ".999999-0.partial.old/summary.json")
    do { _ = try StagedFolder(at: out) }
    #expect(try namesInFolder(folder.path) == ["out"])
    #expect(try readBytes(at: out + "/summary.json") == [7])
  }

  @Test("A process killed while it moves what is kept loses nothing: the next one ends its work")
  func betweenMoves() throws {
    let out = folder.path + "/out"
    let retired = out + ".999999-0.partial.old"
    try makeFolder(at: out)
    try writeBytes([2], to: out + "/new.csv")
    try writeBytes(
      Array("out.999999-0.partial.old\0.replaced\0new.csv\0gone.csv".utf8), to: out + "/.replaced")
    try makeFolder(at: retired)
    for name in ["new.csv", "gone.csv", "notes.txt"] {
      try writeBytes([1], to: "\(retired)/\(name)")
    }
    do { _ = try StagedFolder(at: out) }
    #expect(try namesInFolder(folder.path) == ["out"])
    #expect(try namesInFolder(out) == ["new.csv", "notes.txt"])
    #expect(try readBytes(at: out + "/new.csv") == [2])
  }

  @Test("Folders that only look like an old one are left alone", arguments: [true, false])
  func foreignFolders(isThere: Bool) throws {
    let out = folder.path + "/out"
    if isThere { try makeFolder(at: out) }
    for name in ["out.backup.old", "out.2024.old"] {
      try makeFolder(at: "\(folder.path)/\(name)")
      try writeBytes([1], to: "\(folder.path)/\(name)/summary.json")
    }
    // Not the one that the note of the new folder names.
    if isThere { try makeFolder(at: out + ".999999-0.partial.old") }
    do { _ = try StagedFolder(at: out) }
    #expect(fileKind(at: out) == (isThere ? .folder : nil))
    #expect(try namesInFolder(folder.path + "/out.backup.old") == ["summary.json"])
    #expect(try namesInFolder(folder.path + "/out.2024.old") == ["summary.json"])
    #expect((fileKind(at: out + ".999999-0.partial.old") == .folder) == isThere)
  }

  @Test("A folder that is no output is not replaced by one of its name, and all stays as it was")
  func foreignFolder() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out + "/keys")
    try writeBytes([1], to: out + "/keys/my.key")
    try writeBytes([1], to: out + "/results.csv")
    do {
      let staged = try StagedFolder(at: out)
      try makeFolder(at: staged.path + "/keys")
      try writeBytes([2], to: staged.path + "/results.csv")
      try staged.commit(replacing: [])
      Issue.record("a folder was replaced")
    } catch {
      #expect("\(error)".contains("out/keys: cannot be made (there is something of that name)"))
    }
    #expect(try namesInFolder(folder.path) == ["out"])
    #expect(try readBytes(at: out + "/results.csv") == [1])
    #expect(try readBytes(at: out + "/keys/my.key") == [1])
  }

  @Test(
    "Of two folders begun while nothing stood at their place the later one stays, and nothing else")
  func twoAtOnce() throws {
    let out = folder.path + "/out"
    let first = try StagedFolder(at: out)
    let second = try StagedFolder(at: out)
    try makeFolder(at: first.path + "/batches")
    try makeFolder(at: second.path + "/batches")
    try writeBytes([2], to: second.path + "/new.csv")
    try first.commit(replacing: ["batches"])
    try second.commit(replacing: ["batches"])
    #expect(try namesInFolder(folder.path) == ["out"])
    #expect(try namesInFolder(out) == ["batches", "new.csv"])
  }

  @Test("A folder holding something that cannot be flushed to the disk does not get its name")
  func unflushed() throws {
    let out = folder.path + "/out"
    let staged = try StagedFolder(at: out)
    let link = staged.path + "/table.csv"
    #expect(unsafe symlink("nowhere", link) == 0)
    do {
      try staged.commit(replacing: [])
      Issue.record("a folder appeared")
    } catch {
      #expect(error.code == .failed)
    }
    #expect(try namesInFolder(folder.path).isEmpty)
  }

  @Test("What must succeed before a folder gets its name is done once nothing else is in the way")
  func release() throws {
    let out = folder.path + "/out"
    try makeFolder(at: out + "/keys")
    try writeBytes([1], to: out + "/new.csv")
    for inTheWay in [true, false] {
      let staged = try StagedFolder(at: out)
      if inTheWay { try makeFolder(at: staged.path + "/keys") }
      try writeBytes([2], to: staged.path + "/new.csv")
      var wasAsked = false
      do {
        try staged.commit(replacing: []) { () throws(FileError) in
          wasAsked = true
          throw FileError(.failed, path: "answer")
        }
        Issue.record("a folder appeared")
      } catch {
        #expect((error.path == "answer") == wasAsked)
      }
      #expect(wasAsked == !inTheWay)
      #expect(try readBytes(at: out + "/new.csv") == [1])
      #expect(try namesInFolder(folder.path) == ["out"])
    }
  }

  @Test("A lock is that of what stands at its path, and one that cannot be had is told as such")
  func locks() throws {
    let out = folder.path + "/out"
    #expect(try !canLock(out))
    try makeFolder(at: out)
    guard let held = try AdvisoryLock.ofFolder(out) else {
      Issue.record("a folder that nobody works on cannot be locked")
      return
    }
    let error = #expect(throws: FileError.self) { try canLock(out) }
    #expect(try #require(error).isBusy)
    // Another folder in its place is nobody's.
    try moveItem(from: out, to: out + ".old")
    try makeFolder(at: out)
    #expect(try canLock(out))
    _ = consume held
    let file = try AdvisoryLock(file: folder.path + "/lock")
    #expect(throws: FileError.self) { _ = try AdvisoryLock(file: folder.path + "/lock") }
    _ = consume file
    _ = try AdvisoryLock(file: folder.path + "/lock")
  }

  /// Takes the lock of a folder for a moment; whether there is such a folder.
  private func canLock(_ path: String) throws(FileError) -> Bool {
    guard let lock = try AdvisoryLock.ofFolder(path, waiting: .milliseconds(1)) else {
      return false
    }
    _ = consume lock
    return true
  }

  @Test("Of two that make one new file at one time the first one has it")
  func newFile() throws {
    let path = folder.path + "/a.key"
    var first = try StagedFile(at: path)
    var second = try StagedFile(at: path)
    try first.write([1])
    try second.write([2])
    try first.commit(isNew: true)
    do {
      try second.commit(isNew: true)
      Issue.record("a new file replaced another")
    } catch {
      #expect(error.code == .notCreatable)
    }
    #expect(try readBytes(at: path) == [1])
    #expect(try namesInFolder(folder.path) == ["a.key"])
  }

  @Test("A link to a folder stays and leads to the new one")
  func linkedFolder() throws {
    let (out, link) = (folder.path + "/out", folder.path + "/link")
    try makeFolder(at: out)
    try writeBytes([1], to: out + "/notes.txt")
    #expect(unsafe symlink(out, link) == 0)
    let staged = try StagedFolder(at: link)
    try writeBytes([2], to: staged.path + "/new.csv")
    try staged.commit(replacing: ["new.csv"])
    #expect(fileKind(at: link) == .other)
    #expect(try namesInFolder(out) == ["new.csv", "notes.txt"])
    #expect(try namesInFolder(folder.path) == ["link", "out"])
  }

  @Test("A missing file, a folder and a link are told apart")
  func refusals() throws {
    try makeFolder(at: folder.path + "/d")
    try writeBytes([1], to: folder.path + "/f")
    #expect(unsafe symlink(folder.path + "/f", folder.path + "/l") == 0)
    let path = folder.path
    func code(_ name: String, followsLinks: Bool = true) -> FileError.Code? {
      do throws(FileError) {
        _ = try readBytes(at: "\(path)/\(name)", followsLinks: followsLinks)
        return nil
      } catch { return error.code }
    }
    #expect(code("none") == .missing)
    #expect(code("f/x") == .missing)
    #expect(code("d") == .notRegular)
    #expect(code("l") == nil)
    #expect(code("l", followsLinks: false) == .notRegular)
    #expect(fileKind(at: "\(path)/l") == .other)
  }

  @Test("A file above the limit is refused before it is read")
  func limit() throws {
    let path = folder.path + "/large"
    try writeBytes(Array(repeating: 7, count: 100), to: path)
    #expect(throws: FileError(.tooLarge, path: path)) { try readBytes(at: path, limit: 99) }
    #expect(try readBytes(at: path, limit: 100).count == 100)
  }

  @Test("A path without a name is refused before anything is written")
  func noName() throws {
    #expect(throws: FileError.self) { _ = try StagedFile(at: "") }
    #expect(throws: FileError.self) { _ = try StagedFolder(at: "") }
  }

  @Test("A file in a folder that is not there cannot be made")
  func noFolder() {
    let path = folder.path
    do throws(FileError) {
      try writeBytes([1], to: "\(path)/none/f")
      Issue.record("a file was made in a missing folder")
    } catch {
      #expect(error.code == .notCreatable)
    }
  }

  @Test("A private file has no name and gives back what several threads appended")
  func privateFile() throws {
    let file = try PrivateFile(in: folder.path)
    #expect(try namesInFolder(folder.path).isEmpty)
    let blocks = (0..<40).map { number in [UInt8](repeating: UInt8(number), count: 1 + number * 7) }
    let places = try WorkPlan(threadCount: 4).map(count: blocks.count) { index throws(FileError) in
      try file.append(blocks[index])
    }
    for (place, block) in zip(places, blocks) { #expect(try file.read(place) == block) }
    #expect(file.byteCount == blocks.reduce(0) { $0 + $1.count })
    #expect(try file.mapped().byteCount == file.byteCount)
    #expect(throws: FileError.self) { try PrivateFile(in: folder.path + "/none") }
  }

  @Test("Packed numbers come back as they were, whatever their width")
  func packedNumbers() {
    var packed = PackedNumbers()
    packed.append([UInt8(1), 2, 3])
    packed.append([Int32.min, -1, .max][1...])
    packed.append([UInt64.max])
    var unpacked = PackedNumbers(packed.bytes)
    #expect(unpacked.next(3) == [UInt8(1), 2, 3])
    #expect(unpacked.next(2) == [Int32(-1), .max])
    #expect(unpacked.next(1) == [UInt64.max])
  }
}
