import BatchSigning
import Files
import Foundation
import Testing

@Suite("Published vectors")
struct PublishedVectorTests {
  /// The leaves of the reference tree of RFC 6962 implementations.
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6f),
  ]

  /// Its roots over the first 1 to 8 leaves, from the certificate-transparency project.
  private static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private static func hashes(_ count: Int) -> [SHA256Digest] {
    leaves.prefix(count).map { MerkleTree.leaf(salt: [], row: $0) }
  }

  @Test("The tree has the roots of the reference tree of RFC 6962", arguments: 1...8)
  func roots(count: Int) {
    #expect(MerkleTree.root(Self.hashes(count).flatMap(\.bytes)).hex == Self.roots[count - 1])
  }

  @Test("The tree of no rows is the digest of nothing")
  func emptyTree() {
    #expect(
      MerkleTree.root([]).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("Every inclusion path leads to the root, and no changed one does", arguments: 1...8)
  func inclusion(count: Int) throws {
    let hashes = Self.hashes(count)
    let nodes = hashes.flatMap(\.bytes)
    let root = MerkleTree.root(nodes)
    for index in 0..<count {
      let path = MerkleTree.path(to: index, in: nodes)
      func reached(_ index: Int, _ count: Int, _ path: [SHA256Digest]) -> SHA256Digest? {
        guard hashes.indices.contains(index) else { return nil }
        return MerkleTree.root(from: hashes[index], index: index, count: count, path: path)
      }
      #expect(reached(index, count, path) == root)
      #expect(reached(index, count, path + [.zero]) == nil)
      if !path.isEmpty {
        #expect(reached(index, count, Array(path.dropLast())) != root)
        #expect(reached(index, count, [.zero] + path.dropFirst()) != root)
      }
      #expect(MerkleTree.root(from: hashes[index], index: count, count: count, path: path) == nil)
      for other in 0..<count where other != index {
        #expect(
          MerkleTree.root(from: hashes[index], index: other, count: count, path: path) != root)
      }
    }
  }

  @Test("Members are sorted as RFC 8785, section 3.2.3, shows")
  func memberOrder() throws {
    let names = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"]
    let bytes = CanonicalJSON.encode(
      .object(names.map { JSONMember($0, .integer(0)) }))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "{\"\\r\":0,\"1\":0,\"\u{80}\":0,\"\u{f6}\":0,\"\u{20ac}\":0,\"\u{1f600}\":0,\"\u{fb33}\":0}"
    )
  }

  @Test(
    "JSON that two readers could take differently is refused",
    arguments: [
      "{\"a\":1,\"a\":1}", "{\"a\":1.0}", "{\"a\":1e0}", "{\"a\":01}", "{\"a\":-0}", "{ \"a\":1}",
      "{\"a\":1}\n", "\u{feff}{}", "{\"b\":1,\"a\":1}", "{\"a\":\"\\u0041\"}", "{\"a\":\"\\/\"}",
      "{\"a\":9007199254740992}", "{\"a\":\"\\ud800\"}", "{\"a\":1,}", "[1,]", "nul", "\"a",
      String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
  func ambiguousJSON(text: String) {
    #expect(throws: SigningError(.json)) {
      try CanonicalJSON.decode(Array(text.utf8), subject: "test")
    }
  }

  @Test("Canonical JSON is read and written to the same bytes")
  func canonicalRoundTrip() throws {
    let text = "{\"a\":[true,false,null,-12,\"\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u{7f}Ễ\"],\"b\":{}}"
    let value = try CanonicalJSON.decode(Array(text.utf8), subject: "test")
    #expect(String(decoding: CanonicalJSON.encode(value), as: UTF8.self) == text)
  }

  @Test("SHA-256 gives the digests of FIPS 180-4")
  func sha256() throws {
    #expect(
      SHA256.digest(of: Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    var hash = SHA256()
    for _ in 0..<10_000 { hash.update(Array(repeating: UInt8(ascii: "a"), count: 100)) }
    let million = hash.finish()
    #expect(million.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(SHA256Digest(hex: million.hex) == million)
    #expect(SHA256Digest(hex: million.hex.uppercased()) == nil)
  }

  /// Where the public vectors lie on this machine, if they do.
  private static let vectors = ProcessInfo.processInfo.environment["SCORE_EXCHANGE_VECTORS"]

  @Test(
    "Every verdict of Wycheproof on ECDSA P-256 with SHA-256 is ours",
    .enabled(if: vectors != nil, "SCORE_EXCHANGE_VECTORS is not set"))
  func wycheproof() throws {
    let path = try #require(Self.vectors) + "/wycheproof/ecdsa_secp256r1_sha256_test.json"
    let document = try JSONDecoder().decode(
      Wycheproof.self, from: Data(try readBytes(at: path)))
    var count = 0
    for group in document.testGroups {
      let key = bytes(group.publicKeyDer)
      for test in group.tests {
        count += 1
        let verdict = PublicKeyInfo.verifies(bytes(test.sig), over: bytes(test.msg), key: key)
        #expect(verdict == (test.result == "valid"), "\(test.tcId) \(test.comment)")
      }
    }
    #expect(count == 484)
  }

  private struct Wycheproof: Decodable {
    struct Group: Decodable {
      let publicKeyDer: String
      let tests: [Vector]
    }
    struct Vector: Decodable {
      let tcId: Int
      let comment: String
      let msg: String
      let sig: String
      let result: String
    }
    let testGroups: [Group]
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { $0 > 0x39 ? $0 - 0x61 + 10 : $0 - 0x30 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
