extension ByteWindow {
  /// The bytes before the marks 0x1A with which programs of DOS, such as FoxPro, end a text.
  ///
  /// - Complexity: O(marks).
  var withoutEndMark: ByteWindow {
    var end = count
    while end > 0, self[end - 1] == 0x1A { end -= 1 }
    return slice(0..<end)
  }
}
