import Foundation

/// The built tool, run as a user runs it.
struct Tool {
  /// What a run of the tool left.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where the tool was built.
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("score-exchange")
  }

  /// Runs the tool with these arguments.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs a command line in a shell, whose arguments stand in `$@`.
  static func shell(
    _ command: String, _ arguments: [String] = []
  ) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command, "sh"] + arguments
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Runs the tool with these arguments, in a folder if one is named.
  static func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    in folder: String? = nil
  ) throws -> Outcome {
    let process = Process()
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let work = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let streams = try ["out", "err", "in"].map { name in
      let url = work.appendingPathComponent(name)
      try Data((name == "in" ? input ?? "" : "").utf8).write(to: url)
      return url
    }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    process.standardInput = try FileHandle(forReadingFrom: streams[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self))
  }
}
