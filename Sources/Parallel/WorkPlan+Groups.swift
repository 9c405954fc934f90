/// Items group by group.
package struct ItemGroups: Sendable {
  /// The items of the first group, then those of the next, in each the lowest first.
  package let items: [UInt32]
  /// Where each group begins in ``items``, and at the end the number of items.
  package let starts: [UInt32]
}

extension WorkPlan {
  /// Puts items group by group, concurrently: a counting sort of two rounds, so that each place is
  /// written while its neighbours are in the processor's cache.
  ///
  /// - Parameters:
  ///   - count: Items are 0 and up, below this, which is at most 2^32.
  ///   - groupCount: Groups are below it.
  ///   - group: The group of an item.
  /// - Returns: The groups, the same for any number of threads.
  /// - Complexity: O(items + groups). Memory: 12 bytes an item, 4 a group.
  package func groups(
    ofItems count: Int, groupCount: Int, _ group: @Sendable (Int) -> Int
  ) -> ItemGroups {
    let groupBits = Int.bitWidth - max(0, groupCount - 1).leadingZeroBitCount
    // Some hundred parts of neighbouring groups.
    let shift = max(0, groupBits - 8)
    let partLength = 1 << shift
    let partCount = (groupCount + partLength - 1) >> shift
    let chunks = mapChunks(of: count, chunkLength: 1 << 16) { items in
      let groups = items.map { UInt32(truncatingIfNeeded: group($0)) }
      let starts = groupStarts(groups.lazy.map { Int($0) >> shift }, groupCount: partCount)
      var next = starts
      var dealt = [(group: UInt32, item: UInt32)](repeating: (0, 0), count: items.count)
      for (group, item) in zip(groups, items) {
        let part = Int(group) >> shift
        dealt[next[part]] = (group, UInt32(truncatingIfNeeded: item))
        next[part] += 1
      }
      return (starts: starts, dealt: dealt)
    }
    let parts = map(count: partCount) { part in
      let first = part << shift
      let own = chunks.lazy.map { $0.dealt[$0.starts[part]..<$0.starts[part + 1]] }
      let starts = groupStarts(
        own.joined().lazy.map { Int($0.group) - first },
        groupCount: min(partLength, groupCount - first))
      var next = starts
      var items = [UInt32](repeating: 0, count: starts[starts.count - 1])
      for dealt in own {
        for (group, item) in dealt {
          items[next[Int(group) - first]] = item
          next[Int(group) - first] += 1
        }
      }
      return (starts: starts, items: items)
    }
    let partStarts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.items.count) }
    let groupPlaces = parts.indices.map { $0 << shift } + [groupCount]
    let items: [UInt32] = filledArray(starts: partStarts) { part, output in
      for item in parts[part].items { output.append(item) }
    }
    let starts: [UInt32] = filledArray(starts: groupPlaces) { part, output in
      for start in parts[part].starts.dropLast() {
        output.append(UInt32(truncatingIfNeeded: partStarts[part] + start))
      }
    }
    return ItemGroups(items: items, starts: starts + [UInt32(truncatingIfNeeded: count)])
  }
}
