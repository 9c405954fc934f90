import Parallel
import Testing

@Suite("Items put group by group")
struct ItemGroupsTests {
  @Test(
    "lie in the order of their groups and, in each, in their own, on any number of threads",
    arguments: [
      (0, 0), (0, 5), (1, 1), (9, 1), (300, 3), (300, 1_000), (200_000, 70_001), (200_000, 256),
    ])
  func grouped(count: Int, groupCount: Int) {
    let group = { @Sendable (item: Int) in item &* 2_654_435_761 % max(1, groupCount) }
    var expected = [[UInt32]](repeating: [], count: groupCount)
    for item in 0..<count { expected[group(item)].append(UInt32(item)) }
    let starts = expected.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    for threads in [1, 2, 8] {
      let groups = WorkPlan(threadCount: threads).groups(
        ofItems: count, groupCount: groupCount, group)
      #expect(groups.items == Array(expected.joined()))
      #expect(groups.starts.map(Int.init) == starts)
    }
  }
}
