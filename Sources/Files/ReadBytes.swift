#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a whole regular file into memory.
///
/// - Parameters:
///   - path: The file's path.
///   - limit: The greatest length that is accepted, in bytes.
///   - followsLinks: Whether a symbolic link may stand at the path.
/// - Returns: The file's bytes.
/// - Throws: ``FileError``; `tooLarge` before anything is read if the file is longer than `limit`,
///   also when it grows past it while it is read.
/// - Complexity: O(bytes).
public func readBytes(
  at path: String, limit: Int = .max, followsLinks: Bool = true
) throws(FileError) -> [UInt8] {
  let descriptor = try FileDescriptor(reading: path, followsLinks: followsLinks)
  guard descriptor.byteCount <= limit else { throw FileError(.tooLarge, path: path) }
  return try readToEnd(
    descriptor.number, path: path, expected: descriptor.byteCount, limit: limit)
}

/// Reads standard input to its end.
///
/// - Parameter limit: The greatest length that is accepted, in bytes.
/// - Returns: All bytes up to the end.
/// - Throws: ``FileError`` with `tooLarge` or `failed`; the path it names is `-`.
public func readStandardInput(limit: Int = .max) throws(FileError) -> [UInt8] {
  try readToEnd(STDIN_FILENO, path: "-", expected: 1 << 16, limit: limit)
}

/// Reads a whole file, or standard input to its end where the path is `-`.
///
/// - Parameters:
///   - path: The file's path, or `-`.
///   - limit: The greatest length that is accepted, in bytes.
/// - Returns: All bytes.
/// - Throws: As ``readBytes(at:limit:followsLinks:)`` and ``readStandardInput(limit:)``.
public func readFileOrStandardInput(
  at path: String, limit: Int = .max
) throws(FileError) -> [UInt8] {
  path == "-" ? try readStandardInput(limit: limit) : try readBytes(at: path, limit: limit)
}
