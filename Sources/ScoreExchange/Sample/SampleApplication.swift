/// What an applicant typed into the form: the truth with the slips people make.
struct SampleApplication: Sendable {
  /// A difference between the form and the truth.
  enum Slip: String, Sendable {
    case tonesDropped = "tones-dropped"
    case toneSlip = "tone-slip"
    case tonePlacement = "tone-placement"
    case middleDropped = "middle-dropped"
    case letterDropped = "letter-dropped"
    case wordsReordered = "words-reordered"
    case wordsJoined = "words-joined"
    case telex
    case capitals
    case spaces
    case dateSwapped = "date-swapped"
    case dayOff = "day-off"
    case idDigit = "id-digit"
    case idDigitsSwapped = "id-digits-swapped"
    case idZerosLost = "id-zeros-lost"
    case idMissing = "id-missing"
    case formerIDGiven = "former-id-given"
  }

  let person: SamplePerson
  private(set) var name: String
  private(set) var nationalID: String
  private(set) var formerID: String
  private(set) var birth: SampleDate
  private(set) var slips: [Slip] = []

  /// Fills in the form of an applicant.
  ///
  /// Rates in a thousand; about one form in five differs from the record somewhere.
  init(_ person: SamplePerson, draw: inout SampleDraw) {
    self.person = person
    name = person.name.text
    nationalID = person.nationalID
    birth = person.birth
    let bridges = draw.perMille(600)
    formerID = person.formerID.flatMap { bridges ? String(padding: $0, to: 9) : nil } ?? ""
    typeName(&draw)
    typeBirth(&draw)
    typeIdentifier(&draw)
  }

  private mutating func typeName(_ draw: inout SampleDraw) {
    var words: [Substring] { name.split(separator: " ") }
    if draw.perMille(15), words.count > 2, let first = words.first, let last = words.last {
      rename("\(first) \(last)", .middleDropped)
    }
    if draw.perMille(4), let last = words.last {
      rename("\(last) \(words.dropLast().joined(separator: " "))", .wordsReordered)
    }
    if draw.perMille(4), words.count > 2, let last = words.last {
      rename(words.dropLast().joined(separator: " ") + last, .wordsJoined)
    }
    if draw.perMille(12), let last = words.last, last.count > 2 {
      // The last letter but one, so that a given name stays longer than one letter.
      var letters = Array(name)
      letters.remove(at: letters.count - 2)
      rename(String(letters), .letterDropped)
    }
    if draw.perMille(12) { rename(SampleLetters.hookAndTildeSwapped(name), .toneSlip) }
    if draw.perMille(12) { rename(Self.otherTonePlacement(name), .tonePlacement) }
    if draw.perMille(3) { rename(SampleLetters.telex(name), .telex) }
    if draw.perMille(60) { rename(SampleLetters.bare(name), .tonesDropped) }
    if draw.perMille(30) { rename(SampleLetters.capitals(name), .capitals) }
    if draw.perMille(10), let space = name.firstIndex(of: " ") {
      rename(
        name.replacing(" ", with: "  ", subrange: space..<name.endIndex, maxReplacements: 1),
        .spaces)
    }
  }

  private mutating func rename(_ typed: String, _ slip: Slip) {
    // Compared by scalars: String equality would hide a difference of form.
    guard !typed.unicodeScalars.elementsEqual(name.unicodeScalars) else { return }
    name = typed
    slips.append(slip)
  }

  private mutating func typeBirth(_ draw: inout SampleDraw) {
    if draw.perMille(15), birth.day <= 12, birth.day != birth.month {
      birth = SampleDate(year: birth.year, month: birth.day, day: birth.month)
      slips.append(.dateSwapped)
    } else if draw.perMille(6) {
      birth.day += birth.day > 1 ? -1 : 1
      slips.append(.dayOff)
    }
  }

  private mutating func typeIdentifier(_ draw: inout SampleDraw) {
    let digit = draw.below(6)
    let change = 1 + draw.below(9)
    let chance = draw.below(1000)
    let givesFormerID = draw.perMille(300)
    if let number = person.formerID, givesFormerID {
      nationalID = String(padding: number, to: 9)
      formerID = ""
      slips.append(.formerIDGiven)
      return
    }
    var digits = Array(nationalID.utf8)
    switch chance {
    case ..<12:
      let place = 6 + digit
      digits[place] = 0x30 + (digits[place] - 0x30 + UInt8(change)) % 10
      slips.append(.idDigit)
    case ..<18:
      let place = 6 + min(digit, 4)
      guard digits[place] != digits[place + 1] else { return }
      digits.swapAt(place, place + 1)
      slips.append(.idDigitsSwapped)
    case ..<24:
      digits = Array(digits.drop(while: { $0 == 0x30 }))
      slips.append(.idZerosLost)
    case ..<34:
      digits = []
      slips.append(.idMissing)
    default: return
    }
    nationalID = String(decoding: digits, as: UTF8.self)
  }

  /// The tone on the other vowel: both hòa and hoà are in use.
  private static func otherTonePlacement(_ name: String) -> String {
    let pairs: [(String, String)] = [
      ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("úy", "uý"),
      ("ùy", "uỳ"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"), ("òe", "oè"), ("óe", "oé"),
    ]
    for (usual, other) in pairs where name.contains(usual) {
      return name.replacing(usual, with: other)
    }
    return name
  }
}
