internal import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A run of bytes that does not move or change, together with whatever keeps it alive.
///
/// `@unchecked Sendable`: `start` and `count` are set once; the bytes are read only and stay valid
/// as long as `owner`, an immutable `ByteStorage` or `MappedFile`, which this value holds.
@safe @usableFromInline struct ByteWindow: @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<UInt8>
  /// How many bytes there are.
  @usableFromInline let count: Int
  private let owner: AnyObject
  /// Whether these are bytes of a mapped file that is worth giving back to the system.
  let isReleasable: Bool

  /// A smaller file stays in memory.
  static let releasableByteCount = 1 << 24

  /// Copies an array once.
  init(_ bytes: [UInt8]) {
    let storage = ByteStorage(bytes)
    unsafe start = storage.start
    count = storage.count
    owner = storage
    isReleasable = false
  }

  /// The bytes of a mapped file, whose pages may be let go of where it is no shorter than this.
  init(_ file: MappedFile, releasableFrom byteCount: Int = releasableByteCount) {
    // The mapping lasts as long as `file`, so its address may outlive the loan.
    let address = unsafe file.withBytes { span in
      unsafe span.withUnsafeBytes { unsafe $0.baseAddress?.assumingMemoryBound(to: UInt8.self) }
    }
    let storage = ByteStorage([])
    unsafe start = address ?? storage.start
    count = file.byteCount
    unsafe owner = address == nil ? storage : file
    isReleasable = file.byteCount >= byteCount
  }

  private init(of window: ByteWindow, _ range: Range<Int>) {
    unsafe start = window.start + range.lowerBound
    count = range.count
    owner = window.owner
    isReleasable = window.isReleasable
  }

  /// A part of these bytes; `range` must lie inside `0..<count`.
  func slice(_ range: Range<Int>) -> ByteWindow {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return ByteWindow(of: self, range)
  }

  /// The byte at an index, which must be inside `0..<count`.
  @inlinable
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  /// The byte at an index that the caller has proven to be inside `0..<count`.
  @inline(__always)
  subscript(unchecked index: Int) -> UInt8 { unsafe start[index] }

  /// Lends a part of the bytes to `body`; the span must not leave it.
  @inlinable
  func withBytes<Result, Failure: Error>(
    in range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let buffer = unsafe UnsafeBufferPointer(
      start: start + range.lowerBound, count: range.upperBound - range.lowerBound)
    return try body(unsafe buffer.span)
  }

  /// A part of the bytes as a buffer, for the scanners of this module.
  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Says that a part is not needed soon, so that a file larger than memory can be read; reading it
  /// again is allowed and brings it back.
  func releasePages(_ range: Range<Int>) {
    guard isReleasable, !range.isEmpty else { return }
    // Only the mapping of whole pages is dropped, so neighbours lose nothing but time. The system maps
    // pages before the one that is asked for as well, up to a large page, so those are dropped too.
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let lower = max(0, range.lowerBound - (1 << 21))
    let first = unsafe (UInt(bitPattern: start + lower) + UInt(page - 1)) / UInt(page) * UInt(page)
    let end = unsafe UInt(bitPattern: start + range.upperBound) / UInt(page) * UInt(page)
    guard end > first, let address = unsafe UnsafeMutableRawPointer(bitPattern: first) else {
      return
    }
    unsafe madvise(address, Int(end - first), Int32(MADV_DONTNEED))
  }

  /// A copy of a part of the bytes.
  func array(_ range: Range<Int>) -> [UInt8] { unsafe Array(buffer(range)) }

  /// A part of the bytes as text; what is not UTF-8 becomes U+FFFD.
  func lossyText(_ range: Range<Int>) -> String {
    unsafe String(decoding: buffer(range), as: UTF8.self)
  }

  /// The first place of a byte in a part, or nil.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let part = unsafe buffer(range)
    return unsafe part.firstIndex(of: byte).map { $0 + range.lowerBound }
  }
}

/// Bytes on the heap that never change after they were copied in.
///
/// `@unchecked Sendable`: written in `init` only.
@safe final class ByteStorage: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ bytes: [UInt8]) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if let source = buffer.baseAddress {
        unsafe memory.initialize(from: source, count: buffer.count)
      }
    }
    unsafe start = UnsafePointer(memory)
    count = bytes.count
  }

  deinit { unsafe start.deallocate() }
}
