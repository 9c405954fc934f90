internal import Files

/// An open file of a batch, or the place in an open tar where one lies.
struct BatchFile: Sendable {
  /// What it is called in an error.
  let name: String
  private let reader: FileReader
  private let range: Range<Int>

  /// How much of a long file is held at one time.
  private static let pieceLength = 4 << 20

  /// Opens a file without following a link.
  ///
  /// - Throws: ``SigningError`` with `E_MISSING_FILE`, `E_NOT_REGULAR` or `not-readable`.
  init(at path: String, name: String) throws(SigningError) {
    do throws(FileError) {
      reader = try FileReader(at: path, followsLinks: false)
    } catch {
      throw SigningError(opening: error, name)
    }
    self.name = name
    range = 0..<reader.byteCount
  }

  /// A part of this file that is a file of its own.
  init(_ name: String, at range: Range<Int>, of file: BatchFile) {
    self.name = name
    reader = file.reader
    self.range = range
  }

  var byteCount: Int { range.count }

  /// Reads a part, which must be there to its end.
  ///
  /// - Parameters:
  ///   - part: Which bytes.
  ///   - prefix: Bytes that shall stand before them in the result.
  /// - Returns: The prefix and the bytes.
  /// - Throws: ``SigningError`` with `E_SIZE` where somebody has shortened the file meanwhile, or
  ///   `not-readable`.
  func read(_ part: Range<Int>, after prefix: ArraySlice<UInt8> = []) throws(SigningError)
    -> [UInt8]
  {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try reader.read(
        range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound, after: prefix)
    } catch {
      throw SigningError(reading: error)
    }
    guard bytes.count == prefix.count + part.count else { throw SigningError(.size, name) }
    return bytes
  }

  /// The digest of the whole file, in constant memory.
  func digest() throws(SigningError) -> SHA256Digest {
    var hash = SHA256()
    var position = 0
    while position < byteCount {
      let end = min(byteCount, position + Self.pieceLength)
      hash.update(try read(position..<end))
      position = end
    }
    return hash.finish()
  }
}

extension SigningError {
  /// Why a file of something that is being checked cannot be opened.
  init(opening error: FileError, _ name: String) {
    switch error.code {
    case .missing: self.init(.missingFile, name)
    case .notRegular: self.init(.notRegular, name)
    case .tooLarge: self.init(.limit, name)
    default: self.init(reading: error)
    }
  }
}
