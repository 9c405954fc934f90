import ScoreExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time that outputs carry.
enum Clock {
  /// The time of an option, of SOURCE_DATE_EPOCH, or now.
  ///
  /// - Throws: ``ExchangeError`` with `usage` for a time that cannot be read.
  static func created(_ option: String?) throws(ExchangeError) -> UTCInstant {
    if let option {
      guard let instant = UTCInstant(zoned: option) else {
        throw ExchangeError(
          .usage, "--created \"\(option)\" is not a time such as 2025-07-16T08:00:00Z")
      }
      return instant
    }
    return try environmentInstant() ?? .now
  }

  /// The time of SOURCE_DATE_EPOCH; nil where it is not set.
  ///
  /// - Throws: ``ExchangeError`` with `usage` for a time that cannot be read.
  static func environmentInstant() throws(ExchangeError) -> UTCInstant? {
    guard let epoch = environmentVariable("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int64(epoch), 0...7_258_118_399 ~= seconds else {
      throw ExchangeError(
        .usage, "SOURCE_DATE_EPOCH \"\(epoch)\" is not a number of seconds since 1970")
    }
    return UTCInstant(secondsSinceEpoch: seconds)
  }
}

/// The value of an environment variable, or nil.
func environmentVariable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
