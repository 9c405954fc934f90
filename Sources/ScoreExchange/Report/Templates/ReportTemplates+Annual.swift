extension ReportTemplates {
  /// The fourth-quarter report.
  static let annual = frame(
    """
    <header>
    <p class="kicker">Score Exchange</p>
    <h1>\(both("Fourth-quarter report: exchange of thinking-assessment results")): {{title}}</h1>
    <p>\(both("{{batchCount}} batches; {{countedCount}} verified and counted, {{refusedCount}} refused."))</p>
    {{#hasRefused}}<p class="warning">\(both(
      "Refused batches are named with their reason at the end; nothing of them is counted."))</p>{{/hasRefused}}
    <nav><ul>
    <li><a href="#trend">\(both("Years"))</a></li>
    <li><a href="#results">\(both("Results exchanged"))</a></li>
    <li><a href="#outcomes">\(both("Recognition"))</a></li>
    <li><a href="#batches">\(both("Batches"))</a></li>
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
    <h2 id="trend">\(both("Years and coordinators"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="trend-c">
    <table>
    <caption id="trend-c">\(both("Figures by year"))</caption>
    <thead><tr><th scope="col">\(both("Year"))</th>\
    <th scope="col">\(both("Coordinator"))</th>\
    <th scope="col" class="n">\(both("Batches"))</th>\
    <th scope="col" class="n">\(both("Results"))</th>\
    <th scope="col" class="n">\(both("Against the year before"))</th>\
    <th scope="col" class="n">\(both("Recognised"))</th>\
    <th scope="col" class="n">\(both("Refused"))</th>\
    <th scope="col" class="n">\(both("Placed"))</th><td class="meter"></td></tr></thead>
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
    {{#hasRota}}<div class="wide" role="region" tabindex="0" aria-labelledby="rota-c">{{>rota}}</div>{{/hasRota}}
    </section>
    """

  /// Results by issuer and assessment.
  static let annualResults = """
    <section aria-labelledby="results">
    <h2 id="results">\(both("Results exchanged"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="results-c">
    <table class="sortable">
    <caption id="results-c">\(both("By issuer and assessment"))</caption>
    <thead><tr><th scope="col">\(both("Year"))</th>\
    <th scope="col">\(both("Issuer"))</th>\
    <th scope="col">\(both("Assessment"))</th>\
    <th scope="col" class="n">\(both("With a score"))</th>\
    <th scope="col" class="n">\(both("Without"))</th>\
    <th scope="col">\(both("Sent to"))</th></tr></thead>
    <tbody>
    {{#results.rows}}<tr><td>{{year}}</td><th scope="row">{{issuer}}</th><td>{{assessment}}</td>\
    <td class="n">{{scored}}</td><td class="n">{{unscored}}</td><td class="name">{{recipients}}</td></tr>
    {{/results.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All"))</th><td class="n">{{scored}}</td>\
    <td class="n">{{unscored}}</td><td></td></tr></tfoot>
    </table>
    </div>
    {{#results.hidden}}{{>more}}{{/results.hidden}}
    </section>
    """

  /// Decisions by receiver, assessment and reason.
  static let annualOutcomes = """
    <section aria-labelledby="outcomes">
    <h2 id="outcomes">\(both("Recognition"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="outcomes-c">
    <table class="sortable">
    <caption id="outcomes-c">\(both("By receiver, assessment and reason"))</caption>
    <thead><tr><th scope="col">\(both("Year"))</th>\
    <th scope="col">\(both("Receiver"))</th>\
    <th scope="col">\(both("Assessment"))</th>\
    <th scope="col" class="n">\(both("Recognised"))</th>\
    <th scope="col" class="n">\(both("Share"))</th>\
    <th scope="col" class="n">\(both("Refused"))</th>\
    {{#reasons}}<th scope="col" class="n why" title="{{code}}">{{#name}}{{>text}}{{/name}}</th>{{/reasons}}\
    <th scope="col" class="n">\(both("Placed"))</th></tr></thead>
    <tbody>
    {{#outcomes.rows}}<tr><td>{{year}}</td><th scope="row">{{receiver}}</th><td>{{assessment}}</td>\
    <td class="n">{{recognised}}</td><td class="n">{{share}}</td><td class="n">{{refused}}</td>\
    {{#refusals}}<td class="n">{{.}}</td>{{/refusals}}<td class="n">{{placed}}</td></tr>
    {{/outcomes.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All"))</th><td class="n">{{recognised}}</td>\
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
    <h2 id="batches">\(both("Batches"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="batches-c">
    <table>
    <caption id="batches-c">\(both("The batches and what became of them"))</caption>
    <thead><tr><th scope="col">\(both("Folder"))</th><th scope="col">\(both("Kind"))</th>\
    <th scope="col">\(both("Exchange"))</th><th scope="col">\(both("Signed by"))</th>\
    <th scope="col" class="n">\(both("Rows"))</th><th scope="col">\(both("Made"))</th>\
    <th scope="col">\(both("Verdict"))</th></tr></thead>
    <tbody>
    {{#batches.rows}}<tr><th scope="row" class="path">{{folder}}</th><td class="word">{{#kind}}{{>text}}{{/kind}}</td>\
    <td class="unbroken">{{exchange}}</td><td class="unbroken">{{signers}}</td>\
    <td class="n">{{rows}}{{^rows}}–{{/rows}}</td><td class="unbroken">{{created}}</td>\
    <td class="name">{{#verdict}}{{>text}}{{/verdict}}{{#detail}}<br><small>{{>text}}</small>{{/detail}}</td></tr>
    {{/batches.rows}}
    </tbody>
    </table>
    </div>
    <div class="wide" role="region" tabindex="0" aria-labelledby="digests-c">
    <table>
    <caption id="digests-c">\(both("SHA-256 of <code>manifest.json</code> in each batch"))</caption>
    <thead><tr><th scope="col">\(both("Folder"))</th><th scope="col">SHA-256</th></tr></thead>
    <tbody>
    {{#batches.rows}}<tr><th scope="row" class="path">{{folder}}</th><td class="digest">{{digest}}</td></tr>
    {{/batches.rows}}
    </tbody>
    </table>
    </div>
    {{#batches.hidden}}{{>more}}{{/batches.hidden}}
    </section>
    """
}
