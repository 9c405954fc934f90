internal import CZlib

/// Bytes deflated on their own, so that several runs of them can be made at one time and put one
/// behind the other.
public struct PackedBytes: Sendable {
  /// Whole blocks of deflate, the last of which is not marked as such.
  public let bytes: [UInt8]
  /// How many bytes they stand for.
  public let byteCount: Int
  let checksum: UInt32

  /// A last block with nothing in it, which ends any run of packed bytes.
  static let end: [UInt8] = [0x03, 0x00]

  /// Smaller files are not worth the time beyond this.
  private static let level: Int32 = 4

  /// Deflates bytes.
  ///
  /// - Complexity: O(bytes).
  public init(_ plain: [UInt8]) {
    byteCount = plain.count
    checksum = Checksum.update(0, with: plain, plain.indices)
    bytes = Self.deflated(plain)
  }

  private static func deflated(_ plain: [UInt8]) -> [UInt8] {
    // Sound because the state stays at one address, which zlib remembers, until it is given back.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe shim_deflate_init(stream, level)
    precondition(status == Z_OK, "zlib has no memory for its state")
    defer {
      unsafe deflateEnd(stream)
      unsafe stream.deallocate()
    }
    // The bound is for a stream that ends; a flush adds an empty block.
    let room = unsafe Int(deflateBound(stream, UInt(plain.count))) + 16
    return unsafe Array(unsafeUninitializedCapacity: room) { target, count in
      unsafe plain.withUnsafeBufferPointer { source in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        let status = unsafe deflate(stream, Z_SYNC_FLUSH)
        let isWhole = unsafe stream.pointee.avail_in == 0 && stream.pointee.avail_out > 0
        precondition((status == Z_OK || status == Z_BUF_ERROR) && isWhole)
      }
      count = unsafe room - Int(stream.pointee.avail_out)
    }
  }
}
