import Parallel
import Synchronization
import Testing

@Suite("A work plan")
struct WorkPlanTests {
  struct Refusal: Error, Equatable { let index: Int }

  @Test("gives results in item order on any number of threads", arguments: [1, 2, 3, 8, 64])
  func order(threads: Int) {
    let squares = WorkPlan(threadCount: threads).map(count: 1_000) { $0 * $0 }
    #expect(squares == (0..<1_000).map { $0 * $0 })
  }

  @Test("throws the failure of the lowest index, whoever fails first", arguments: [1, 2, 8])
  func failure(threads: Int) {
    #expect(throws: Refusal(index: 17)) {
      try WorkPlan(threadCount: threads).map(count: 200) { (index: Int) throws(Refusal) -> Int in
        if index == 17 || index == 23 || index > 150 { throw Refusal(index: index) }
        return index
      }
    }
  }

  @Test("covers every item once when it cuts work into ranges", arguments: [0, 1, 7, 8, 9, 1_000])
  func chunks(count: Int) {
    let ranges = WorkPlan(threadCount: 3).mapChunks(of: count, chunkLength: 8) { $0 }
    #expect(ranges.flatMap(Array.init) == Array(0..<count))
    #expect(ranges.allSatisfy { $0.count <= 8 })
  }

  @Test(
    "hands over results in order while others are made", arguments: [0, 1, 7, 8, 9, 1_000],
    [0, 1, 8, 200])
  func inOrder(count: Int, ahead: Int) {
    for threads in [1, 2, 3, 16] {
      var taken: [Int] = []
      WorkPlan(threadCount: threads).map(count: count, ahead: ahead) {
        $0 * $0
      } take: {
        taken.append($0)
      }
      #expect(taken == (0..<count).map { $0 * $0 })
    }
  }

  @Test(
    "hands over nothing after the first failure, whoever fails", arguments: [1, 2, 8], [17, 40])
  func failureInOrder(threads: Int, refused: Int) {
    var taken: [Int] = []
    #expect(throws: Refusal(index: min(23, refused))) {
      try WorkPlan(threadCount: threads).map(count: 200, ahead: 4) {
        (index: Int) throws(Refusal) -> Int in
        if index == 23 || index > 150 { throw Refusal(index: index) }
        return index
      } take: { (index: Int) throws(Refusal) in
        if index == refused { throw Refusal(index: index) }
        taken.append(index)
      }
    }
    #expect(taken == Array(0..<min(23, refused)))
  }

  @Test(
    "does all work that results call for, while it hands over others in order",
    arguments: [1, 2, 8])
  func workInOrder(threads: Int) {
    let done = Mutex<Set<Int>>([])
    var taken: [Int] = []
    WorkPlan(threadCount: threads).map(count: 500, ahead: 4) {
      $0
    } takeUp: { index in
      taken.append(index)
      guard index.isMultiple(of: 7) else { return nil }
      return { done.withLock { _ = $0.insert(index) } }
    }
    #expect(taken == Array(0..<500))
    #expect(done.withLock { $0 } == Set(stride(from: 0, to: 500, by: 7)))
  }

  @Test("ends with the failure of work that a result called for", arguments: [1, 2, 8])
  func failureOfWork(threads: Int) {
    #expect(throws: Refusal(index: 30)) {
      try WorkPlan(threadCount: threads).map(count: 200, ahead: 4) {
        (index: Int) throws(Refusal) -> Int in
        index
      } takeUp: { (index: Int) throws(Refusal) in
        guard index == 30 else { return nil }
        return { () throws(Refusal) in throw Refusal(index: index) }
      }
    }
  }

  @Test(
    "does other work beside its items, and loses none of them",
    arguments: [1, 2, 8], [0, 1, 50])
  func besideItems(threads: Int, count: Int) {
    let (squares, other) = WorkPlan(threadCount: threads).map(count: count) {
      "other"
    } _: {
      $0 * $0
    }
    #expect(squares == (0..<count).map { $0 * $0 } && other == "other")
  }

  @Test("fills an array part by part, in its place", arguments: [1, 2, 8])
  func filling(threads: Int) {
    let starts = [0, 0, 7, 7, 1_000, 1_001]
    let filled: [Int32] = WorkPlan(threadCount: threads).filledArray(starts: starts) { part, room in
      for element in starts[part]..<starts[part + 1] { room.append(Int32(element)) }
    }
    #expect(filled == (0..<1_001).map(Int32.init))
    let empty: [Bool] = WorkPlan.sequential.filledArray(starts: [0]) { _, _ in }
    #expect(empty.isEmpty)
  }

  @Test("fills an array element by element, in order", arguments: [1, 2, 8])
  func elements(threads: Int) {
    let plan = WorkPlan(threadCount: threads)
    #expect(plan.filledArray(count: 200_000) { $0 * 3 } == (0..<200_000).map { $0 * 3 })
    #expect(plan.filledArray(count: 0) { $0 }.isEmpty)
  }

  @Test("does two pieces of work and throws what one of them threw", arguments: [1, 2])
  func both(threads: Int) throws {
    let plan = WorkPlan(threadCount: threads)
    let done = plan.both({ 7 }, { "eight" })
    #expect(done.0 == 7 && done.1 == "eight")
    #expect(throws: Refusal(index: 2)) {
      _ = try plan.both { () throws(Refusal) in
        1
      } _: { () throws(Refusal) -> Int in
        throw Refusal(index: 2)
      }
    }
    #expect(plan.besideOther.threadCount == 1)
  }

  @Test("copies elements of any indices, of any width", arguments: [1, 8])
  func selection(threads: Int) {
    let plan = WorkPlan(threadCount: threads)
    let elements = (0..<1_000).map { UInt16($0) }
    let indices = (0..<200_000).map { UInt32($0 * 37 % 500) }
    #expect(plan.selection(of: elements, at: indices) == indices.map { elements[Int($0)] })
    #expect(
      plan.selection(of: elements, at: indices, width: 2)
        == indices.flatMap { elements[Int($0) * 2...Int($0) * 2 + 1] })
    #expect(plan.selection(of: elements, at: []) == [])
  }

  @Test("counts less than one thread as one")
  func atLeastOne() {
    #expect(WorkPlan(threadCount: -4).threadCount == 1)
    #expect(WorkPlan.allCores.threadCount >= 1)
  }

  @Test("is told to stop by a cancellation that cannot be taken back")
  func cancellation() {
    let cancellation = Cancellation()
    #expect(!cancellation.isCancelled)
    cancellation.cancel()
    #expect(cancellation.isCancelled)
  }
}
