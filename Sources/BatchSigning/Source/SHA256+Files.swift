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
      let file = try FileReader(at: path)
      var hash = SHA256()
      for start in stride(from: 0, to: file.byteCount, by: pieceLength) {
        hash.update(try file.read(start..<min(start + pieceLength, file.byteCount)))
      }
      return hash.finish()
    } catch {
      throw SigningError(reading: error)
    }
  }

  /// How much of a file is in memory at a time, in bytes.
  private static var pieceLength: Int { 1 << 18 }
}
