/// A name as three places in the stock of words; an absent middle is the empty word 0.
struct SampleName: Sendable, Hashable {
  var family: Int
  var middle: Int
  var given: Int

  /// Appends the whole name, its words separated by single spaces.
  func append(to bytes: inout [UInt8], decomposed: Bool = false) {
    appendFamilyAndMiddle(to: &bytes, decomposed: decomposed)
    bytes.append(0x20)
    appendGiven(to: &bytes, decomposed: decomposed)
  }

  /// Appends everything before the given name ("Họ đệm").
  func appendFamilyAndMiddle(to bytes: inout [UInt8], decomposed: Bool = false) {
    let stock = SampleNameStock.shared
    bytes += decomposed ? stock.decomposedWords[family] : stock.words[family]
    guard middle != 0, !stock.words[middle].isEmpty else { return }
    bytes.append(0x20)
    bytes += decomposed ? stock.decomposedWords[middle] : stock.words[middle]
  }

  /// Appends the given name ("Tên").
  func appendGiven(to bytes: inout [UInt8], decomposed: Bool = false) {
    let stock = SampleNameStock.shared
    bytes += decomposed ? stock.decomposedWords[given] : stock.words[given]
  }

  /// The whole name, composed.
  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
