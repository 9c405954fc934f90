extension ReportTemplates {
  /// Which wish was granted, how wishes flowed to the schools, and the cutoffs.
  static let placement = """
    <section aria-labelledby="placement">
    <h2 id="placement">\(both("Xét tuyển", "Placement"))</h2>
    {{^hasWishes}}<p>\(both("Lần chạy này không xét tuyển.", "This run gave no places."))</p>{{/hasWishes}}
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
      "Lọc ảo theo vòng so với kết quả ổn định: gọi {{callsPerHundredSeats}} người cho 100 chỗ",
      "Filtering rounds beside the stable placement: {{callsPerHundredSeats}} called for 100 seats"))</caption>
    <thead><tr><th scope="col" class="n">\(both("Vòng", "Round"))</th>\
    <th scope="col" class="n">\(both("Được gọi", "Called"))</th>\
    <th scope="col" class="n">\(both("Đang có chỗ", "With a place"))</th>\
    <th scope="col" class="n">\(both("Khác kết quả ổn định", "Not where the stable one puts them"))</th>\
    <td class="meter"></td></tr></thead>
    <tbody>
    {{#rounds}}<tr><th scope="row" class="n">{{round}}</th><td class="n">{{calls}}</td><td class="n">{{placed}}</td>\
    <td class="n">{{misplaced}}</td><td class="meter">\
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar" width="{{barWidth}}" height="10"/></svg></td></tr>
    {{/rounds}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both(
      "Cuối cùng cắt về chỉ tiêu: {{dropped}} người mất chỗ", "Cut to the seats at the end: {{dropped}} dropped"
    ))</th><td class="n">{{misplaced}}</td><td></td></tr>
    <tr><th scope="row" colspan="3">\(both(
      "Kết quả ổn định, một lần: {{stablePlaced}} người có chỗ", "The stable placement, in one go: {{stablePlaced}} placed"
    ))</th><td class="n">0</td><td></td></tr></tfoot>
    </table>
    </div>
    """

  /// The cutoffs, which a reader can sort and search where scripts run.
  static let cutoffs = """
    <form class="search" data-table="cutoffs-t" hidden><label>\(both(
      "Tìm trường, mã hoặc tên ngành:", "Find a school, a code or a name:"
    )) <input type="search" autocomplete="off"></label> <output></output></form>
    <div class="wide" role="region" tabindex="0" aria-labelledby="cutoffs-c">
    <table class="sortable" id="cutoffs-t">
    <caption id="cutoffs-c">\(both(
      "Điểm chuẩn của {{programmes}} ngành", "Cutoffs of {{programmes}} programmes"))</caption>
    <thead><tr><th scope="col">\(both("Trường", "School"))</th><th scope="col">\(both("Mã ngành", "Programme"))</th>\
    <th scope="col">\(both("Tên ngành", "Name"))</th><th scope="col" class="n">\(both("Chỉ tiêu", "Quota"))</th>\
    <th scope="col" class="n">\(both("Nguyện vọng", "Wishes"))</th>\
    <th scope="col" class="n">\(both("Trúng tuyển", "Admitted"))</th>\
    <th scope="col" class="n">\(both("Điểm chuẩn", "Cutoff"))</th>\
    <th scope="col" class="n">\(both("Kế dưới", "Next below"))</th>\
    <th scope="col" class="n">\(both("Là nguyện vọng 1", "First wish"))</th>\
    <th scope="col" class="word">\(both("Có người bị từ chối", "Binding"))</th></tr></thead>
    <tbody>
    {{#list.rows}}<tr><td>{{school}}</td><th scope="row">{{code}}</th><td class="name">{{name}}</td>\
    <td class="n">{{quota}}</td><td class="n">{{wishes}}</td><td class="n">{{admitted}}</td>\
    <td class="n">{{cutoff}}{{^cutoff}}–{{/cutoff}}</td>\
    <td class="n">{{nextBelow}}{{^nextBelow}}–{{/nextBelow}}</td><td class="n">{{firstWish}}</td>\
    <td>{{#binding}}{{>text}}{{/binding}}</td></tr>
    {{/list.rows}}
    </tbody>
    <tfoot><tr><th scope="row" colspan="3">\(both("Tất cả", "All"))</th><td class="n">{{quota}}</td>\
    <td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td></td><td></td><td class="n">{{firstWish}}</td>\
    <td></td></tr></tfoot>
    </table>
    </div>
    {{#list.hidden}}{{>more}}{{/list.hidden}}
    <p class="note">\(both(
      "Điểm chuẩn: điểm thấp nhất trúng tuyển. Kế dưới: điểm cao nhất của người đủ điều kiện bị từ chối.",
      "Cutoff: the lowest admitted score. Next below: the best score of an eligible person turned away."))</p>
    """

  /// The flow of wishes to each school.
  static let schools = """
    <div class="wide" role="region" tabindex="0" aria-labelledby="schools-c">
    <table>
    <caption id="schools-c">\(both(
      "Dòng nguyện vọng theo trường: từ nguyện vọng đến người trúng tuyển",
      "Flow of wishes by school: from wishes to placed applicants"))</caption>
    <thead><tr><th scope="col">\(both("Trường", "School"))</th>\
    <th scope="col" class="n">\(both("Số ngành", "Programmes"))</th>\
    <th scope="col" class="n">\(both("Chỉ tiêu", "Quota"))</th>\
    <th scope="col" class="n">\(both("Nguyện vọng", "Wishes"))</th>\
    <th scope="col" class="n">\(both("Trúng tuyển", "Placed"))</th>\
    <th scope="col" class="n">\(both("Còn chỗ", "Free"))</th>\
    {{#ranks}}<th scope="col" class="n">\(both("NV", "wish")) {{#isLast}}≥ {{/isLast}}{{rank}}</th>{{/ranks}}</tr></thead>
    <tbody>
    {{#schools}}<tr><th scope="row">{{school}}</th><td class="n">{{programmes}}</td><td class="n">{{quota}}</td>\
    <td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td class="n">{{free}}{{^free}}–{{/free}}</td>\
    {{#ranks}}<td class="n">{{.}}</td>{{/ranks}}</tr>
    {{/schools}}
    </tbody>
    <tfoot><tr><th scope="row">\(both("Tất cả", "All"))</th><td class="n">{{programmes}}</td>\
    <td class="n">{{quota}}</td><td class="n">{{wishes}}</td><td class="n">{{placed}}</td><td></td>\
    {{#ranks}}<td class="n">{{placed}}</td>{{/ranks}}</tr></tfoot>
    </table>
    </div>
    """

  /// Placed applicants by the rank of the wish that was granted.
  static let ranks = """
    <div class="wide" role="region" tabindex="0" aria-labelledby="ranks-c">
    <table>
    <caption id="ranks-c">\(both(
      "Người trúng tuyển theo thứ tự nguyện vọng", "Placed applicants by the rank of their wish"))</caption>
    <thead><tr><th scope="col" class="n">\(both("Nguyện vọng", "Rank"))</th>\
    <th scope="col" class="n">\(both("Trúng tuyển", "Placed"))</th>\
    <th scope="col" class="n">\(both("Tỷ lệ", "Share"))</th>\
    <th scope="col" class="n">\(both("Cộng dồn", "Up to here"))</th><td class="meter"></td></tr></thead>
    <tbody>
    {{#ranks}}<tr><th scope="row" class="n">{{#isLast}}≥ {{/isLast}}{{rank}}</th><td class="n">{{placed}}</td>\
    <td class="n">{{share}}</td><td class="n">{{upTo}}</td><td class="meter">\
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar" width="{{barWidth}}" height="10"/></svg></td></tr>
    {{/ranks}}
    </tbody>
    <tfoot><tr><th scope="row" class="n">\(both("Tất cả", "All"))</th><td class="n">{{placed}}</td>\
    <td colspan="3">\(both("chưa trúng tuyển: {{unplaced}}", "unplaced: {{unplaced}}"))</td></tr></tfoot>
    </table>
    </div>
    """
}
