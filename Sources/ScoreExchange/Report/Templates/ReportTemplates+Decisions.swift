extension ReportTemplates {
  /// Links by rule and zone.
  static let links = """
    <section aria-labelledby="links">
    <h2 id="links">\(both("Links between applicants and results"))</h2>
    <p>\(both(
      "Of {{results}} results {{linkedResults}} are linked, {{waitingResults}} wait for a person "
        + "(<code>review.csv</code>) and {{unlinkedResults}} belong to no applicant. "
        + "{{linkedApplicants}} of {{applicants}} applicants have at least one result."))</p>
    <div class="wide" role="region" tabindex="0" aria-labelledby="links-c">
    <table>
    <caption id="links-c">\(both("Pairs by rule and zone"))</caption>
    <thead><tr><th scope="col">\(both("Rule: what agrees"))</th>\
    <th scope="col" class="n">\(both("Automatic"))</th>\
    <th scope="col" class="n">\(both("For review"))</th></tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row">{{#name}}{{>text}}{{/name}} <code>{{code}}</code></th>\
    <td class="n">{{linked}}</td><td class="n">{{waiting}}</td></tr>
    {{/rows}}
    </tbody>
    <tfoot><tr><th scope="row">\(both("All pairs"))</th>\
    <td class="n">{{linked}}</td><td class="n">{{waiting}}</td></tr></tfoot>
    </table>
    </div>
    <p class="note">\(both("One result can stand in several pairs for review."))</p>
    {{#hasWaterfalls}}<h3>\(both("Examples of how pairs were weighed"))</h3>
    <p>\(both(
      "Each example is the first pair of a zone and rule. Every bit doubles the odds that two rows are one "
        + "person, a negative one (an outlined bar) halves them. The upright line is 0 bits: even odds. No "
        + "value of anybody is shown."))</p>
    <div class="pair falls">
    {{#waterfalls}}{{>waterfall}}
    {{/waterfalls}}
    </div>{{/hasWaterfalls}}
    </section>
    """

  /// What each field added to the evidence for one pair.
  static let waterfall = """
    <table class="waterfall">
    <caption>{{#zone}}{{>text}}{{/zone}} · {{#rule}}{{>text}}{{/rule}} <code>{{code}}</code><br>\
    <span class="plain">\(both("probability")) {{probability}}{{#cautions}}; {{>text}}{{/cautions}}</span></caption>
    <thead><tr><th scope="col">\(both("Field"))</th><th scope="col" class="n">\(both("Bits"))</th>\
    <td class="fall"></td><th scope="col" class="n">\(both("Sum"))</th></tr></thead>
    <tbody>
    {{#steps}}<tr><th scope="row">{{#name}}{{>text}}{{/name}}: {{#agreement}}{{>text}}{{/agreement}}</th>\
    <td class="n">{{bits}}</td><td class="fall"><svg viewBox="0 0 100 10" preserveAspectRatio="none" \
    aria-hidden="true" focusable="false"><rect class="{{pattern}}" x="{{x}}" y="1" width="{{width}}" height="8"/>\
    <line class="zero" x1="{{zeroX}}" x2="{{zeroX}}" y1="0" y2="10"/></svg></td><td class="n">{{sum}}</td></tr>
    {{/steps}}
    </tbody>
    </table>
    """

  /// Recognition by school and reason.
  static let recognition = """
    <section aria-labelledby="recognition">
    <h2 id="recognition">\(both("Recognition"))</h2>
    <div class="wide" role="region" tabindex="0" aria-labelledby="recognition-c">
    <table>
    <caption id="recognition-c">\(both("Decisions by school and rule: all = recognised + refused"))</caption>
    <thead><tr><th scope="col">\(both("School"))</th><th scope="col">\(both("Rule"))</th>\
    <th scope="col" class="n">\(both("All"))</th>\
    <th scope="col" class="n">\(both("Recognised"))</th>\
    <th scope="col" class="n">\(both("Share"))</th>\
    <th scope="col" class="n">\(both("Refused"))</th>\
    {{#reasons}}<th scope="col" class="n why" title="{{code}}">{{#name}}{{>text}}{{/name}}</th>{{/reasons}}</tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row">{{school}}</th><td class="name">{{assessment}}{{#rules}}<br>\
    {{#minimum}}≥ {{.}} {{/minimum}}{{#conversion}}<code>{{.}}</code>{{/conversion}}\
    {{#document}}<br><small>{{.}}</small>{{/document}}{{/rules}}</td>\
    <td class="n">{{decisions}}</td><td class="n">{{recognised}}</td><td class="n">{{share}}</td>\
    <td class="n">{{refused}}</td>{{#refusals}}<td class="n">{{.}}</td>{{/refusals}}</tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">\(both("All"))</th><td class="n">{{decisions}}</td>\
    <td class="n">{{recognised}}</td><td></td><td class="n">{{refused}}</td>\
    {{#refusals}}<td class="n">{{.}}</td>{{/refusals}}</tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    </section>
    """
}
