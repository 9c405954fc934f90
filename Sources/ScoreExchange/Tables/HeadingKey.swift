import Foundation

/// A heading without case, tone marks, spaces and punctuation: `Họ và tên` becomes `hovaten`.
///
/// - Complexity: O(length).
package func headingKey(_ heading: String) -> String {
  var key = ""
  for scalar in heading.decomposedStringWithCanonicalMapping.unicodeScalars {
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
