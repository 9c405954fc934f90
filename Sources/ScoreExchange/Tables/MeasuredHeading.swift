/// The key of a heading before a last note in brackets that tells only how its cells are counted or
/// written: `Tổng điểm (100)` becomes `tongdiem`, `Ngày sinh (dd/mm/yyyy)` becomes `ngaysinh`.
///
/// - Complexity: O(length).
/// - Returns: Nil where there is no such note; any other may name another thing.
func headingKeyBeforeMeasure(_ heading: String) -> String? {
  guard heading.last(where: { !$0.isWhitespace }) == ")",
    let opening = heading.lastIndex(of: "(")
  else { return nil }
  let note = headingKey(String(heading[opening...]))
  let numbers = note.split { !$0.isNumber }
  let words = note.filter { !$0.isNumber }
  let isMeasure =
    words.isEmpty
    ? !numbers.isEmpty && numbers.allSatisfy { $0.count <= longestBareMaximum }
    : measureWords.contains(words)
  return isMeasure ? headingKey(String(heading[..<opening])) : nil
}

/// A longer number that stands alone may be a year.
private let longestBareMaximum = 3

private let measureWords: Set<String> = [
  "d", "diem", "thang", "thangdiem", "toida", "toidadiem", "diemtoida", "max", "maximum", "point",
  "points", "ddmmyyyy", "dmyyyy", "mmddyyyy", "yyyymmdd", "ngaythangnam",
]
