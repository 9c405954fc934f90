extension Span<UInt8> {
  /// A copy of the bytes.
  var copied: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }

  /// The bytes as text, or nil if they are not UTF-8.
  var validText: String? {
    unsafe withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) }
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var lossyText: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends a copy of the bytes.
  package mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
