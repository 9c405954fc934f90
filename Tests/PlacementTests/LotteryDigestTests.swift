import Placement
import Testing

@Suite("The lottery")
struct LotteryDigestTests {
  @Test("draws the SHA-256 of seed, programme and applicant with nothing between")
  func published() {
    // FIPS 180-4 examples "abc" and the 56-byte message, cut into three parts.
    let short = LotteryDigest(seed: "a", programme: "b", applicant: "c")
    #expect(
      short.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = LotteryDigest(
      seed: "abcdbcdecdefdefgefgh", programme: "fghighijhijk", applicant: "ijkljklmklmnlmnomnopnopq"
    )
    #expect(
      long.description == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test("digests texts of every length around a block")
  func lengths() {
    // sha256sum of 'x' repeated 55, 56, 63, 64 and 119 times.
    let expected = [
      55: "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072",
      56: "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e",
      63: "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2",
      64: "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c",
      119: "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c",
    ]
    for (count, digest) in expected {
      let text = String(repeating: "x", count: count)
      #expect(LotteryDigest(seed: text, programme: "", applicant: "").description == digest)
    }
  }
}
