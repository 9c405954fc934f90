extension Assessment {
  /// The sitting that a cell means, or nil.
  ///
  /// A cell may hold the sitting's name (`2025-1`), the same numbers in another order (`Đợt 1 năm
  /// 2025`, `1/2025`), or the last number of a name when only one sitting has it (`Đợt 1`). A month
  /// (`Tháng 3/2025`, `T3/2025`, `Tháng 3`) is the sitting that was held in it; `03/2025` and `2025-03`
  /// may be a month, too, and mean a sitting only where both readings agree.
  func sittingIndex(word: String) -> Int? {
    if let index = namedSitting(word) { return index }
    guard let month = WrittenMonth(word) else { return numberedSitting(word) }
    let held = sittings.indices.filter {
      let day = sittings[$0].date.components
      return day.month == month.month && month.year.map { $0 == day.year } ?? true
    }
    let index = held.count == 1 ? held[0] : nil
    return month.isCertain || index == numberedSitting(word) ? index : nil
  }

  private func namedSitting(_ word: String) -> Int? {
    if let index = sittings.firstIndex(where: { $0.name == word }) { return index }
    let key = headingKey(word)
    let wanted = numbers(in: word)
    // 20251 is 2025-1, but 2025-1-2 is not 2025-12.
    let sameKey = sittings.indices.filter {
      headingKey(sittings[$0].name) == key
        && (wanted.count < 2 || wanted == numbers(in: sittings[$0].name))
    }
    return sameKey.count == 1 && !key.isEmpty ? sameKey[0] : nil
  }

  private func numberedSitting(_ word: String) -> Int? {
    let wanted = numbers(in: word)
    guard !wanted.isEmpty else { return nil }
    let sameNumbers = sittings.indices.filter {
      numbers(in: sittings[$0].name).sorted() == wanted.sorted()
    }
    if sameNumbers.count == 1 { return sameNumbers[0] }
    guard wanted.count == 1 else { return nil }
    let sameLast = sittings.indices.filter { numbers(in: sittings[$0].name).last == wanted[0] }
    return sameLast.count == 1 ? sameLast[0] : nil
  }

  /// The sitting that was held on a day, or nil.
  func sittingIndex(on day: CalendarDate) -> Int? {
    let matches = sittings.indices.filter { sittings[$0].date == day }
    return matches.count == 1 ? matches[0] : nil
  }

  /// The sittings' names for a message.
  var sittingNames: String {
    sittings.map { "\"\($0.name)\"" }.joined(separator: ", ")
  }
}

extension ResultSource.Kind {
  /// Whether rows say who the candidate is.
  var hasIdentities: Bool { self != .withdrawal }
  /// Whether rows have scores.
  var hasScores: Bool { self == .results || self == .amendment }
}

/// A month as a cell names it.
private struct WrittenMonth {
  let month: Int
  /// Nil where the cell does not say it.
  let year: Int?
  /// Whether it cannot be the number of a sitting.
  let isCertain: Bool

  init?(_ word: String) {
    let key = headingKey(word)
    let numbers = numbers(in: word)
    // Vietnamese spreadsheets shorten a month to `Thg 3` or `Th3`.
    isCertain =
      key.contains("thang") || key.contains("thg")
      || ["th", "t"].contains(String(key.prefix { !$0.isNumber }))
        && key.drop { !$0.isNumber }.allSatisfy(\.isNumber)
    let years = numbers.filter { $0 >= 1_000 }
    let months = numbers.filter { $0 < 1_000 }
    guard months.count == 1, 1...12 ~= months[0], years.count <= 1 else { return nil }
    let isPadded =
      !years.isEmpty && !word.contains(where: \.isLetter)
      && word.split { !$0.isNumber }.contains { $0.count == 2 && $0.first == "0" }
    guard isCertain || isPadded else { return nil }
    (month, year) = (months[0], years.first)
  }
}

/// The whole numbers written in a text, from left to right.
private func numbers(in text: String) -> [Int] {
  text.utf8.split { !(0x30...0x39 ~= $0) }.compactMap { digits in
    digits.count <= 9 ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}
