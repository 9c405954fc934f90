/// Where each group begins once items stand group by group: the first half of a counting sort.
///
/// - Parameters:
///   - groups: The group of each item.
///   - groupCount: Groups are below it.
/// - Returns: The place of the first item of each group, and at the end the number of items.
/// - Complexity: O(items + groups).
@inlinable
package func groupStarts(_ groups: some Sequence<Int>, groupCount: Int) -> [Int] {
  var starts = [Int](repeating: 0, count: groupCount + 1)
  for group in groups { starts[group + 1] += 1 }
  for group in 0..<groupCount { starts[group + 1] += starts[group] }
  return starts
}
