import Files
import Foundation
import ScoreExchange
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What happens when the tool is asked to end before its work is done.
///
/// One thread waits for the signals that ask for it. It removes what was begun, so that nothing
/// half-written or decrypted stays on the disk, and ends the process by the signal that came. It does the
/// same, and says why, when a file that is being read is cut short by somebody else. Work that has to put
/// something back is asked to stop first.
enum Interruption {
  private static let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU]
  /// By this the thread that met the end of a file tells the one that waits.
  private static let cutShort = SIGUSR2
  /// By this work that was asked to stop tells that it has.
  private static let stopped = SIGUSR1
  /// What asks the work to stop that has to put something back; nil where there is none.
  private static let stopping = Mutex<Cancellation?>(nil)
  private static let cutShortMessage: Message = """
    an input file was cut short while it was read; wait until nobody writes to the input files, and \
    run the command again
    """

  /// To be called before anything is written and any thread begins.
  static func watch() {
    // What the caller has the process ignore, as `nohup` does, stays so.
    let watched = set(of: signals.filter { !isIgnored($0) } + [cutShort, stopped])
    var blocked = watched
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
    Thread.detachNewThread {
      var (watched, number) = (watched, Int32(0))
      guard unsafe sigwait(&watched, &number) == 0 else { return }
      if number != cutShort, asksToStop() {
        let first = number
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: patience)
          kill(getpid(), stopped)
        }
        _ = unsafe sigwait(&watched, &number)
        if number != cutShort { number = first }
      }
      StagedOutputs.removeAll {
        guard number == cutShort else { end(by: number) }
        writeError("error: \(Self.cutShortMessage)")
        _exit(ExitStatus.inputOutput.rawValue)
      }
    }
    // The rest of a mapped file is gone, and the thread that reads it cannot go on.
    signal(SIGBUS) { _ in
      kill(getpid(), SIGUSR2)
      while true { pause() }
    }
  }

  /// How many seconds work has to put things back; a second signal ends it at once.
  private static let patience = 10.0

  /// Does work that has to put something back where it does not come to its end.
  ///
  /// - Parameters:
  ///   - isNeeded: Whether there is anything to put back; else a signal ends the process at once.
  ///   - body: The work; a signal sets the flag that it gets, and the process ends by that signal when
  ///     the work has ended.
  /// - Returns: What the work returned.
  /// - Throws: What the work threw.
  static func stoppable<Result>(
    when isNeeded: Bool, _ body: (Cancellation) throws(ExchangeError) -> Result
  ) throws(ExchangeError) -> Result {
    let cancellation = Cancellation()
    stopping.withLock { $0 = isNeeded ? cancellation : nil }
    defer {
      stopping.withLock { $0 = nil }
      if cancellation.isCancelled {
        kill(getpid(), stopped)
        while true { pause() }
      }
    }
    return try body(cancellation)
  }

  private static func asksToStop() -> Bool {
    stopping.withLock { work in
      work?.cancel()
      return work != nil
    }
  }

  private static func end(by number: Int32) -> Never {
    var only = set(of: [number])
    unsafe pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
    // Not reached: the signal has its usual effect, which is the end.
    _exit(128 + number)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_DFL)
    guard unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else {
      return false
    }
    signal(number, SIG_IGN)
    return true
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in numbers { unsafe sigaddset(&set, number) }
    return set
  }
}
