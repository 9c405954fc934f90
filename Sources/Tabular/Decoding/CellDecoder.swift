/// Decodes one field at a time: the reference for the block decoder, and what decodes the fields
/// that do not have the usual shape.
enum CellDecoder {
  /// What a field holds.
  enum Value: Equatable {
    case missing
    case number(Int64)
    case fault(CellFault.Reason)
  }

  /// Decodes a field's text; text columns are copied, not decoded.
  static func decode(_ field: Span<UInt8>, as form: FieldForm) -> Value {
    let text = field.extracting(contentRange(field))
    guard !text.isEmpty else { return .missing }
    switch form {
    case .skipped, .text, .textRange: return .missing
    case .integer: return integer(text, longest: 18, fault: .number)
    case .identifier:
      return text.count == 12
        ? integer(text, longest: 12, fault: .identifier) : .fault(.identifier)
    case .decimal(let scaleDigits, let sign):
      return decimal(text, scaleDigits: scaleDigits, sign: sign.rawValue)
    case .shortDecimal(let scaleDigits, let sign):
      let value = decimal(text, scaleDigits: scaleDigits, sign: sign.rawValue)
      guard case .number(let units) = value, !(0...Int64(Int16.max)).contains(units) else {
        return value
      }
      return .fault(.range)
    case .date(let form): return date(text, form)
    case .code(let table): return table.code(of: text).map { .number(Int64($0)) } ?? .fault(.code)
    }
  }

  /// The text without spaces around it and without a guard in front.
  private static func contentRange(_ field: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = field.count
    while end - start >= 3 && field[start] == 0xE2 && field[start + 1] == 0x80
      && field[start + 2] == 0x8B
    {
      start += 3
    }
    while start < end && isSpace(field[start]) { start += 1 }
    while end > start && isSpace(field[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func digit(_ byte: UInt8) -> Int64? {
    let value = byte &- 0x30
    return value < 10 ? Int64(value) : nil
  }

  private static func integer(
    _ text: Span<UInt8>, longest: Int, fault: CellFault.Reason
  ) -> Value {
    guard text.count <= longest else { return .fault(fault) }
    var value: Int64 = 0
    for index in text.indices {
      guard let digit = digit(text[index]) else { return .fault(fault) }
      value = value * 10 + digit
    }
    return .number(value)
  }

  private static func decimal(_ text: Span<UInt8>, scaleDigits: Int, sign: UInt8) -> Value {
    var index = 0
    let isNegative = text[0] == 0x2D
    if isNegative || text[0] == 0x2B { index = 1 }
    var value: Int64 = 0
    var wholeDigits = 0
    var fractionDigits: Int?
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == sign {
        guard fractionDigits == nil, wholeDigits > 0 else { return .fault(.number) }
        fractionDigits = 0
        continue
      }
      guard let digit = digit(byte) else { return .fault(.number) }
      if let count = fractionDigits {
        fractionDigits = count + 1
        if count >= scaleDigits {
          guard digit == 0 else { return .fault(.lattice) }
          continue
        }
      } else {
        wholeDigits += 1
      }
      value = value * 10 + digit
      guard value <= Int64(Int32.max) else { return .fault(.range) }
    }
    guard wholeDigits > 0, fractionDigits != 0 else { return .fault(.number) }
    for _ in min(fractionDigits ?? 0, scaleDigits)..<scaleDigits { value *= 10 }
    guard value <= Int64(Int32.max) else { return .fault(.range) }
    return .number(isNegative ? -value : value)
  }

  private static func date(_ text: Span<UInt8>, _ form: DateForm) -> Value {
    switch form {
    case .spreadsheetSerial:
      guard case .number(let serial) = integer(text, longest: 6, fault: .date), serial >= 1 else {
        return .fault(.date)
      }
      // Excel's day 60 is 29 February 1900, which never was.
      guard serial != 60 else { return .fault(.date) }
      let days = serial - 25_569 + (serial < 60 ? 1 : 0)
      return days <= 47_481 ? .number(days) : .fault(.date)
    case .dayMonthYearDigits:
      guard text.count == 8, case .number(let value) = integer(text, longest: 8, fault: .date)
      else { return .fault(.date) }
      return day(value % 10_000, value / 10_000 % 100, value / 1_000_000)
    case .dayMonthYear:
      guard let parts = dateParts(text), parts.digits.2 == 4 else { return .fault(.date) }
      return day(parts.values.2, parts.values.1, parts.values.0)
    case .monthDayYear:
      guard let parts = dateParts(text), parts.digits.2 == 4 else { return .fault(.date) }
      return day(parts.values.2, parts.values.0, parts.values.1)
    case .yearMonthDay:
      guard let parts = dateParts(text), parts.digits.0 == 4, parts.digits.2 <= 2 else {
        return .fault(.date)
      }
      return day(parts.values.0, parts.values.1, parts.values.2)
    }
  }

  /// Three numbers with the same sign between them, and how many digits each has.
  private static func dateParts(
    _ text: Span<UInt8>
  ) -> (values: (Int64, Int64, Int64), digits: (Int, Int, Int))? {
    var values: [Int64] = [0]
    var digits = [0]
    var sign: UInt8?
    for index in text.indices {
      let byte = text[index]
      if let digit = digit(byte) {
        values[values.count - 1] = values[values.count - 1] * 10 + digit
        digits[digits.count - 1] += 1
        guard digits[digits.count - 1] <= 4 else { return nil }
      } else {
        guard byte == 0x2F || byte == 0x2D || byte == 0x2E, sign == nil || sign == byte,
          values.count < 3
        else { return nil }
        sign = byte
        values.append(0)
        digits.append(0)
      }
    }
    guard values.count == 3, digits.allSatisfy({ $0 > 0 }), digits[1] <= 2 else { return nil }
    guard digits[0] <= 2 || digits[2] <= 2 else { return nil }
    return ((values[0], values[1], values[2]), (digits[0], digits[1], digits[2]))
  }

  /// Days from 1970-01-01 in the Gregorian calendar.
  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Value {
    guard (1_900...2_099).contains(year), (1...12).contains(month), day >= 1 else {
      return .fault(.date)
    }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[Int(month) - 1] else { return .fault(.date) }
    let before = year - 1
    let days = before * 365 + before / 4 - before / 100 + before / 400
    // 1969-12-31 is day 719,162 from 0001-01-01.
    return .number(days + lengths.prefix(Int(month) - 1).reduce(0, +) + day - 1 - 719_162)
  }
}
