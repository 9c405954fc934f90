public import ArgumentParser
public import ScoreExchange

/// Control totals from the sheet that an issuer sends with a file.
struct ControlTotalOptions: ParsableArguments {
  @Option(
    name: .customLong("expect"),
    help: .said(
      "Rows and sum of totals of a file, as rows=727,sum=38412.55; with several files as "
        + "FILE:rows=727, repeated.",
      valueName: "[file:]rows=n,sum=s"))
  var expected: [ControlTotals] = []

  /// Ends the import when a file is not what its sheet says.
  ///
  /// - Throws: ``ExchangeError`` with `usage` for a sheet of no file, `badInput` for a difference.
  func check(_ files: [FileSummary]) throws(ExchangeError) {
    var lines: [Message] = []
    for totals in expected {
      let matches = files.filter { summary in
        totals.file.map { $0 == summary.file || $0.hasSuffix("/" + summary.file) } ?? true
      }
      guard let summary = matches.first, totals.file != nil || files.count == 1 else {
        throw ExchangeError(
          .usage,
          "--expect \(totals.file ?? "") does not say which file it is of; write FILE:rows=…,sum=…")
      }
      for difference in totals.differences(from: summary) {
        lines.append(
          """
          \(difference.file): control total wrong: \(Message(difference.figure)) expected \
          \(difference.expected), found \(difference.found)
          """)
      }
    }
    guard lines.isEmpty else {
      throw ExchangeError(.badInput, Message(lines, separator: "; "))
    }
  }
}

extension ControlTotals: ExpressibleByArgument {
  /// Control totals of an option.
  public init?(argument: String) { self.init(argument) }
}

extension ResultSource.Kind: ExpressibleByArgument {}
