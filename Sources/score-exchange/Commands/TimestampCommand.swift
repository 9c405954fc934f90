import ArgumentParser
import BatchSigning
import Foundation

/// `timestamp`: an outsider's word for when a batch existed.
struct TimestampCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp",
    abstract: said(
      "Ask a time-stamp authority (RFC 3161) for the time of a batch, and add its answer."),
    discussion: helpText(
      """
      Example: score-exchange timestamp results-BKA --url http://tsa.example.org \
      --timestamp-ca tsa.pem

      Without a network: --query writes the query, to be sent by other means, and --reply adds the \
      answer. Either way the answer is checked before it becomes manifest.tsr.
      """))

  @Argument(help: .said("The signed batch: a folder.", valueName: "dir"))
  var folder: String

  @Option(name: .long, help: .said("Write the query and do no more.", valueName: "file"))
  var query: String?

  @Option(name: .long, help: .said("The authority's answer.", valueName: "file"))
  var reply: String?

  @Option(name: .long, help: .said("Where the authority takes queries; needs the program curl."))
  var url: String?

  @OptionGroup var timestamps: TimestampAuthorityOptions

  @Option(
    name: .long,
    help: .said("The time of the check, as 2025-07-16T08:00:00Z.", valueName: "time"),
    transform: parseInstant)
  var at: UTCInstant?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard [query, reply, url].compactMap(\.self).count == 1 else {
      throw usageError("Give --query, --reply or --url.")
    }
    try OutputPaths.refuseStandardOutput(
      ["--query": query], beside: common.json ? "--json" : nil)
    try OutputPaths.refuseSharing([query], with: [folder, timestamps.file])
    if query == nil && timestamps.file == nil {
      throw usageError("--timestamp-ca is needed, to check the answer.")
    }
    if let url, !url.hasPrefix("http://") && !url.hasPrefix("https://") {
      throw usageError("--url begins with http:// or https://.")
    }
  }

  func run() throws {
    var told: UTCInstant?
    try reportingSigningFailures { () throws(SigningError) in
      if let query {
        try BatchTimestamp.query(forBatchAt: folder, writtenTo: query)
        return
      }
      told = try BatchTimestamp.attach(
        try answer(), toBatchAt: folder, authorities: timestamps.certificates(),
        at: at ?? .now)
    }
    guard let told else { return report([query ?? ""], common) }
    if common.json {
      let document = JSONValue.object([JSONMember("timestamp", .string("\(told)"))])
      writeOutput(CanonicalJSON.encode(document) + Array("\n".utf8))
    } else {
      common.note("stamped \(told)")
    }
  }

  private func answer() throws(SigningError) -> [UInt8] {
    if let reply { return try BatchTimestamp.reply(at: reply) }
    return try TimestampRequest(query: BatchTimestamp.query(forBatchAt: folder)).send(
      to: url ?? "")
  }
}

/// A query on its way to an authority over HTTP (RFC 3161, section 3.4).
private struct TimestampRequest {
  let query: [UInt8]

  /// Sends the query with the program curl, which knows proxies and authorities of the web.
  func send(to url: String) throws(SigningError) -> [UInt8] {
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    curl.arguments = [
      "curl", "--silent", "--show-error", "--fail", "--max-time", "60", "--max-filesize", "65536",
      "--header", "Content-Type: application/timestamp-query", "--data-binary", "@-", url,
    ]
    let (input, output) = (Pipe(), Pipe())
    curl.standardInput = input
    curl.standardOutput = output
    do {
      try curl.run()
      try input.fileHandleForWriting.write(contentsOf: query)
      try input.fileHandleForWriting.close()
    } catch {
      throw SigningError(.notReadable, url, "the program curl cannot be run")
    }
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    curl.waitUntilExit()
    guard curl.terminationStatus == 0 else {
      throw SigningError(.notReadable, url, "the authority gave no answer")
    }
    return Array(answer)
  }
}
