extension ReportTemplates {
  /// The fourth-quarter report.
  static let annual = frame(
    """
    <header>
    <p class="kicker">Score Exchange</p>
    <h1>\(both(
      "Báo cáo quý IV: trao đổi kết quả đánh giá tư duy",
      "Fourth-quarter report: exchange of thinking-assessment results")): {{title}}</h1>
    <p>\(both(
      "{{batchCount}} gói dữ liệu; {{countedCount}} gói đã kiểm tra và được tính, {{refusedCount}} gói bị từ chối.",
      "{{batchCount}} batches; {{countedCount}} verified and counted, {{refusedCount}} refused."))</p>
    {{#hasRefused}}<p class="warning">\(both(
      "Gói bị từ chối được nêu cùng mã lý do ở cuối trang; không số liệu nào của chúng được tính.",
      "Refused batches are named with their reason at the end; nothing of them is counted."))</p>{{/hasRefused}}
    <nav><ul>
    <li><a href="#trend">\(both("Các năm", "Years"))</a></li>
    <li><a href="#results">\(both("Kết quả đã trao đổi", "Results exchanged"))</a></li>
    <li><a href="#outcomes">\(both("Công nhận", "Recognition"))</a></li>
    <li><a href="#batches">\(both("Gói dữ liệu", "Batches"))</a></li>
    </ul></nav>
    </header>
    <main>
    {{>annualTrend}}
    {{>annualResults}}
    {{>annualOutcomes}}
    {{>annualBatches}}
    </main>
    """, script: reportScript)

  /// One row a year, with its coordinator.
  static let annualTrend = """
    <section aria-labelledby="trend">
    <h2 id="trend">\(both("Các năm và trường điều phối", "Years and coordinators"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="trend-c">
    <table>
    <caption id="trend-c">\(both("Số liệu theo năm", "Figures by year"))</caption>
    <thead><tr><th scope="col">\(both("Năm", "Year"))</th>\
    <th scope="col">\(both("Trường điều phối", "Coordinator"))</th>\
    <th scope="col" class="n">\(both("Gói", "Batches"))</th>\
    <th scope="col" class="n">\(both("Kết quả", "Results"))</th>\
    <th scope="col" class="n">\(both("So với năm trước", "Against the year before"))</th>\
    <th scope="col" class="n">\(both("Công nhận", "Recognised"))</th>\
    <th scope="col" class="n">\(both("Không công nhận", "Refused"))</th>\
    <th scope="col" class="n">\(both("Trúng tuyển", "Placed"))</th><td class="meter"></td></tr></thead>
    <tbody>
    {{#trend}}<tr><th scope="row">{{year}}</th><td class="name">{{#coordinators}}<div>{{code}} · {{>text}}</div>{{/coordinators}}</td>\
    <td class="n">{{batches}}</td><td class="n">{{results}}</td>\
    <td class="n">{{change}}{{^change}}–{{/change}}</td><td class="n">{{recognised}}</td>\
    <td class="n">{{refused}}</td><td class="n">{{placed}}</td><td class="meter">\
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar" width="{{barWidth}}" height="10"/></svg></td></tr>
    {{/trend}}
    </tbody>
    </table>
    </div>
    {{#hasRota}}<div class="wide" role="region" tabindex="0" aria-label="Phân công / rota">{{>rota}}</div>{{/hasRota}}
    </section>
    """

  /// Results by issuer and assessment.
  static let annualResults = """
    <section aria-labelledby="results">
    <h2 id="results">\(both("Kết quả đã trao đổi", "Results exchanged"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="results-c">
    <table class="sortable">
    <caption id="results-c">\(both("Theo trường tổ chức thi và kỳ thi", "By issuer and assessment"))</caption>
    <thead><tr><th scope="col">\(both("Năm", "Year"))</th>\
    <th scope="col">\(both("Trường tổ chức thi", "Issuer"))</th>\
    <th scope="col">\(both("Kỳ thi", "Assessment"))</th>\
    <th scope="col" class="n">\(both("Có điểm", "With a score"))</th>\
    <th scope="col" class="n">\(both("Không có điểm", "Without"))</th>\
    <th scope="col">\(both("Gửi cho", "Sent to"))</th></tr></thead>
    <tbody>
    {{#results.rows}}<tr><td>{{year}}</td><th scope="row">{{issuer}}</th><td>{{assessment}}</td>\
    <td class="n">{{scored}}</td><td class="n">{{unscored}}</td><td>{{recipients}}</td></tr>
    {{/results.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All"))</th><td class="n">{{scored}}</td>\
    <td class="n">{{unscored}}</td><td></td></tr></tfoot>
    </table>
    </div>
    {{#results.hidden}}{{>more}}{{/results.hidden}}
    </section>
    """

  /// Decisions by receiver, assessment and reason.
  static let annualOutcomes = """
    <section aria-labelledby="outcomes">
    <h2 id="outcomes">\(both("Công nhận kết quả", "Recognition"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="outcomes-c">
    <table class="sortable">
    <caption id="outcomes-c">\(both(
      "Theo trường nhận, kỳ thi và lý do", "By receiver, assessment and reason"))</caption>
    <thead><tr><th scope="col">\(both("Năm", "Year"))</th>\
    <th scope="col">\(both("Trường nhận", "Receiver"))</th>\
    <th scope="col">\(both("Kỳ thi", "Assessment"))</th>\
    <th scope="col" class="n">\(both("Công nhận", "Recognised"))</th>\
    <th scope="col" class="n">\(both("Tỷ lệ", "Share"))</th>\
    <th scope="col" class="n">\(both("Không công nhận", "Refused"))</th>\
    {{#reasons}}<th scope="col" class="n why" title="{{code}}">{{#name}}{{>text}}{{/name}}</th>{{/reasons}}\
    <th scope="col" class="n">\(both("Trúng tuyển", "Placed"))</th></tr></thead>
    <tbody>
    {{#outcomes.rows}}<tr><td>{{year}}</td><th scope="row">{{receiver}}</th><td>{{assessment}}</td>\
    <td class="n">{{recognised}}</td><td class="n">{{share}}</td><td class="n">{{refused}}</td>\
    {{#refusals}}<td class="n">{{.}}</td>{{/refusals}}<td class="n">{{placed}}</td></tr>
    {{/outcomes.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All"))</th><td class="n">{{recognised}}</td>\
    <td></td><td class="n">{{refused}}</td>{{#refusals}}<td class="n">{{.}}</td>{{/refusals}}\
    <td class="n">{{placed}}</td></tr></tfoot>
    </table>
    </div>
    {{#outcomes.hidden}}{{>more}}{{/outcomes.hidden}}
    </section>
    """

  /// Every batch with its digest, and those that were refused with the reason.
  static let annualBatches = """
    <section aria-labelledby="batches">
    <h2 id="batches">\(both("Gói dữ liệu", "Batches"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="batches-c">
    <table>
    <caption id="batches-c">\(both(
      "Các gói và SHA-256 của <code>manifest.json</code>", "The batches and SHA-256 of <code>manifest.json</code>"
    ))</caption>
    <thead><tr><th scope="col">\(both("Thư mục", "Folder"))</th><th scope="col">\(both("Loại", "Kind"))</th>\
    <th scope="col">\(both("Đợt trao đổi", "Exchange"))</th><th scope="col">\(both("Trường ký", "Signed by"))</th>\
    <th scope="col" class="n">\(both("Số dòng", "Rows"))</th><th scope="col">\(both("Lập lúc", "Made"))</th>\
    <th scope="col">\(both("Kết luận", "Verdict"))</th><th scope="col">SHA-256</th></tr></thead>
    <tbody>
    {{#batches.rows}}<tr><th scope="row" class="path">{{folder}}</th><td class="word">{{#kind}}{{>text}}{{/kind}}</td>\
    <td>{{exchange}}</td><td>{{signers}}</td><td class="n">{{rows}}{{^rows}}–{{/rows}}</td><td>{{created}}</td>\
    <td class="name">{{#verdict}}{{>text}}{{/verdict}}{{#detail}}<br><small class="kept" lang="en">{{.}}</small>{{/detail}}</td>\
    <td class="digest">{{digest}}</td></tr>
    {{/batches.rows}}
    </tbody>
    </table>
    </div>
    {{#batches.hidden}}{{>more}}{{/batches.hidden}}
    </section>
    """
}
