extension ReportTemplates {
  /// What is the sum of what.
  static let headline = """
    <section aria-labelledby="headline">
    <h2 id="headline">\(both("Overview"))</h2>
    {{#hasDeletions}}<p class="note">\(both(
      "Deletions of a person's rows since the run: {{deletions}} (<code>deletions.json</code>). "
        + "Files, applicants and cutoffs stand as the run counted them; all else counts what is left."))</p>
    {{/hasDeletions}}<div class="balances">
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
    {{#isEven}}<p class="note">\(both("Adds up: the parts make exactly {{whole}}."))</p>\
    {{/isEven}}{{^isEven}}<p class="warning">\(both("Does not add up to {{whole}}."))</p>{{/isEven}}
    </div>
    {{/balances}}
    </div>
    </section>
    """

  /// One row a file.
  static let files = """
    <section aria-labelledby="files">
    <h2 id="files">\(both("Files read"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="files-c">
    <table>
    <caption id="files-c">\(both("Rows of {{count}} files: read = accepted + rejected"))</caption>
    <thead><tr><th scope="col">\(both("File"))</th><th scope="col" class="word">\(both("Kind"))</th>\
    <th scope="col">\(both("School"))</th><th scope="col" class="n">\(both("Read"))</th>\
    <th scope="col" class="n">\(both("Accepted"))</th>\
    <th scope="col" class="n">\(both("Rejected"))</th>\
    <th scope="col" class="n">\(both("With warnings"))</th>\
    <th scope="col" class="n">\(both("Sum of totals"))</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row" class="path">{{file}}</th><td>{{#kind}}{{>text}}{{/kind}}</td>\
    <td>{{school}}</td><td class="n">{{read}}</td><td class="n">{{accepted}}</td>\
    <td class="n">{{rejected}}</td><td class="n">{{warned}}</td><td class="n">{{sumOfTotals}}</td></tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All files"))</th><td class="n">{{read}}</td>\
    <td class="n">{{accepted}}</td><td class="n">{{rejected}}</td><td class="n">{{warned}}</td><td></td></tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    </section>
    """

  /// Rejected rows and warnings.
  static let rejects = """
    <section aria-labelledby="rejects">
    <h2 id="rejects">\(both("Rejected rows and warnings"))</h2>
    <p>\(both("{{rejected}} rows rejected (all of them in <code>rejects.csv</code>); {{warned}} warnings."))</p>
    <div class="wide" role="region" tabindex="0" aria-labelledby="reasons-c">
    <table>
    <caption id="reasons-c">\(both("Rejected rows by file and reason"))</caption>
    <thead><tr><th scope="col">\(both("File"))</th><th scope="col">\(both("Reason"))</th>\
    <th scope="col">\(both("Meaning"))</th><th scope="col" class="n">\(both("Rows"))</th></tr></thead>
    <tbody>
    {{#reasons.rows}}<tr><th scope="row" class="path">{{file}}</th><td><code>{{code}}</code></td>\
    <td class="name">{{#name}}{{>text}}{{/name}}</td><td class="n">{{count}}</td></tr>
    {{/reasons.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All"))</th><td class="n">{{rejected}}</td></tr></tfoot>
    </table>
    </div>
    {{#reasons.hidden}}{{>more}}{{/reasons.hidden}}
    {{#hasExamples}}<div class="wide" role="region" tabindex="0" aria-labelledby="examples-c">
    <table>
    <caption id="examples-c">\(both("The first rejected rows of each file and reason"))</caption>
    <thead><tr><th scope="col">\(both("File"))</th><th scope="col" class="n">\(both("Row"))</th>\
    <th scope="col">\(both("Column"))</th><th scope="col">\(both("Reason"))</th>\
    <th scope="col">\(both("Message"))</th></tr></thead>
    <tbody>
    {{#examples.rows}}<tr><th scope="row" class="path">{{file}}</th><td class="n">{{row}}</td>\
    <td class="word">{{column}}</td><td><code>{{code}}</code></td><td class="sentence">{{#message}}{{>text}}{{/message}}</td></tr>
    {{/examples.rows}}
    </tbody>
    </table>
    </div>
    {{#examples.hidden}}{{>more}}{{/examples.hidden}}{{/hasExamples}}
    {{#hasWarnings}}<div class="wide" role="region" tabindex="0" aria-labelledby="warnings-c">
    <table>
    <caption id="warnings-c">\(both("Warnings: the rows are used all the same"))</caption>
    <thead><tr><th scope="col">\(both("File"))</th><th scope="col">\(both("Code"))</th>\
    <th scope="col">\(both("Meaning"))</th><th scope="col" class="n">\(both("Count"))</th></tr></thead>
    <tbody>
    {{#warnings.rows}}<tr><th scope="row" class="path">{{file}}</th><td><code>{{code}}</code></td>\
    <td class="name">{{#name}}{{>text}}{{/name}}</td><td class="n">{{count}}</td></tr>
    {{/warnings.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All"))</th><td class="n">{{warned}}</td></tr></tfoot>
    </table>
    </div>
    {{#warnings.hidden}}{{>more}}{{/warnings.hidden}}{{/hasWarnings}}
    </section>
    """
}
