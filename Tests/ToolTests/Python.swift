import Foundation

/// The Python of the machine, for peers that check what the tool wrote.
enum Python {
  /// Whether there is one.
  static let isThere = (try? run(["--version"]).status) == 0

  /// Runs a script of `Benchmarks/Peers`; the output holds both streams.
  static func run(
    peer script: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return try run(
      [parts.joined(separator: "/") + "/Benchmarks/Peers/" + script] + arguments)
  }

  /// Runs it; the output holds both streams.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
