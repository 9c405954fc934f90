extension ReportTemplates {
  /// How a candidate's page reads signatures and certificates: strict DER (ITU-T X.690), and of CMS
  /// (RFC 5652) and X.509 (RFC 5280) only the one form of the format. Everything else is refused.
  static let signatureScript = #"""

    "use strict";
    const refuse = (vi, en) => { throw Object.assign(new Error(en), { vi }); };
    const malformed = () => refuse(\#(arguments("the data have a form that is not allowed")));
    const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
    const same = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
    const joined = (...parts) => Uint8Array.from(parts.flatMap(part => Array.from(part)));
    const digest = async (...parts) =>
      new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

    // Short tags, definite lengths in their shortest form, nothing cut off.
    const elements = bytes => {
      const found = [];
      for (let at = 0; at < bytes.length;) {
        if (bytes.length - at < 2 || (bytes[at] & 31) === 31) malformed();
        let start = at + 2;
        let length = bytes[at + 1];
        if (length > 127) {
          const count = length - 128;
          if (count < 1 || count > 3 || bytes.length < start + count || bytes[start] === 0) malformed();
          length = bytes.subarray(start, start + count).reduce((sum, byte) => sum * 256 + byte, 0);
          if (length < 128) malformed();
          start += count;
        }
        const end = start + length;
        if (end > bytes.length) malformed();
        found.push({
          tag: bytes[at], whole: bytes.subarray(at, end), content: bytes.subarray(start, end) });
        at = end;
      }
      return found;
    };
    // Of the universal types sequences and sets alone are constructed; numbers have one form.
    const checkForm = (bytes, depth = 0) => {
      if (depth > 23) malformed();
      for (const { tag, content } of elements(bytes)) {
        const number = tag & 31;
        const isConstructed = (tag & 32) !== 0;
        if (tag < 64 && (number === 0 || isConstructed !== (number === 16 || number === 17))) malformed();
        if (tag === 1 && hex(content) !== "00" && hex(content) !== "ff") malformed();
        if (tag === 2 && (content.length === 0 || content.length > 1
          && (content[0] === 0 && content[1] < 128 || content[0] === 255 && content[1] > 127))) malformed();
        if (tag === 5 && content.length > 0) malformed();
        if (isConstructed) checkForm(content, depth + 1);
      }
    };
    const tagged = (found, tags) => {
      if (found.length !== tags.length || found.some((part, index) => part.tag !== tags[index])) malformed();
      return found;
    };
    const only = (bytes, tag) => tagged(elements(bytes), [tag])[0];
    const parts = (element, ...tags) => tagged(elements(element.content), tags);
    const members = (set, tag) => {
      const found = elements(set.content);
      found.forEach((part, index) => {
        if (part.tag !== tag || index > 0 && hex(found[index - 1].whole) > hex(part.whole)) malformed();
      });
      return found;
    };

    const names = {
      data: "06092a864886f70d010701", signedData: "06092a864886f70d010702",
      contentType: "06092a864886f70d010903", messageDigest: "06092a864886f70d010904",
      signingTime: "06092a864886f70d010905", signingCertificate: "060b2a864886f70d010910022f",
      ecdsaWithSHA256: "300a06082a8648ce3d040302", basicConstraints: "0603551d13",
      sha256: ["300b0609608648016503040201", "300d06096086480165030402010500"],
      p256: "3059301306072a8648ce3d020106082a8648ce3d03010703420004" };

    // A time as 14 digits and Z; two-digit years end with 2049.
    const time = ({ tag, content }) => {
      const text = String.fromCharCode(...content);
      if (tag === 0x17 && /^\d{12}Z$/.test(text)) return (text < "5" ? "20" : "19") + text;
      if (tag === 0x18 && /^\d{14}Z$/.test(text)) return text;
      return malformed();
    };
    const readCertificate = async der => {
      checkForm(der);
      const [signed, algorithm, value] = parts(only(der, 0x30), 0x30, 0x30, 3);
      const [version, serial, inner, issuer, validity, subject, key, extensions] =
        parts(signed, 0xa0, 2, 0x30, 0x30, 0x30, 0x30, 0x30, 0xa3);
      if (hex(version.content) !== "020102" || value.content[0] !== 0
        || hex(algorithm.whole) !== names.ecdsaWithSHA256 || !same(inner.whole, algorithm.whole)) malformed();
      const dates = elements(validity.content).map(time);
      if (dates.length !== 2) malformed();
      const [list] = parts(extensions, 0x30);
      const constraints = elements(list.content).map(extension => elements(extension.content))
        .filter(fields => hex(fields[0].whole) === names.basicConstraints)
        .flatMap(fields => elements(only(fields[fields.length - 1].content, 0x30).content));
      return {
        key: key.whole, signed: signed.whole, signature: value.content.subarray(1),
        serial: serial.whole, issuer: issuer.whole, subject: subject.whole,
        from: dates[0], to: dates[1], fingerprint: hex(await digest(der)),
        isAuthority: constraints.length > 0 && hex(constraints[0].whole) === "0101ff" };
    };

    // ECDSA: two numbers in DER become 64 bytes, as WebCrypto takes them.
    const plainSignature = der => {
      checkForm(der);
      return joined(...parts(only(der, 0x30), 2, 2).map(({ content }) => {
        const magnitude = content[0] === 0 ? content.subarray(1) : content;
        if (content[0] > 127 || magnitude.length < 1 || magnitude.length > 32) malformed();
        return joined(new Uint8Array(32 - magnitude.length), magnitude);
      }));
    };
    const fits = async (signature, bytes, key) => {
      if (key.length !== 91 || !hex(key).startsWith(names.p256)) return false;
      const imported = await crypto.subtle.importKey(
        "spki", key, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
      return crypto.subtle.verify(
        { name: "ECDSA", hash: "SHA-256" }, imported, plainSignature(signature), bytes);
    };

    // A detached signature: one signer, no content, no revocation list, nothing unsigned.
    const readSignature = async der => {
      if (der.length > 65536) malformed();
      checkForm(der);
      const [type, wrapper] = parts(only(der, 0x30), 6, 0xa0);
      const [signedData] = parts(wrapper, 0x30);
      const [version, digests, content, certificateSet, signers] =
        parts(signedData, 2, 0x31, 0x30, 0xa0, 0x31);
      const [contentType] = parts(content, 6);
      const [algorithm] = parts(digests, 0x30);
      const [signer] = parts(signers, 0x30);
      const [signerVersion, name, signerAlgorithm, attributeSet, signatureAlgorithm, value] =
        parts(signer, 2, 0x30, 0x30, 0xa0, 0x30, 4);
      const [issuer, serial] = parts(name, 0x30, 2);
      if (hex(type.whole) !== names.signedData || hex(contentType.whole) !== names.data
        || hex(version.content) !== "01" || hex(signerVersion.content) !== "01"
        || !names.sha256.includes(hex(algorithm.whole))
        || !names.sha256.includes(hex(signerAlgorithm.whole))
        || hex(signatureAlgorithm.whole) !== names.ecdsaWithSHA256) malformed();
      const encoded = members(certificateSet, 0x30);
      if (encoded.length < 1 || encoded.length > 4) malformed();
      const certificates = await Promise.all(encoded.map(part => readCertificate(part.whole)));
      const own = certificates.filter(certificate =>
        same(certificate.issuer, issuer.whole) && same(certificate.serial, serial.whole));
      if (own.length !== 1) malformed();
      const attributes = new Map();
      for (const attribute of members(attributeSet, 0x30)) {
        const [type, values] = parts(attribute, 6, 0x31);
        const found = elements(values.content);
        const known = [
          names.contentType, names.messageDigest, names.signingTime, names.signingCertificate];
        if (found.length !== 1 || attributes.has(hex(type.whole)) || !known.includes(hex(type.whole)))
          malformed();
        attributes.set(hex(type.whole), found[0]);
      }
      for (const needed of [names.contentType, names.messageDigest, names.signingCertificate])
        if (!attributes.has(needed)) malformed();
      if (hex(attributes.get(names.contentType).whole) !== names.data) malformed();
      if (attributes.has(names.signingTime)) time(attributes.get(names.signingTime));
      const stated = attributes.get(names.messageDigest);
      if (stated.tag !== 4 || stated.content.length !== 32) malformed();
      checkNamed(attributes.get(names.signingCertificate), own[0]);
      return {
        certificate: own[0], helpers: certificates.filter(certificate => certificate !== own[0]),
        digest: stated.content, value: value.content,
        signed: joined([0x31], attributeSet.whole.subarray(1)) };
    };
    // signing-certificate-v2 (RFC 5035): the attributes name the certificate that signed.
    const checkNamed = (attribute, certificate) => {
      if (attribute.tag !== 0x30) malformed();
      const [list] = parts(attribute, 0x30);
      const [entry] = parts(list, 0x30);
      const [hash, ...rest] = elements(entry.content);
      if (!hash || hash.tag !== 4 || hex(hash.content) !== certificate.fingerprint || rest.length > 1)
        malformed();
      for (const issuerSerial of rest) {
        if (issuerSerial.tag !== 0x30) malformed();
        const [general, serial] = parts(issuerSerial, 0x30, 2);
        const [name] = parts(general, 0xa4);
        if (!same(name.content, certificate.issuer) || !same(serial.whole, certificate.serial))
          malformed();
      }
    };

    """#
}
