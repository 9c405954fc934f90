import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The examples of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func published(text: String, digest: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hex == digest)
  }

  @Test("Pieces make the digest of the whole, and a used hash begins anew")
  func pieces() {
    var hash = SHA256()
    for _ in 0..<2 {
      hash.update(Array("ab".utf8))
      hash.update([])
      hash.update(Array("c".utf8))
      #expect(hash.finish() == SHA256.digest(of: Array("abc".utf8)))
    }
  }

  @Test("Digests are read from 64 lower-case digits and from nothing else")
  func reading() throws {
    let digest = SHA256.digest(of: [1])
    #expect(SHA256Digest(hex: digest.hex) == digest)
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    for text in [digest.hex.uppercased(), String(digest.hex.dropLast()), digest.hex + "00", "x"] {
      #expect(SHA256Digest(hex: text) == nil)
    }
  }

  @Test("Digests are ordered as their bytes are")
  func order() {
    let digests = (0..<50).map { SHA256.digest(of: [UInt8($0)]) }
    let ordered = digests.sorted { $0.precedes($1) }
    #expect(ordered == digests.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
  }
}
