extension ReportTemplates {
  /// What is the sum of what.
  static let headline = """
    <section aria-labelledby="headline">
    <h2 id="headline">\(both("Tổng quan", "Overview"))</h2>
    <div class="balances">
    {{#balances}}<div class="balance">
    <h3>{{#name}}{{>text}}{{/name}}</h3>
    <p class="whole">{{whole}}</p>
    {{#bar}}{{>shareBar}}{{/bar}}
    <ul>
    {{#parts}}<li><span class="key" aria-hidden="true"><svg viewBox="0 0 14 14">\
    <rect class="{{pattern}}" width="14" height="14"/></svg></span><b>{{count}}</b>\
    <span>{{#name}}{{>text}}{{/name}}</span><i>{{share}}</i></li>
    {{/parts}}
    </ul>
    {{#isEven}}<p class="note">\(both(
      "Khớp: tổng các phần đúng bằng {{whole}}.", "Adds up: the parts make exactly {{whole}}."))</p>\
    {{/isEven}}{{^isEven}}<p class="warning">\(both(
      "Không khớp: tổng các phần khác {{whole}}.", "Does not add up to {{whole}}."))</p>{{/isEven}}
    </div>
    {{/balances}}
    </div>
    </section>
    """

  /// One row a file.
  static let files = """
    <section aria-labelledby="files">
    <h2 id="files">\(both("Tệp đã đọc", "Files read"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="files-c">
    <table>
    <caption id="files-c">\(both(
      "Số dòng của {{count}} tệp: đã đọc = nhận + loại", "Rows of {{count}} files: read = accepted + rejected"))</caption>
    <thead><tr><th scope="col">\(both("Tệp", "File"))</th><th scope="col" class="word">\(both("Loại", "Kind"))</th>\
    <th scope="col">\(both("Trường", "School"))</th><th scope="col" class="n">\(both("Đã đọc", "Read"))</th>\
    <th scope="col" class="n">\(both("Nhận", "Accepted"))</th>\
    <th scope="col" class="n">\(both("Loại bỏ", "Rejected"))</th>\
    <th scope="col" class="n">\(both("Có cảnh báo", "With warnings"))</th>\
    <th scope="col" class="n">\(both("Tổng điểm", "Sum of totals"))</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row" class="path">{{file}}</th><td>{{#kind}}{{>text}}{{/kind}}</td>\
    <td>{{school}}</td><td class="n">{{read}}</td><td class="n">{{accepted}}</td>\
    <td class="n">{{rejected}}</td><td class="n">{{warned}}</td><td class="n">{{sumOfTotals}}</td></tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All files"))</th><td class="n">{{read}}</td>\
    <td class="n">{{accepted}}</td><td class="n">{{rejected}}</td><td class="n">{{warned}}</td><td></td></tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    </section>
    """

  /// Rejected rows and warnings.
  static let rejects = """
    <section aria-labelledby="rejects">
    <h2 id="rejects">\(both("Dòng bị loại và cảnh báo", "Rejected rows and warnings"))</h2>
    <p>\(both(
      "{{rejected}} dòng bị loại (toàn bộ ở <code>rejects.csv</code>); {{warned}} cảnh báo.",
      "{{rejected}} rows rejected (all of them in <code>rejects.csv</code>); {{warned}} warnings."))</p>
    <div class="wide" role="region" tabindex="0" aria-labelledby="reasons-c">
    <table>
    <caption id="reasons-c">\(both("Dòng bị loại theo tệp và lý do", "Rejected rows by file and reason"))</caption>
    <thead><tr><th scope="col">\(both("Tệp", "File"))</th><th scope="col">\(both("Mã lý do", "Reason"))</th>\
    <th scope="col">\(both("Ý nghĩa", "Meaning"))</th><th scope="col" class="n">\(both("Số dòng", "Rows"))</th></tr></thead>
    <tbody>
    {{#reasons.rows}}<tr><th scope="row" class="path">{{file}}</th><td><code>{{code}}</code></td>\
    <td>{{#name}}{{>text}}{{/name}}</td><td class="n">{{count}}</td></tr>
    {{/reasons.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All"))</th><td class="n">{{rejected}}</td></tr></tfoot>
    </table>
    </div>
    {{#reasons.hidden}}{{>more}}{{/reasons.hidden}}
    {{#hasExamples}}<div class="wide" role="region" tabindex="0" aria-labelledby="examples-c">
    <table>
    <caption id="examples-c">\(both(
      "Những dòng bị loại đầu tiên của mỗi tệp và lý do", "The first rejected rows of each file and reason"))</caption>
    <thead><tr><th scope="col">\(both("Tệp", "File"))</th><th scope="col" class="n">\(both("Dòng", "Row"))</th>\
    <th scope="col">\(both("Cột", "Column"))</th><th scope="col">\(both("Mã lý do", "Reason"))</th>\
    <th scope="col">\(both("Thông báo", "Message"))</th></tr></thead>
    <tbody>
    {{#examples.rows}}<tr><th scope="row" class="path">{{file}}</th><td class="n">{{row}}</td>\
    <td>{{column}}</td><td><code>{{code}}</code></td><td class="name">{{#message}}{{>text}}{{/message}}</td></tr>
    {{/examples.rows}}
    </tbody>
    </table>
    </div>
    {{#examples.hidden}}{{>more}}{{/examples.hidden}}{{/hasExamples}}
    {{#hasWarnings}}<div class="wide" role="region" tabindex="0" aria-labelledby="warnings-c">
    <table>
    <caption id="warnings-c">\(both(
      "Cảnh báo: dòng vẫn được dùng", "Warnings: the rows are used all the same"))</caption>
    <thead><tr><th scope="col">\(both("Tệp", "File"))</th><th scope="col">\(both("Mã", "Code"))</th>\
    <th scope="col">\(both("Ý nghĩa", "Meaning"))</th><th scope="col" class="n">\(both("Số lần", "Count"))</th></tr></thead>
    <tbody>
    {{#warnings.rows}}<tr><th scope="row" class="path">{{file}}</th><td><code>{{code}}</code></td>\
    <td>{{#name}}{{>text}}{{/name}}</td><td class="n">{{count}}</td></tr>
    {{/warnings.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All"))</th><td class="n">{{warned}}</td></tr></tfoot>
    </table>
    </div>
    {{#warnings.hidden}}{{>more}}{{/warnings.hidden}}{{/hasWarnings}}
    </section>
    """
}
