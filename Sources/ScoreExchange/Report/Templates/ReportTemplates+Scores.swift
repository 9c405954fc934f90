extension ReportTemplates {
  /// One histogram a sitting, beside its statistics.
  static let distributions = """
    <section aria-labelledby="distributions">
    <h2 id="distributions">\(both("Distributions of totals"))</h2>
    {{#list.rows}}<h3>{{assessment}} {{sitting}} <small>({{date}})</small></h3>
    <div class="pair">
    {{#histogram}}{{>histogram}}{{/histogram}}
    {{^histogram}}<p>\(both("No result with a score."))</p>{{/histogram}}
    <div>
    <table>
    <caption>\(both("Figures of the sitting"))</caption>
    <thead><tr><th scope="col">\(both("Figure"))</th>\
    <th scope="col" class="n">\(both("This run"))</th>{{#source}}\
    <th scope="col" class="n">\(both("Published"))</th>{{/source}}</tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row">{{#name}}{{>text}}{{/name}}</th>\
    <td class="n">{{own}}{{^own}}–{{/own}}</td>{{#source}}\
    <td class="n">{{published}}{{^published}}–{{/published}}</td>{{/source}}</tr>
    {{/rows}}
    {{#unscored}}<tr><th scope="row">\(both("Without a score")): \
    {{#name}}{{>text}}{{/name}}</th><td class="n">{{count}}</td>{{#source}}<td></td>{{/source}}</tr>
    {{/unscored}}
    </tbody>
    </table>
    <p class="note">\(both("The standard deviation has the divisor n.")){{#source}} \
    \(both("Published figures:")) <span class="path">{{source}}</span>{{/source}}</p>
    </div>
    </div>
    {{/list.rows}}
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    </section>
    """

  /// One curve a conversion, beside its bands.
  static let conversions = """
    <section aria-labelledby="conversions">
    <h2 id="conversions">\(both("Conversions"))</h2>
    {{#list.rows}}<h3>{{name}}: {{from}} → {{target}}</h3>
    <p>{{#kind}}{{>text}}{{/kind}}; {{#rounding}}{{>text}}{{/rounding}}{{#source}}; \
    \(both("table")) <code>{{source}}</code>{{/source}}</p>
    <div class="pair">
    {{#curve}}{{>curve}}{{/curve}}
    <div>
    <table>
    <caption>{{#caption}}{{>text}}{{/caption}}</caption>
    <thead><tr>{{#isOfBands}}<th scope="col" class="n">\(both("Row"))</th>{{/isOfBands}}<th scope="col" class="n">{{from}}</th>\
    <th scope="col" class="n">{{target}}</th></tr></thead>
    <tbody>
    {{#bands.rows}}<tr>{{#row}}<td class="n">{{.}}</td>{{/row}}<td class="n">{{from}}</td><td class="n">{{to}}</td></tr>
    {{/bands.rows}}
    </tbody>
    </table>
    {{#bands.hidden}}{{>more}}{{/bands.hidden}}
    {{#isOfBands}}<p class="note">\(both("A square bracket holds its end, a round one does not."))</p>{{/isOfBands}}
    </div>
    </div>
    {{/list.rows}}
    {{^list.rows}}<p>\(both("There are no conversions."))</p>{{/list.rows}}
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    </section>
    """
}
