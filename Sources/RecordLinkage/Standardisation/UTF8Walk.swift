/// Reads one scalar of UTF-8 and moves past it; a byte that is not UTF-8 reads as U+FFFD.
@inline(__always)
func nextScalar(_ bytes: [UInt8], _ position: inout Int, _ end: Int) -> UInt32 {
  let first = UInt32(bytes[position])
  position += 1
  if first < 0x80 { return first }
  let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
  guard length > 0, position + length <= end else { return 0xFFFD }
  var scalar = first & (0x3F >> UInt32(length))
  for offset in 0..<length {
    let byte = UInt32(bytes[position + offset])
    guard byte & 0xC0 == 0x80 else { return 0xFFFD }
    scalar = scalar << 6 | byte & 0x3F
  }
  position += length
  return scalar
}
