import BatchSigning
import Files

extension ConformanceWriter {
  func writeSignatures() throws {
    try make("accepted-signed-by-the-plain-tool") { try toolSignature($0, ["-cades"]) }
    try make("E_CMS_ATTR-no-signing-certificate") { try toolSignature($0, []) }
    try make("E_CMS_ATTR-no-signed-attributes") { try toolSignature($0, ["-noattr"]) }
    try make("E_CMS_ALG-sha1") { try toolSignature($0, ["-md", "sha1"]) }
    try make("E_CMS_ALG-sha384") { try toolSignature($0, ["-cades", "-md", "sha384"]) }
    try make("E_CMS_EMBEDDED-content-inside") { try toolSignature($0, ["-cades", "-nodetach"]) }
    try make("E_CMS_SIGNERS-no-certificate") { try toolSignature($0, ["-cades", "-nocerts"]) }
    try make("E_CMS_SIGNERS-named-by-key-identifier") {
      try toolSignature($0, ["-cades", "-keyid"])
    }
    try make("E_CMS_SIGNERS-two-offices") {
      try toolSignature(
        $0,
        [
          "-cades", "-signer", Pilot.authority.folder + "/GHA.pem", "-inkey",
          Pilot.authority.folder + "/GHA.key",
        ])
    }
    try make("E_CMS_ATTR-other-content-type") {
      try toolSignature($0, ["-cades", "-econtent_type", "1.2.840.113549.1.9.16.1.4"])
    }
    try make("E_CMS_ATTR-smime-capabilities") { batch in
      let keys = Pilot.authority.folder
      _ = try OpenSSLTool.run([
        "cms", "-sign", "-binary", "-cades", "-in", batch + "/manifest.json", "-signer",
        keys + "/BKA.pem", "-inkey", keys + "/BKA.key", "-outform", "DER", "-out",
        batch + "/manifest.p7s",
      ])
    }
    try make("E_CMS_ALG-rsa-key") {
      try strangeKey($0, ["rsa", "-pkeyopt", "rsa_keygen_bits:2048"])
    }
    try make("E_CMS_ALG-curve-p384") {
      try strangeKey($0, ["EC", "-pkeyopt", "ec_paramgen_curve:P-384"])
    }
    try make("accepted-with-the-authority-inside") {
      try toolSignature($0, ["-cades", "-certfile", Pilot.authority.folder + "/ca.crt"])
    }
    try make("E_CHAIN-certificate-too-many") {
      try toolSignature($0, ["-cades", "-certfile", Pilot.authority.folder + "/root.1.crt"])
    }
    try make("E_DER-byte-behind-the-signature") {
      try edit($0 + "/manifest.p7s") { $0.append(0) }
    }
    try make("E_DER-empty-signature") { try writeBytes([], to: $0 + "/manifest.p7s") }
    try make("E_LIMIT-signature-too-long") {
      try edit($0 + "/manifest.p7s") { $0 += [UInt8](repeating: 0, count: 65_536) }
    }
    try make("E_SIG-last-byte-of-the-signature") {
      try edit($0 + "/manifest.p7s") { $0[$0.count - 1] ^= 1 }
    }
    try make("E_SIG-co-signature") {
      try edit($0 + "/manifest.cosign.p7s") { $0[$0.count - 1] ^= 1 }
    }
    try make("E_SIG_DIGEST-manifest-changed") {
      try edit($0 + "/manifest.json") { $0[$0.count - 2] ^= 1 }
    }
  }

  /// A signature with a key of another kind, which vouches for itself.
  private func strangeKey(_ batch: String, _ kind: [String]) throws {
    let key = batch + "/../stranger.key"
    let certificate = batch + "/../stranger.pem"
    defer {
      try? removeItem(at: key)
      try? removeItem(at: certificate)
    }
    for arguments in [
      ["genpkey", "-out", key, "-algorithm"] + kind,
      [
        "req", "-x509", "-new", "-key", key, "-subj", "/CN=BKA", "-days", "3650", "-out",
        certificate,
      ],
      [
        "cms", "-sign", "-binary", "-nosmimecap", "-cades", "-in", batch + "/manifest.json",
        "-signer", certificate, "-inkey", key, "-outform", "DER", "-out", batch + "/manifest.p7s",
      ],
    ] {
      let result = try OpenSSLTool.run(arguments)
      guard result.status == 0 else { throw SigningError(.library, "openssl", "\(result.output)") }
    }
  }
}
