import COpenSSL

extension LotteryDigest {
  /// The SHA-256 of some bytes as four numbers, the first bytes first.
  ///
  /// OpenSSL writes exactly 32 bytes, into room for 32, and keeps neither pointer.
  static func sha256(_ bytes: [UInt8]) -> (UInt64, UInt64, UInt64, UInt64) {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(status == 1, "SHA-256 is not there")
    func word(_ first: Int) -> UInt64 {
      digest[first..<first + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    return (word(0), word(8), word(16), word(24))
  }
}
