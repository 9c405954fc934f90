/// An open file that bytes are appended to, by one thread at a time.
package struct FileOutput: Sendable {
  let descriptor: Int32
  let path: String

  /// Appends bytes.
  ///
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  package func write(_ bytes: RawSpan) throws(FileError) {
    if let failure = writeWhole(bytes, to: descriptor) {
      throw FileError(.failed, path: path, systemError: failure)
    }
  }
}
