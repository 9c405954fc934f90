/// The places of numbers in ascending order, of which two runs stand one behind the other; nil where
/// there is but one.
func fileOrder(of numbers: [UInt32]) -> [UInt32]? {
  guard let second = numbers.indices.dropFirst().first(where: { numbers[$0 - 1] > numbers[$0] })
  else { return nil }
  var order: [UInt32] = []
  order.reserveCapacity(numbers.count)
  var (left, right) = (0, second)
  while left < second || right < numbers.count {
    if right == numbers.count || left < second && numbers[left] < numbers[right] {
      order.append(UInt32(left))
      left += 1
    } else {
      order.append(UInt32(right))
      right += 1
    }
  }
  return order
}
