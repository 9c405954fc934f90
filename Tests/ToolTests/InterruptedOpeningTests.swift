import Foundation
import TestSupport
import Testing

/// `open` that is cut off while the decrypted batch lies beside its place.
///
/// The state's lock is held meanwhile, for which `open` waits when everything else is done.
@Suite("score-exchange open, cut off")
struct InterruptedOpeningTests {
  private let folder = TemporaryFolder()
  private let clock = ["--at", "2025-07-16T09:00:00Z", "--quiet"]

  init() throws {
    folder.write(
      "assessment,sitting,candidate_number,total\nTSA,2025-1,000123,61.25\n",
      to: "batch/results.csv")
    folder.write("", to: "state/lock")
    try expect("keys", "authority", "-o", path("ca"), "--valid-from", "2025-01-01", "--quiet")
    let signing = ["sign", path("batch"), "--created", "2025-07-16T08:00:00Z", "--quiet"]
    #expect(try Tool.run(signing + identity("QSB")).status == 0)
    #expect(try Tool.run(["cosign", path("batch")] + identity("BKA") + clock).status == 0)
    let sealing = ["seal", path("batch"), "--to", "MDA", "-o", path("sealed")]
    #expect(try Tool.run(sealing + identity("QSB") + clock).status == 0)
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func expect(_ arguments: String...) throws {
    #expect(try Tool.run(arguments).status == 0)
  }

  private func identity(_ name: String) -> [String] {
    [
      "--key", path("ca/\(name).key"), "--certificate", path("ca/\(name).pem"), "--trust",
      path("ca/trust"),
    ]
  }

  private var opening: [String] {
    ["open", path("sealed"), "-o", path("opened"), "--state", path("state")]
      + identity("MDA.seal") + clock
  }

  private var traces: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasPrefix("opened") }
  }

  /// Begins to open the batch, and sends a signal once all of it lies there decrypted.
  private func interrupt(by signal: Int32, ignoring: String = "") throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\(ignoring) exec \"$@\"", "sh", Tool.executable.path] + opening
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = ContinuousClock.now + .seconds(60)
    while !traces.contains(where: { fileExists("\($0)/manifest.p7s") }) {
      try #require(ContinuousClock.now < deadline && process.isRunning)
      usleep(2_000)
    }
    kill(process.processIdentifier, signal)
    return process
  }

  private func fileExists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  @Test("A signal ends it, and nothing decrypted stays", arguments: [SIGHUP, SIGINT, SIGTERM])
  func interrupted(by signal: Int32) throws {
    let lock = try HeldLock(path("state/lock"))
    let process = try interrupt(by: signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(traces.isEmpty)
    lock.release()
    #expect(try Tool.run(opening).output == "accepted\n")
  }

  @Test("What a killed process left is removed by the next that opens it")
  func killed() throws {
    let lock = try HeldLock(path("state/lock"))
    try interrupt(by: SIGKILL).waitUntilExit()
    #expect(traces.count == 1)
    lock.release()
    #expect(try Tool.run(opening).output == "accepted\n")
    #expect(traces == ["opened"])
  }

  @Test("A signal that the caller ignores, as nohup does, is ignored")
  func ignored() throws {
    let lock = try HeldLock(path("state/lock"))
    let process = try interrupt(by: SIGHUP, ignoring: "trap '' HUP;")
    lock.release()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(traces == ["opened"])
  }
}

/// A lock on a file that another process waits for.
private struct HeldLock {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
  }

  func release() { close(descriptor) }
}
