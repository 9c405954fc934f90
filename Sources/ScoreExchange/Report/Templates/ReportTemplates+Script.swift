extension ReportTemplates {
  /// The script of a report.
  static let reportScript = tableScript + languageScript

  /// The script of a candidate's page.
  static let candidateScript = signatureScript + receiptScript + languageScript

  /// What a report does beyond being read: tables of the class `sortable` get a button in each
  /// heading, and a search field hides the rows that do not hold every word of it (with or without
  /// tone marks).
  private static let tableScript = #"""

    "use strict";
    const plain = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u0110\u0111]/g, "d").toLowerCase();
    const value = row => column => {
      const text = row.cells[column].textContent.trim().replace(/\u202f/g, "");
      const number = Number(text);
      return text === "\u2013" || text === "" ? null : Number.isNaN(number) ? plain(text) : number;
    };
    const compare = (a, b) => a === null ? (b === null ? 0 : 1) : b === null ? -1
      : typeof a === "number" && typeof b === "number" ? a - b
      : String(a).localeCompare(String(b), "vi");
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0];
      const headings = Array.from(table.tHead.rows[0].cells);
      headings.forEach((heading, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("click", () => {
          const falls = heading.getAttribute("aria-sort") === "ascending";
          headings.forEach(other => other.removeAttribute("aria-sort"));
          heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
          const keyed = Array.from(body.rows, row => [value(row)(column), row]);
          keyed.sort((a, b) => a[0] === null || b[0] === null || !falls
            ? compare(a[0], b[0]) : compare(b[0], a[0]));
          body.append(...keyed.map(pair => pair[1]));
        });
      });
    }
    for (const form of document.querySelectorAll("form.search")) {
      const table = document.getElementById(form.dataset.table);
      const rows = Array.from(table.tBodies[0].rows, row => [plain(row.textContent), row]);
      const count = form.querySelector("output");
      form.hidden = false;
      form.addEventListener("submit", event => event.preventDefault());
      form.querySelector("input").addEventListener("input", event => {
        const words = plain(event.target.value).split(/\s+/).filter(word => word);
        let shown = 0;
        for (const [text, row] of rows) {
          row.hidden = !words.every(word => text.includes(word));
          if (!row.hidden) shown += 1;
        }
        count.textContent = shown + " / " + rows.length;
      });
    }

    """#

  /// The language of the document follows the switch.
  private static let languageScript = #"""
    for (const choice of document.querySelectorAll("input.choice")) {
      const follow = () => {
        if (choice.checked) document.documentElement.lang = choice.id.slice(-2);
      };
      choice.addEventListener("change", follow);
      follow();
    }

    """#
}
