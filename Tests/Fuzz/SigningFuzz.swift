// Compiled together with the sources of BatchSigning by `run`; see there.

/// Everything of a batch that comes from a stranger: what is read at all is read as exactly these
/// bytes, and what is not is refused with a reason.
///
/// The first byte chooses the reader, so that a found input can be replayed as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSigning(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start = unsafe start, count >= 1 else { return 0 }
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(input[1...])
  do throws(SigningError) {
    let read = try again(bytes, as: input[0])
    precondition(read == bytes, "read as other bytes")
  } catch {
    precondition(error.code.isRefusal, "no refusal: \(error)")
  }
  return 0
}

/// The bytes that a reader took these bytes for.
private func again(_ bytes: [UInt8], as choice: UInt8) throws(SigningError) -> [UInt8] {
  switch choice % 9 {
  case 0: return try Manifest(canonicalBytes: bytes).canonicalBytes
  case 1: return try Receipt(canonicalBytes: bytes).canonicalBytes
  case 2: return try TrustDocument(canonicalBytes: bytes).canonicalBytes
  case 3: return try TransportDocument(canonicalBytes: bytes).canonicalBytes
  case 4: return try DetachedSignature(der: bytes, subject: "fuzz").der
  case 5: return try TimestampReply(der: bytes, subject: "fuzz").der
  case 6: return try Certificate(der: bytes).der
  case 7: return try RevocationList(der: bytes).der
  default: return CanonicalJSON.encode(try CanonicalJSON.decode(bytes, subject: "fuzz"))
  }
}
