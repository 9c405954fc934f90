extension ReportTemplates {
  /// How a candidate's page checks its receipt. Each step leaves its verdict on the page, and the
  /// values of the row are shown only when all have passed.
  static let receiptScript = #"""
    const bytesOf = text => {
      const plain = typeof text === "string" ? atob(text) : malformed();
      if (btoa(plain) !== text) malformed();
      return Uint8Array.from(plain, character => character.charCodeAt(0));
    };
    // RFC 8785: a document is equal to its one form, so no member can stand twice or hide.
    const canonical = value => Array.isArray(value) ? "[" + value.map(canonical).join() + "]"
      : value === null || typeof value !== "object" ? JSON.stringify(value)
      : "{" + Object.keys(value).sort()
        .map(key => JSON.stringify(key) + ":" + canonical(value[key])).join() + "}";
    const parse = bytes => {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      const value = JSON.parse(text);
      if (canonical(value) !== text) malformed();
      return value;
    };
    const count = (value, least) => Number.isSafeInteger(value) && value >= least ? value : malformed();
    const readReceipt = href => {
      const receipt = parse(bytesOf(href.slice(href.indexOf(",") + 1)));
      const members = ["cosign", "format", "index", "issuer_sig", "manifest", "path", "row", "rows", "salt"];
      if (Object.keys(receipt).join() !== members.join() || receipt.format !== "exam-receipt/1"
        || !Array.isArray(receipt.path) || receipt.path.length > 64
        || !receipt.path.every(hash => typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash)))
        malformed();
      const read = {
        manifest: bytesOf(receipt.manifest), issuer: bytesOf(receipt.issuer_sig),
        coordinator: bytesOf(receipt.cosign), row: bytesOf(receipt.row), salt: bytesOf(receipt.salt),
        index: count(receipt.index, 0), rows: count(receipt.rows, 1),
        path: receipt.path.map(hash =>
          Uint8Array.from(hash.match(/../g), pair => parseInt(pair, 16))) };
      if (read.salt.length !== 16 || read.row.length < 1 || read.row.indexOf(10) !== read.row.length - 1)
        malformed();
      return read;
    };
    const checkSignature = async (der, manifest) => {
      const signature = await readSignature(der);
      if (!same(await digest(manifest), signature.digest))
        refuse(\#(arguments("the manifest's digest is not the signed one")));
      if (!await fits(signature.value, signature.signed, signature.certificate.key))
        refuse(\#(arguments("the signature does not fit the key")));
      return signature;
    };
    const checkPin = (signature, office, pinned) => {
      if (office !== pinned.office)
        refuse(\#(arguments("the manifest names another office")));
      if (!pinned.keys.includes(signature.certificate.fingerprint))
        refuse(...[\#(arguments("the fingerprint is not in the trust list"))]
          .map(words => words + ": " + office));
    };
    const checkChain = async (signature, authorities, moment) => {
      const reaches = async (above, below) => same(above.subject, below.issuer)
        && await fits(below.signature, below.signed, above.key);
      let current = signature.certificate;
      for (let depth = 0; depth < 5; depth += 1) {
        if (moment < current.from || moment > current.to)
          refuse(\#(arguments("a certificate was not valid when the batch was made")));
        let next;
        for (const above of [...authorities, ...signature.helpers])
          if (!next && above.isAuthority && await reaches(above, current)) next = above;
        if (!next) break;
        if (authorities.includes(next)) {
          if (moment >= next.from && moment <= next.to) return;
          break;
        }
        current = next;
      }
      refuse(\#(arguments("a certificate does not lead to the authority on this page")));
    };
    // The way from a leaf to the root (RFC 9162, 2.1.3.2).
    const rootOf = async ({ row, salt, index, rows, path }) => {
      let hash = await digest([0], salt, row);
      let [place, last] = [index, rows - 1];
      if (place > last) malformed();
      for (const sibling of path) {
        if (last === 0) malformed();
        if (place % 2 === 1 || place === last) {
          hash = await digest([1], sibling, hash);
          while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
        } else hash = await digest([1], hash, sibling);
        [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
      }
      if (last !== 0) malformed();
      return hex(hash);
    };
    // One row of RFC 4180.
    const cellsOf = row => {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(row).slice(0, -1);
      const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
      const cells = [];
      for (;;) {
        const found = cell.exec(text) ?? malformed();
        cells.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
        if (found[3] === "") return cell.lastIndex === text.length ? cells : malformed();
      }
    };

    const put = (element, vi, en) => element.replaceChildren(...[["vi", vi], ["en", en]].map(
      ([language, words]) => {
        const span = document.createElement("span");
        [span.lang, span.textContent] = [language, words];
        return span;
      }));
    const step = async (name, work) => {
      const line = document.querySelector(`[data-step="${name}"]`);
      const [mark, reason] = [line.querySelector(".mark"), line.querySelector(".reason")];
      try {
        const result = await work();
        line.className = "passed";
        put(mark, \#(arguments("PASSED")));
        return result;
      } catch (problem) {
        line.className = "failed";
        put(mark, \#(arguments("FAILED")));
        const words = problem.vi ? [problem.vi, problem.message]
          : [\#(arguments("the data cannot be read"))];
        put(reason, ...words.map(text => ": " + text));
        throw problem;
      }
    };
    const grouped = digits => digits.match(/.{4}/g).join(" ");
    const hidden = text => text.slice(0, 3) + "*".repeat(text.length - 7) + text.slice(-4);
    const fill = (name, text) => { document.querySelector(`[data-fact="${name}"]`).textContent = text; };
    const showCells = cells => {
      for (const place of document.querySelectorAll("[data-cell]")) {
        const value = cells[Number(place.dataset.cell)];
        const word = Array.from(place.querySelectorAll("[data-word]"))
          .find(entry => entry.dataset.word === value);
        if (word) word.hidden = false;
        else place.querySelector(".value").textContent = value === "" ? "\u2013"
          : "masked" in place.dataset && /^\d{9,12}$/.test(value) ? hidden(value) : value;
      }
    };
    const check = async () => {
      const trust = document.getElementById("trust").dataset;
      if (!globalThis.crypto?.subtle)
        await step("form", () => refuse(\#(arguments("this browser has no WebCrypto for files on the device"))));
      const receipt = await step("form",
        () => readReceipt(document.getElementById("receipt").getAttribute("href")));
      const issuer = await step("issuer", () => checkSignature(receipt.issuer, receipt.manifest));
      const coordinator = await step("coordinator",
        () => checkSignature(receipt.coordinator, receipt.manifest));
      fill("issuer-fingerprint", grouped(issuer.certificate.fingerprint));
      fill("coordinator-fingerprint", grouped(coordinator.certificate.fingerprint));
      const manifest = await step("pins", () => {
        const manifest = parse(receipt.manifest);
        if (manifest.format !== "exam-batch/1" || manifest.issuer === manifest.coordinator) malformed();
        checkPin(issuer, manifest.issuer, { office: trust.issuer, keys: trust.issuerKeys.split(" ") });
        checkPin(coordinator, manifest.coordinator,
          { office: trust.coordinator, keys: trust.coordinatorKeys.split(" ") });
        return manifest;
      });
      await step("chain", async () => {
        const authorities = await Promise.all(
          trust.authorities.split(" ").map(text => readCertificate(bytesOf(text))));
        const moment = manifest.created.replace(/[-:T]/g, "");
        await checkChain(issuer, authorities, moment);
        await checkChain(coordinator, authorities, moment);
      });
      const cells = await step("row", async () => {
        const tables = manifest.files.filter(file => file.role === "rows");
        if (tables.length !== 1 || tables[0].tree !== "rfc6962-salted-sha256") malformed();
        const [table] = tables;
        if (table.rows !== receipt.rows)
          refuse(\#(arguments("the number of rows is not the manifest's")));
        if (await rootOf(receipt) !== table.root)
          refuse(\#(arguments("the row does not lead to the signed root: it was changed or never stood in the batch")));
        const cells = cellsOf(receipt.row);
        if (cells.length !== table.columns.length || table.columns.join() !== trust.columns) malformed();
        return cells;
      });
      fill("exchange", manifest.exchange);
      fill("created", manifest.created);
      fill("purpose", manifest.purpose);
      fill("agreement", manifest.agreement);
      fill("place", `${receipt.index + 1} / ${receipt.rows}`);
      showCells(cells);
    };
    const verdict = document.getElementById("verdict");
    check().then(() => {
      verdict.className = "verdict yes";
      put(verdict, \#(arguments("VERIFIED: the row below is exactly what two offices signed.")));
      document.documentElement.dataset.verified = "yes";
    }, () => {
      verdict.className = "verdict no";
      put(verdict, \#(arguments("NOT VERIFIED: do not trust this page. The step that failed is marked below.")));
      document.documentElement.dataset.verified = "no";
    });

    """#
}
