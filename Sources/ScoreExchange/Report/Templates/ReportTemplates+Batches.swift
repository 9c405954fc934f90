extension ReportTemplates {
  /// What was signed by whom for whom, the digests to read over the telephone, and what made it.
  static let batches = """
    <section aria-labelledby="batches">
    <h2 id="batches">\(both("Signed batches"))</h2>
    {{#hasBatches}}<div class="wide" role="region" tabindex="0" aria-labelledby="batches-c">
    <table>
    <caption id="batches-c">\(both("The batches of this run"))</caption>
    <thead><tr><th scope="col">\(both("Folder"))</th><th scope="col">\(both("Kind"))</th>\
    <th scope="col" class="n">\(both("Rows"))</th>\
    <th scope="col">\(both("Signed by"))</th>\
    <th scope="col">\(both("Co-signed by"))</th>\
    <th scope="col">\(both("For"))</th>\
    <th scope="col" class="n">\(both("Sequence"))</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row" class="path">{{folder}}</th><td>{{#kind}}{{>text}}{{/kind}}</td>\
    <td class="n">{{rows}}</td><td>{{issuer}}</td><td>{{#isCosigned}}{{coordinator}}{{/isCosigned}}\
    {{^isCosigned}}\(both("waits for {{coordinator}}")){{/isCosigned}}</td>\
    <td>{{recipients}}</td><td class="n">{{sequence}}</td></tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="2">\(both("All"))</th><td class="n">{{rows}}</td>\
    <td colspan="4"></td></tr></tfoot>
    </table>
    </div>
    <div class="wide" role="region" tabindex="0" aria-labelledby="digests-c">
    <table>
    <caption id="digests-c">\(both(
      "SHA-256 of the rows in the batch: read group by group over the telephone to compare with the sender"
    ))</caption>
    <thead><tr><th scope="col">\(both("Folder"))</th><th scope="col">SHA-256</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><th scope="row" class="path">{{folder}}</th><td class="digest">{{digest}}</td></tr>
    {{/list.rows}}
    </tbody>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    <p class="note">\(both(
      "This page checks no signature; <code>score-exchange verify</code> does."))</p>{{/hasBatches}}
    {{^hasBatches}}<p>\(both("This run signed no batch."))</p>{{/hasBatches}}
    <p class="note">Score Exchange {{version}} · {{openssl}}</p>
    <p class="note">\(both(
      "Decimals have a point; counts of five digits and more are set in groups of three. Identifiers "
        + "are masked, and no candidate's name is on this page."))</p>
    </section>
    """
}
