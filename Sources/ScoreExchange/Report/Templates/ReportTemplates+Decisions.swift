extension ReportTemplates {
  /// Links by rule and zone.
  static let links = """
    <section aria-labelledby="links">
    <h2 id="links">\(both("Ghép hồ sơ với kết quả thi", "Links between applicants and results"))</h2>
    <p>\(both(
      "Trong {{results}} kết quả, {{linkedResults}} đã ghép, {{waitingResults}} chờ người quyết định "
        + "(<code>review.csv</code>), {{unlinkedResults}} không thuộc hồ sơ nào. {{linkedApplicants}} "
        + "trong {{applicants}} hồ sơ có ít nhất một kết quả.",
      "Of {{results}} results {{linkedResults}} are linked, {{waitingResults}} wait for a person "
        + "(<code>review.csv</code>) and {{unlinkedResults}} belong to no applicant. "
        + "{{linkedApplicants}} of {{applicants}} applicants have at least one result."))</p>
    <div class="wide" role="region" tabindex="0" aria-labelledby="links-c">
    <table>
    <caption id="links-c">\(both("Cặp hồ sơ – kết quả theo quy tắc", "Pairs by rule and zone"))</caption>
    <thead><tr><th scope="col">\(both("Quy tắc", "Rule"))</th><th scope="col">\(both("Dấu hiệu trùng", "What agrees"))</th>\
    <th scope="col" class="n">\(both("Tự động", "Automatic"))</th>\
    <th scope="col" class="n">\(both("Chờ xem xét", "For review"))</th></tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row"><code>{{code}}</code></th><td>{{#name}}{{>text}}{{/name}}</td>\
    <td class="n">{{linked}}</td><td class="n">{{waiting}}</td></tr>
    {{/rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">\(both("Tất cả các cặp", "All pairs"))</th>\
    <td class="n">{{linked}}</td><td class="n">{{waiting}}</td></tr></tfoot>
    </table>
    </div>
    <p class="note">\(both(
      "Một kết quả có thể ở trong nhiều cặp chờ xem xét.",
      "One result can stand in several pairs for review."))</p>
    </section>
    """

  /// Recognition by school and reason.
  static let recognition = """
    <section aria-labelledby="recognition">
    <h2 id="recognition">\(both("Công nhận kết quả", "Recognition"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="recognition-c">
    <table>
    <caption id="recognition-c">\(both(
      "Quyết định theo trường và quy định: tất cả = công nhận + không công nhận",
      "Decisions by school and rule: all = recognised + refused"))</caption>
    <thead><tr><th scope="col">\(both("Trường", "School"))</th><th scope="col">\(both("Quy định", "Rule"))</th>\
    <th scope="col" class="n">\(both("Tất cả", "All"))</th>\
    <th scope="col" class="n">\(both("Công nhận", "Recognised"))</th>\
    <th scope="col" class="n">\(both("Tỷ lệ", "Share"))</th>\
    <th scope="col" class="n">\(both("Không công nhận", "Refused"))</th>\
    {{#reasons}}<th scope="col" class="n"><code>{{code}}</code></th>{{/reasons}}</tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row">{{school}}</th><td class="name">{{assessment}}{{#rules}}<br>\
    {{#minimum}}≥ {{.}} {{/minimum}}{{#conversion}}<code>{{.}}</code>{{/conversion}}\
    {{#document}}<br><small>{{.}}</small>{{/document}}{{/rules}}</td>\
    <td class="n">{{decisions}}</td><td class="n">{{recognised}}</td><td class="n">{{share}}</td>\
    <td class="n">{{refused}}</td>{{#refusals}}<td class="n">{{.}}</td>{{/refusals}}</tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">\(both("Tất cả", "All"))</th><td class="n">{{decisions}}</td>\
    <td class="n">{{recognised}}</td><td></td><td class="n">{{refused}}</td>\
    {{#refusals}}<td class="n">{{.}}</td>{{/refusals}}</tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    <dl class="facts">
    {{#reasons}}<div><dt><code>{{code}}</code></dt><dd>{{#name}}{{>text}}{{/name}}</dd></div>
    {{/reasons}}
    </dl>
    </section>
    """
}
