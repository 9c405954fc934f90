extension ReportTemplates {
  /// The page that proves one row to whoever opens it.
  static let candidate = frame(
    """
    <header>
    <p class="kicker">Score Exchange</p>
    <h1>\(both("A candidate's result that proves itself"))</h1>
    <p id="verdict" class="verdict no" role="status" aria-live="polite">\(both(
      "NOT CHECKED YET: open this page in a browser that runs JavaScript."))</p>
    {{#isDevelopment}}<p class="warning">\(both(
      "This batch was signed with throw-away keys for development. Do not admit anybody by it."))</p>\
    {{/isDevelopment}}
    </header>
    <main>
    {{>candidateRow}}
    {{#story}}{{>candidateStory}}{{/story}}
    {{>candidateSteps}}
    {{>candidateTrust}}
    </main>
    """, script: candidateScript)

  /// The signed row. The cells are empty until the script has checked everything.
  static let candidateRow = """
    <section aria-labelledby="row">
    <h2 id="row">\(both("The signed row"))</h2>
    <dl class="facts">
    <div><dt>\(both("Exchange"))</dt><dd data-fact="exchange">–</dd></div>
    <div><dt>\(both("Issued by"))</dt><dd>{{#issuer}}{{code}} · {{>text}}{{/issuer}}</dd></div>
    <div><dt>\(both("Signed with"))</dt>\
    <dd>{{#coordinator}}{{code}} · {{>text}}{{/coordinator}}</dd></div>
    <div><dt>\(both("Made (UTC)"))</dt><dd data-fact="created">–</dd></div>
    <div><dt>\(both("Row of the batch"))</dt><dd data-fact="place">–</dd></div>
    <div><dt>\(both("Purpose"))</dt><dd data-fact="purpose">–</dd></div>
    <div><dt>\(both("Agreement"))</dt><dd data-fact="agreement">–</dd></div>
    </dl>
    <table class="signed">
    <caption>\(both("Signed values, shown once every check has passed"))</caption>
    <tbody>
    {{#columns}}<tr><th scope="row">{{#name}}{{>text}}{{/name}}</th>\
    <td data-cell="{{index}}"{{#isMasked}} data-masked{{/isMasked}}><span class="value"></span>\
    {{#words}}<span data-word="{{code}}" hidden>{{#name}}{{>text}}{{/name}}</span>{{/words}}</td></tr>
    {{/columns}}
    </tbody>
    </table>
    <p class="note">\(both(
      "Identifiers are masked. The receipt inside this page holds the whole row, so give the page only to "
        + "whom you want to show your result. Nothing about anybody else is in it."))</p>
    </section>
    """

  /// Why this place: from the tables of the run, which no signature covers.
  static let candidateStory = """
    <section aria-labelledby="why">
    <h2 id="why">\(both("Why this place"))</h2>
    <p class="answer">{{#answer}}{{>text}}{{/answer}}</p>
    <p class="note">\(both(
      "This part was taken from the tables of the run when the page was made. It agrees with the signed "
        + "row, but is not itself signed."))</p>
    <dl class="facts">
    {{#conversion}}<div><dt>\(both("Conversion"))</dt><dd>{{name}}: {{from}} → {{target}}\
    {{#source}} ({{.}}){{/source}}; {{#roundingWords}}{{>text}}{{/roundingWords}}</dd></div>{{/conversion}}
    {{#document}}<div><dt>\(both("Document"))</dt><dd>{{.}}</dd></div>{{/document}}
    </dl>
    <h3>\(both("The whole calculation"))</h3>
    <ol class="trace kept">
    {{#trace}}<li>{{>text}}</li>
    {{/trace}}
    </ol>
    {{#hasWishes}}<div class="wide" role="region" tabindex="0" aria-labelledby="wishes-c">
    <table>
    <caption id="wishes-c">\(both("Wishes and cutoffs"))</caption>
    <thead><tr><th scope="col" class="n">\(both("Wish"))</th><th scope="col">\(both("School"))</th>\
    <th scope="col">\(both("Programme"))</th><th scope="col" class="n">\(both("Quota"))</th>\
    <th scope="col" class="n">\(both("Your score"))</th>\
    <th scope="col" class="n">\(both("Cutoff"))</th>\
    <th scope="col">\(both("Outcome"))</th></tr></thead>
    <tbody>
    {{#wishes}}<tr><td class="n">{{rank}}</td><td>{{school}}</td><th scope="row" class="name">{{programme}}\
    {{#name}} · {{.}}{{/name}}</th><td class="n">{{quota}}{{^quota}}–{{/quota}}</td>\
    <td class="n">{{score}}{{^score}}–{{/score}}</td><td class="n">{{cutoff}}{{^cutoff}}–{{/cutoff}}</td>\
    <td class="name">{{#outcome}}{{>text}}{{/outcome}}</td></tr>
    {{/wishes}}
    </tbody>
    </table>
    </div>
    <p class="note">\(both(
      "Everybody gets the most wanted programme that the score reaches; the cutoff is the lowest admitted "
        + "score."))</p>{{/hasWishes}}
    </section>
    """

  /// What the script checks, one line a step.
  static let candidateSteps = """
    <section aria-labelledby="steps">
    <h2 id="steps">\(both("What was checked"))</h2>
    <p>\(both("Your browser computes every step on this device and sends nothing."))</p>
    <ol class="steps">
    {{#steps}}<li data-step="{{code}}"><b class="mark">–</b> {{#name}}{{>text}}{{/name}}<span class="reason"></span></li>
    {{/steps}}
    </ol>
    </section>
    """

  /// What offline trust rests on, and the receipt for a check by other means.
  static let candidateTrust = """
    <section aria-labelledby="trust-h">
    <h2 id="trust-h">\(both("What this rests on"))</h2>
    <p>\(both(
      "Whoever can forge this whole page can forge the verdict above. So read the two fingerprints below over "
        + "the telephone, by a number that you looked up yourself, with both offices: if each of them reads the "
        + "same, the keys that signed are theirs."))</p>
    <dl class="prints">
    <div><dt>{{#issuer}}{{code}} · {{>text}}{{/issuer}}</dt><dd class="digest" data-fact="issuer-fingerprint">–</dd></div>
    <div><dt>{{#coordinator}}{{code}} · {{>text}}{{/coordinator}}</dt>\
    <dd class="digest" data-fact="coordinator-fingerprint">–</dd></div>
    </dl>
    <p>\(both(
      "Or take the receipt and check it by other means, with a trust list that an office gave you:"
    )) <a id="receipt" download="receipt.json" href="data:application/json;base64,{{receipt}}">receipt.json</a>, \
    <code>score-exchange verify-receipt receipt.json --trust …</code></p>
    <p class="note">\(both(
      "Keys are pinned by trust list {{trustVersion}} of {{trustIssued}}. This page does not know of keys that "
        + "were revoked after {{checked}}, when it was made and checked. The date of the batch is the issuer's "
        + "word."))</p>
    <div id="trust" hidden data-issuer="{{issuer.code}}" data-issuer-keys="{{issuerKeys}}" \
    data-coordinator="{{coordinator.code}}" data-coordinator-keys="{{coordinatorKeys}}" \
    data-authorities="{{authorities}}" data-columns="{{columnList}}"></div>
    </section>
    """
}
