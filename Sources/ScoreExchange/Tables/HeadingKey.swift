import Foundation

/// A heading without case, tone marks, spaces and punctuation: `Họ và tên` becomes `hovaten`.
///
/// - Complexity: O(length). Of text with marks no more than 1,000 scalars count, for decomposing takes
///   the square of the length, and a cell taken for a heading may hold half a file.
package func headingKey(_ heading: String) -> String {
  if heading.utf8.allSatisfy({ $0 < 0x80 }) { return plainHeadingKey(heading) }
  let isShort = heading.utf8.count <= 1_000
  let beginning =
    isShort ? heading : String(String.UnicodeScalarView(heading.unicodeScalars.prefix(1_000)))
  var key = ""
  for scalar in beginning.decomposedStringWithCanonicalMapping.unicodeScalars {
    switch scalar {
    case "đ", "Đ", "ð", "Ð", "Ɖ": key.append("d")
    default:
      let properties = scalar.properties
      if properties.isAlphabetic && properties.generalCategory != .nonspacingMark
        || properties.numericType == .decimal
      {
        key.append(contentsOf: properties.lowercaseMapping)
      }
    }
  }
  return key
}

/// The key of a heading in ASCII, which needs no tables of Unicode.
private func plainHeadingKey(_ heading: String) -> String {
  let kept = heading.utf8.compactMap { byte -> UInt8? in
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39, 0x61...0x7A: byte
    default: nil
    }
  }
  return String(decoding: kept, as: UTF8.self)
}
