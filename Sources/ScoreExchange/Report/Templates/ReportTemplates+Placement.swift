extension ReportTemplates {
  /// Which wish was granted, how wishes flowed to the schools, and the cutoffs.
  static let placement = """
    <section aria-labelledby="placement">
    <h2 id="placement">\(both("Placement"))</h2>
    {{^hasWishes}}<p>\(both("This run gave no places."))</p>{{/hasWishes}}
    {{#hasWishes}}{{>ranks}}
    {{>schools}}
    {{#filtering}}{{>filtering}}{{/filtering}}
    {{>cutoffs}}{{/hasWishes}}
    </section>
    """

  /// Filtering rounds beside the stable placement.
  static let filtering = """
    <div class="wide" role="region" tabindex="0" aria-labelledby="filtering-c">
    <table>
    <caption id="filtering-c">\(both(
      "Filtering rounds beside the stable placement: {{callsPerHundredSeats}} called for 100 seats"))</caption>
    <thead><tr><th scope="col" class="n">\(both("Round"))</th>\
    <th scope="col" class="n">\(both("Called"))</th>\
    <th scope="col" class="n">\(both("With a place"))</th>\
    <th scope="col" class="n">\(both("Not where the stable one puts them"))</th>\
    <td class="meter"></td></tr></thead>
    <tbody>
    {{#rounds}}<tr><th scope="row" class="n">{{round}}</th><td class="n">{{calls}}</td><td class="n">{{placed}}</td>\
    <td class="n">{{misplaced}}</td><td class="meter">\
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar" width="{{barWidth}}" height="10"/></svg></td></tr>
    {{/rounds}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both(
      "Cut to the seats at the end: {{dropped}} dropped"
    ))</th><td class="n">{{misplaced}}</td><td></td></tr>
    <tr><th scope="row" colspan="3">\(both(
      "The stable placement, in one go: {{stablePlaced}} placed"
    ))</th><td class="n">0</td><td></td></tr></tfoot>
    </table>
    </div>
    """

  /// The cutoffs, which a reader can sort and search where scripts run.
  static let cutoffs = """
    <form class="search" data-table="cutoffs-t" hidden><label>\(both(
      "Find a school, a code or a name:"
    )) <input type="search" autocomplete="off"></label> <output></output></form>
    <div class="wide" role="region" tabindex="0" aria-labelledby="cutoffs-c">
    <table class="sortable" id="cutoffs-t">
    <caption id="cutoffs-c">\(both("Cutoffs of {{programmes}} programmes"))</caption>
    <thead><tr><th scope="col">\(both("School"))</th><th scope="col">\(both("Programme code"))</th>\
    <th scope="col">\(both("Programme name"))</th><th scope="col" class="n">\(both("Quota"))</th>\
    <th scope="col" class="n">\(both("Wishes"))</th>\
    <th scope="col" class="n">\(both("Admitted"))</th>\
    <th scope="col" class="n">\(both("Cutoff"))</th>\
    <th scope="col" class="n">\(both("Next below"))</th>\
    <th scope="col" class="n">\(both("First wish"))</th>\
    <th scope="col" class="word">\(both("Binding"))</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><td>{{school}}</td><th scope="row">{{code}}</th><td class="name">{{name}}</td>\
    <td class="n">{{quota}}</td><td class="n">{{wishes}}</td><td class="n">{{admitted}}</td>\
    <td class="n">{{cutoff}}{{^cutoff}}–{{/cutoff}}</td>\
    <td class="n">{{nextBelow}}{{^nextBelow}}–{{/nextBelow}}</td><td class="n">{{firstWish}}</td>\
    <td>{{#binding}}{{>text}}{{/binding}}</td></tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("All"))</th><td class="n">{{quota}}</td>\
    <td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td></td><td></td><td class="n">{{firstWish}}</td>\
    <td></td></tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    <p class="note">\(both(
      "Cutoff: the lowest admitted score. Next below: the best score of an eligible person turned away."))</p>
    {{#hasShortages}}<p>\(both("Short of the lower quota:")) \
    {{#shortages}}<span class="n">{{school}} {{code}}: {{missing}}</span> {{/shortages}}</p>{{/hasShortages}}
    """

  /// The flow of wishes to each school.
  static let schools = """
    <div class="wide" role="region" tabindex="0" aria-labelledby="schools-c">
    <table>
    <caption id="schools-c">\(both("Flow of wishes by school: from wishes to placed applicants"))</caption>
    <thead><tr><th scope="col">\(both("School"))</th>\
    <th scope="col" class="n">\(both("Programmes"))</th>\
    <th scope="col" class="n">\(both("Quota"))</th>\
    <th scope="col" class="n">\(both("Wishes"))</th>\
    <th scope="col" class="n">\(both("Placed"))</th>\
    <th scope="col" class="n">\(both("Free"))</th>\
    {{#ranks}}<th scope="col" class="n">\(both("wish")) {{#isLast}}≥ {{/isLast}}{{rank}}</th>{{/ranks}}</tr></thead>
    <tbody>
    {{#schools}}<tr><th scope="row">{{school}}</th><td class="n">{{programmes}}</td><td class="n">{{quota}}</td>\
    <td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td class="n">{{free}}</td>\
    {{#ranks}}<td class="n">{{.}}</td>{{/ranks}}</tr>
    {{/schools}}
    </tbody>
    <tfoot><tr><th scope="row">\(both("All"))</th><td class="n">{{programmes}}</td>\
    <td class="n">{{quota}}</td><td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td></td>\
    {{#ranks}}<td class="n">{{placed}}</td>{{/ranks}}</tr></tfoot>
    </table>
    </div>
    """

  /// Placed applicants by the rank of the wish that was granted.
  static let ranks = """
    <div class="wide" role="region" tabindex="0" aria-labelledby="ranks-c">
    <table>
    <caption id="ranks-c">\(both("Placed applicants by the rank of their wish"))</caption>
    <thead><tr><th scope="col" class="n">\(both("Rank"))</th>\
    <th scope="col" class="n">\(both("Placed"))</th>\
    <th scope="col" class="n">\(both("Share"))</th>\
    <th scope="col" class="n">\(both("Up to here"))</th><td class="meter"></td></tr></thead>
    <tbody>
    {{#ranks}}<tr><th scope="row" class="n">{{#isLast}}≥ {{/isLast}}{{rank}}</th><td class="n">{{placed}}</td>\
    <td class="n">{{share}}</td><td class="n">{{upTo}}</td><td class="meter">\
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar" width="{{barWidth}}" height="10"/></svg></td></tr>
    {{/ranks}}
    </tbody>
    <tfoot><tr><th scope="row" class="n">\(both("All"))</th><td class="n">{{placed}}</td>\
    <td colspan="3">\(both("unplaced: {{unplaced}}"))</td></tr></tfoot>
    </table>
    </div>
    """
}
