public import Digests
internal import Files

extension SHA256 {
  /// The digest of a file.
  ///
  /// - Parameter path: A regular file that nobody shortens meanwhile.
  /// - Returns: The digest.
  /// - Throws: ``SigningError`` with `missing-input` or `not-readable`.
  /// - Complexity: O(bytes) time, constant memory.
  public static func digest(ofFileAt path: String) throws(SigningError) -> SHA256Digest {
    do throws(FileError) {
      return try MappedFile(at: path).withBytes { digest(of: $0) }
    } catch {
      throw SigningError(reading: error)
    }
  }
}
