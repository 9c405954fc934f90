import RecordLinkage
import Testing

@Suite("The hash of a key")
struct ByteHashTests {
  private func hash(_ parts: [String], seed: UInt64 = 1) -> UInt64 {
    var hash = ByteHash(byteCount: parts.reduce(0) { $0 + $1.utf8.count }, seed: seed)
    for part in parts { hash.add(Array(part.utf8).span) }
    return hash.value
  }

  @Test("is the same however the key is cut, as a source and a number are two parts of one")
  func parts() {
    let whole = hash(["BKA/TSA/2025-1/A0001"])
    #expect(hash(["BKA/TSA/2025-1/", "A0001"]) == whole)
    #expect(hash(["", "BKA/", "TSA/2025-1/A000", "1"]) == whole)
  }

  @Test("is another one for another key, length or seed, and never zero")
  func others() {
    let hashes = [
      hash([]), hash(["A"]), hash(["AA"]), hash(["\0"]), hash(["\0\0"]), hash(["A"], seed: 2),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(!hashes.contains(0))
  }
}
