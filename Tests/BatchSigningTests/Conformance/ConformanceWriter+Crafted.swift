import BatchSigning
import Files

/// Signatures taken apart and put together in another way.
extension ConformanceWriter {
  private func craft(_ name: String, _ body: (inout DERTree) throws -> Void) throws {
    try make(name) { batch in
      var tree = DERTree(try readBytes(at: batch + "/manifest.p7s"))
      try body(&tree)
      try writeBytes(tree.encoded, to: batch + "/manifest.p7s")
    }
  }

  /// Where things stand in ContentInfo: SignedData is child 1, 0; its certificates child 3 of
  /// that; the signer child 4, 0, with the signed attributes as child 3.
  func writeCraftedSignatures() throws {
    try make("E_DER-indefinite-length") { batch in
      let tree = DERTree(try readBytes(at: batch + "/manifest.p7s"))
      try writeBytes(tree.indefinite, to: batch + "/manifest.p7s")
    }
    try craft("E_DER-attributes-out-of-order") { tree in
      let attributes = tree[1, 0, 4, 0, 3]
      tree[1, 0, 4, 0, 3].children = attributes.children.reversed()
    }
    try craft("E_DER-version-of-another-form") { $0[1, 0, 0] = .leaf(tag: 0x02, content: [3]) }
    try craft("E_CMS_ATTR-message-digest-missing") { tree in
      let attributes = tree[1, 0, 4, 0, 3].children
      tree[1, 0, 4, 0, 3].children = attributes.filter { !Self.isMessageDigest($0) }
    }
    try craft("E_CMS_ATTR-message-digest-twice") { tree in
      let attributes = tree[1, 0, 4, 0, 3].children
      let digests = attributes.filter(Self.isMessageDigest)
      tree[1, 0, 4, 0, 3].children = attributes + digests
    }
    try craft("E_CMS_ATTR-message-digest-with-two-values") { tree in
      tree[1, 0, 4, 0, 3].children = tree[1, 0, 4, 0, 3].children.map { attribute in
        guard Self.isMessageDigest(attribute) else { return attribute }
        var changed = attribute
        changed[1].children = attribute[1].children + attribute[1].children
        return changed
      }
    }
    try craft("E_CMS_ATTR-content-type-is-not-data") { tree in
      // id-signedData in the place of id-data.
      tree[1, 0, 2, 0] = tree[0]
    }
    try craft("E_CMS_ATTR-unsigned-attribute") { tree in
      let attribute = tree[1, 0, 4, 0, 3].children[0]
      tree[1, 0, 4, 0].children += [.node(tag: 0xa1, children: [attribute])]
    }
    try craft("E_CMS_SIGNERS-none") { $0[1, 0, 4].children = [] }
    try craft("E_CMS_SIGNERS-the-same-twice") { tree in
      let signer = tree[1, 0, 4, 0]
      tree[1, 0, 4].children = [signer, signer]
    }
    try craft("E_CMS_SIGNERS-five-certificates") { tree in
      let certificate = tree[1, 0, 3, 0]
      tree[1, 0, 3].children = Array(repeating: certificate, count: 5)
    }
    let list = DERTree(try Pilot.trust().revocationList.der)
    try craft("E_CMS_CRL-list-inside") { tree in
      tree[1, 0].children.insert(.node(tag: 0xa1, children: [list]), at: 4)
    }
    try make("E_SIG_DIGEST-attributes-handed-over-as-the-content") { batch in
      // The forgery on messages without signed attributes: what was signed becomes the content.
      let tree = DERTree(try readBytes(at: batch + "/manifest.p7s"))
      let attributes = DERTree.node(tag: 0x31, children: tree[1, 0, 4, 0, 3].children)
      try writeBytes(attributes.encoded, to: batch + "/manifest.json")
    }
  }

  private static func isMessageDigest(_ attribute: DERTree) -> Bool {
    guard case .leaf(_, let type) = attribute[0] else { return false }
    return type.suffix(2) == [9, 4]
  }
}
