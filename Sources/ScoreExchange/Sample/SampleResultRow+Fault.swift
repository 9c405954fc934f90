extension SampleResultRow {
  /// Spoils the row with the fault of the given number.
  ///
  /// The spoilt row breaks one rule of the import only, or it is the first rule in the order of the
  /// checks that it breaks, so that the expected reason is never a matter of taste.
  mutating func spoil(_ fault: SampleFault, number: Int, _ layout: SampleResultLayout) {
    var draw = SampleDraw(seed: UInt64(number), .fault, result.index)
    let dialect = layout.dialect
    let round = number / SampleFault.allCases.count
    switch fault {
    case .columns: shape = round.isMultiple(of: 2) ? .cutShort : .oneTooMany
    case .encoding:
      overrideName(layout) { $0.insert(SampleTable.badByte, at: Self.endOfFirstWord($0)) }
    case .controlCharacter: overrideName(layout) { $0.insert(0x07, at: Self.endOfFirstWord($0)) }
    case .formula: overrideName(layout) { $0.insert(Array("=+@-".utf8)[round % 4], at: 0) }
    case .strangeScalar: overrideName(layout) { $0.insert(contentsOf: "☺".utf8, at: $0.count) }
    case .missing: overrides[[.nationalID, .birthDate][round % 2]] = []
    case .lostZeros:
      overrides[.nationalID] = Array(person.nationalID.utf8.drop(while: { $0 == 0x30 }))
    case .nationalID: overrides[.nationalID] = Array(person.nationalID.utf8.suffix(8))
    case .identity: overrides[.nationalID] = Array(identifierOfAnotherYear().utf8)
    case .number:
      var text = dialect.text(score: result.mathematics)
      text[text.count - 1] = UInt8(ascii: "O")
      overrides[.mathematics] = text
    case .lattice:
      // Both move by half a step: the sum still holds.
      overrides[.mathematics] = halfStepMore(result.mathematics, dialect)
      overrides[.total] = halfStepMore(result.total, dialect)
    case .range: overrides[.total] = dialect.text(score: 10_000 + result.total)
    case .partRange:
      let reading = 2001 + draw.below(300)
      let science = min(result.science, 10_000 - reading - result.mathematics)
      result.reading = reading
      result.science = science
    case .sum:
      let total = result.total + (result.total < 6000 ? 1 : -1) * (1 + draw.below(200))
      overrides[.total] = dialect.text(score: total)
    case .date:
      let impossible = SampleDate(year: person.birth.year, month: 2, day: 30 + round % 2)
      overrides[.birthDate] = dialect.text(impossible)
    case .sitting: overrides[.sitting] = Array("2025-4".utf8)
    case .status: overrides[.status] = Array(layout.strangeStatus.utf8)
    case .duplicate, .repeated: break
    }
  }

  /// The other row of a duplicate: the same candidate and sitting with other scores.
  func contradiction() -> SampleResultRow {
    var other = self
    let step = result.science >= 3900 ? -100 : 100
    other.result.science += step
    return other
  }

  private static func endOfFirstWord(_ name: [UInt8]) -> Int {
    name.firstIndex(of: 0x20) ?? name.endIndex
  }

  private mutating func overrideName(
    _ layout: SampleResultLayout, _ change: (inout [UInt8]) -> Void
  ) {
    var whole: [UInt8] = []
    person.name.append(to: &whole, decomposed: layout.dialect.isDecomposed)
    change(&whole)
    overrides[.name] = whole
    let split = whole.lastIndex(of: 0x20) ?? whole.startIndex
    overrides[.familyAndMiddle] = Array(whole[..<split])
    overrides[.givenName] = Array(whole[split...].dropFirst())
  }

  /// The identifier with a birth year half a century off; nobody else can have it.
  private func identifierOfAnotherYear() -> String {
    var digits = Array(person.nationalID)
    digits.replaceSubrange(4..<6, with: String(padding: (person.birth.year + 50) % 100, to: 2))
    return String(digits)
  }

  private func halfStepMore(_ hundredths: Int, _ dialect: SampleDialect) -> [UInt8] {
    var exact = dialect
    exact.keepsTrailingZeros = true
    return exact.text(score: hundredths) + [UInt8(ascii: "5")]
  }
}
