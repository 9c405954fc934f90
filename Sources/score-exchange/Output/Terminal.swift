import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a line to standard error.
func writeError(_ line: String) {
  writeAll(Array((line + "\n").utf8), to: STDERR_FILENO)
}

/// Writes text to standard error without ending the line.
func writeErrorText(_ text: String) {
  writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Writes text to standard output; a reader that has gone ends the tool with status 0.
func writeOutput(_ text: String) {
  writeOutput(Array(text.utf8))
}

/// Writes bytes to standard output; a reader that has gone ends the tool with status 0.
func writeOutput(_ bytes: [UInt8]) {
  if !writeAll(bytes, to: STDOUT_FILENO) { exit(ExitStatus.done.rawValue) }
}

/// Whether standard error is a terminal that somebody watches.
var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

@discardableResult
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count > 0 {
      written += count
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

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
