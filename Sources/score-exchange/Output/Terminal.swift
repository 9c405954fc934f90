import Files
import Foundation
import ScoreExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a line to standard error, in the language of this process. Control characters, which text
/// quoted from a file may hold, are shown and not sent: a terminal would obey them.
func writeError(_ line: Message) {
  ProgressLine.shared.clear()
  _ = unsafe writeWhole(Array((shown(line.said) + "\n").utf8).span.bytes, to: STDERR_FILENO)
}

private func shown(_ line: String) -> String {
  func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
  }
  guard line.unicodeScalars.contains(where: isControl) else { return line }
  return line.unicodeScalars.reduce(into: "") { text, scalar in
    text += isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
  }
}

/// Writes text to standard error without ending the line.
func writeErrorText(_ text: String) {
  _ = unsafe writeWhole(Array(text.utf8).span.bytes, to: STDERR_FILENO)
}

/// Writes text to standard output, as ``writeOutput(_:)-([UInt8])`` does.
func writeOutput(_ text: String) {
  writeOutput(Array(text.utf8))
}

/// Writes lines for people to standard output, in the language of this process.
func writeLines(_ lines: [Message]) {
  writeOutput(lines.map { $0.said + "\n" }.joined())
}

/// Writes bytes to standard output. A reader that has gone ends the tool with status 0, any other
/// failure, such as a full disk, with 74.
func writeOutput(_ bytes: [UInt8]) {
  ProgressLine.shared.clear()
  guard let number = unsafe writeWhole(bytes.span.bytes, to: STDOUT_FILENO) else { return }
  if number == EPIPE { end(.done) }
  writeError(
    "error: standard output cannot be written (\(unsafe String(cString: strerror(number))))")
  end(.inputOutput)
}

/// Writes bytes to standard output where a failure must not end the process. A reader that has gone
/// is none.
///
/// - Throws: ``FileError`` with `failed`.
func writeAnswer(_ bytes: [UInt8]) throws(FileError) {
  ProgressLine.shared.clear()
  guard let number = unsafe writeWhole(bytes.span.bytes, to: STDOUT_FILENO), number != EPIPE else {
    return
  }
  throw FileError(.failed, path: said("standard output"), systemError: number)
}

/// Ends the process at once. Every write goes straight to the system, so nothing waits to be flushed.
private func end(_ status: ExitStatus) -> Never { _exit(status.rawValue) }

/// Whether standard error is a terminal that somebody watches.
var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// Shows a page in the browser, where there is one.
func openInBrowser(_ path: String) {
  #if os(macOS)
    let opener = "open"
  #else
    let opener = "xdg-open"
  #endif
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [opener, path]
  process.standardError = FileHandle.nullDevice
  do {
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 0 { return }
  } catch {}
  writeError("note: no program shows \(path) here; open it in a browser")
}
