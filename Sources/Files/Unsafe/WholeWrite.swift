#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes all of a buffer, of which the system may take parts.
///
/// Sound because every part lies inside the lent buffer.
///
/// - Parameters:
///   - buffer: The bytes.
///   - write: Writes a part that begins at a place of the buffer, and returns what the system call does.
/// - Returns: The number of the system's error; nil when all is written.
@unsafe
func writeWhole(
  _ buffer: UnsafeRawBufferPointer, _ write: (_ part: UnsafeRawBufferPointer, _ place: Int) -> Int
) -> Int32? {
  var written = 0
  while written < buffer.count {
    let count = unsafe write(UnsafeRawBufferPointer(rebasing: buffer[written...]), written)
    if count > 0 {
      written += count
    } else if count == 0 {
      return EIO
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// Writes all bytes to an open file, pipe or terminal.
///
/// - Returns: The number of the system's error; nil when all is written.
package func writeWhole(_ bytes: RawSpan, to descriptor: Int32) -> Int32? {
  unsafe bytes.withUnsafeBytes { buffer in
    unsafe writeWhole(buffer) { part, _ in
      #if canImport(Glibc)
        unsafe Glibc.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Musl)
        unsafe Musl.write(descriptor, part.baseAddress, part.count)
      #else
        unsafe Darwin.write(descriptor, part.baseAddress, part.count)
      #endif
    }
  }
}
