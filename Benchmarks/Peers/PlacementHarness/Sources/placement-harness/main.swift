import Foundation
import Parallel
import Placement
import ScoreExchange

// Times the parts of a placement one by one, as `placement_heap solve` does:
//
//   placement-harness DIR    reads programmes.csv and wishes.csv, prints seconds of wall and processor
//
// The answers of both ways are compared before anything is printed.

/// Seconds by the clock on the wall and of the processor, over all threads.
func timed<Value>(_ work: () throws -> Value) rethrows -> (value: Value, text: String) {
  let (wall, processor) = (ContinuousClock.now, clock())
  let value = try work()
  let passed = (ContinuousClock.now - wall) / Duration.seconds(1)
  let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
  return (value, String(format: "%.3f (cpu %.3f)", passed, used))
}

func source(_ name: String) -> TableSource {
  let path = CommandLine.arguments[1] + "/" + name
  return TableSource(file: NamedFile(text: path, path: path, line: 0), layout: TableLayout())
}

let request = PlacementRequest(
  programmes: source("programmes.csv"), wishes: source("wishes.csv"))
let (files, reading) = try timed { try PlacementFiles(request) }
let problem = files.problem
let (alone, solving) = try timed { try DeferredAcceptance.place(problem, plan: .sequential) }
let (shared, sharing) = try timed { try DeferredAcceptance.place(problem, plan: .allCores) }
let (second, proving) = try timed { try CutoffIteration.place(problem, plan: .sequential) }
guard alone.programmes == shared.programmes, alone.programmes == second.programmes else {
  fatalError("the two ways do not agree")
}
print("read \(reading) solve \(solving) on all cores \(sharing) second way \(proving)")
