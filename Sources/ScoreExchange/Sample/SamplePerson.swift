/// A synthetic person, as the registry of births knows them.
struct SamplePerson: Sendable {
  /// Why somebody resembles the person just before.
  enum Resemblance: Sendable {
    case none, twin, sibling, namesake
  }

  var index: Int
  var name: SampleName
  var isFemale: Bool
  var birth: SampleDate
  var province: SampleProvince
  /// The last six digits of the national identifier.
  var serial: Int
  /// The old nine-digit number, for the few who had one.
  var formerID: Int?
  var resemblance = Resemblance.none

  /// The twelve digits of the national identifier: province, century and sex, birth year, serial.
  var nationalID: String {
    var bytes: [UInt8] = []
    appendNationalID(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the national identifier.
  func appendNationalID(to bytes: inout [UInt8]) {
    bytes.append(number: province.code, width: 3)
    bytes.append(number: (birth.year >= 2000 ? 2 : 0) + (isFemale ? 1 : 0))
    bytes.append(number: birth.year % 100, width: 2)
    bytes.append(number: serial, width: 6)
  }
}

/// A day of the calendar; ``day`` may be one that does not exist, where a fault wants it.
struct SampleDate: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// The day of the year counted from 0.
  init(year: Int, dayOfYear: Int) {
    var day = dayOfYear
    var month = 1
    while day >= SampleDate.length(of: month, year) {
      day -= SampleDate.length(of: month, year)
      month += 1
    }
    self.init(year: year, month: month, day: day + 1)
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension String {
  /// A number of 0 or more with zeros before it.
  init(padding number: Int, to width: Int) {
    let digits = String(number)
    self = String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
