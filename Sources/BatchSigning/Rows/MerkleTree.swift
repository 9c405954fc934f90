public import Parallel

/// Hashes of the tree (RFC 6962, section 2.1) with salted leaves.
///
/// A leaf is SHA-256(0x00, salt, row), a node SHA-256(0x01, left, right). Pairs are joined level
/// by level and an odd last node moves up unchanged, which gives the shape of RFC 6962: the
/// greatest power of two to the left.
public enum MerkleTree {
  /// The root over rows that are in memory, hashed block by block on many threads.
  ///
  /// - Parameters:
  ///   - rows: The rows without a header, each ended by a line feed; what follows the last one is
  ///     no row.
  ///   - salt: The key of the salts, 32 bytes.
  ///   - plan: The threads.
  /// - Returns: The root that a manifest names.
  /// - Throws: ``SigningError`` with `E_SIZE` for a key of another length, or `library`.
  /// - Complexity: O(bytes) time.
  public static func root(
    ofRows rows: [UInt8], salt: [UInt8], plan: WorkPlan = .allCores
  ) throws(SigningError) -> SHA256Digest {
    let index = RowIndex(rows, plan: plan)
    let blocks = try plan.mapChunks(of: index.rowCount, chunkLength: blockLength) {
      (range: Range<Int>) throws(SigningError) -> [UInt8] in
      root(try leaves(index, range, firstRow: range.lowerBound, salt: salt)).bytes
    }
    return root(blocks.flatMap(\.self))
  }

  /// Rows in a block; each full block is a whole subtree.
  static let blockLength = 1 << 14
  static let saltLength = 16

  /// Hashes rows that lie in one block.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - range: Which of them.
  ///   - firstRow: The number of the first one in the whole file, from 0: salts go by it.
  ///   - salt: The key of the salts, 32 bytes.
  /// - Returns: The leaves one after another, 32 bytes each.
  /// - Throws: ``SigningError`` with `library`.
  static func leaves(
    _ rows: RowIndex, _ range: Range<Int>, firstRow: Int, salt: [UInt8]
  ) throws(SigningError) -> [UInt8] {
    let cipher = try SaltCipher(key: salt, firstBlock: UInt64(firstRow))
    let salts = try cipher.next(range.count * saltLength)
    let context = DigestContext()
    var leaves = [UInt8](repeating: 0, count: range.count * SHA256Digest.byteCount)
    let bytes = unsafe rows.bytes.span.bytes
    let saltBytes = unsafe salts.span.bytes
    var output = leaves.mutableSpan
    for offset in 0..<range.count {
      let saltStart = offset * saltLength
      context.digest(
        prefix: 0, saltBytes.extracting(saltStart..<saltStart + saltLength),
        bytes.extracting(rows.row(range.lowerBound + offset)), into: &output,
        at: offset * SHA256Digest.byteCount)
    }
    return leaves
  }

  /// The salt of one row.
  package static func salt(ofRow index: Int, key: [UInt8]) throws(SigningError) -> [UInt8] {
    try SaltCipher(key: key, firstBlock: UInt64(index)).next(saltLength)
  }

  /// The hash of a leaf by its parts.
  package static func leaf(salt: [UInt8], row: [UInt8]) -> SHA256Digest {
    SHA256.digest(of: [0] + salt + row)
  }

  /// The hash of a node by its children.
  static func node(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
    SHA256.digest(of: [1] + left.bytes + right.bytes)
  }

  /// Joins nodes two by two; an odd last one moves up.
  static func nextLevel(_ nodes: [UInt8], _ context: DigestContext) -> [UInt8] {
    let width = SHA256Digest.byteCount
    let pairs = nodes.count / (2 * width)
    var joined = [UInt8](repeating: 0, count: pairs * width)
    let bytes = unsafe nodes.span.bytes
    var output = joined.mutableSpan
    for pair in 0..<pairs {
      let start = 2 * pair * width
      context.digest(
        prefix: 1, bytes.extracting(start..<start + 2 * width), RawSpan(), into: &output,
        at: pair * width)
    }
    joined += nodes[(2 * pairs * width)...]
    return joined
  }

  /// The one node above these; for none the digest of nothing.
  package static func root(_ nodes: [UInt8]) -> SHA256Digest {
    let context = DigestContext()
    var level = nodes
    while level.count > SHA256Digest.byteCount { level = nextLevel(level, context) }
    return SHA256Digest(bytes: level) ?? context.finish()
  }

  /// The siblings on the way from a node to the root.
  package static func path(to index: Int, in nodes: [UInt8]) -> [SHA256Digest] {
    let width = SHA256Digest.byteCount
    let context = DigestContext()
    var (level, position, path) = (nodes, index, [SHA256Digest]())
    while level.count > width {
      let sibling = (position ^ 1) * width
      if sibling < level.count, let digest = SHA256Digest(bytes: level[sibling..<sibling + width]) {
        path.append(digest)
      }
      position /= 2
      level = nextLevel(level, context)
    }
    return path
  }

  /// The root that a path leads to from a leaf; nil unless it has exactly the right length
  /// (RFC 9162, section 2.1.3.2).
  package static func root(
    from leaf: SHA256Digest, index: Int, count: Int, path: [SHA256Digest]
  ) -> SHA256Digest? {
    guard index >= 0, index < count else { return nil }
    var (position, last, digest) = (index, count - 1, leaf)
    for sibling in path {
      guard last > 0 else { return nil }
      if position % 2 == 1 || position == last {
        digest = node(sibling, digest)
        while position % 2 == 0 && position > 0 {
          position /= 2
          last /= 2
        }
      } else {
        digest = node(digest, sibling)
      }
      position /= 2
      last /= 2
    }
    return last == 0 ? digest : nil
  }
}
