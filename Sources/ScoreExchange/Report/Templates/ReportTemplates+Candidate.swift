extension ReportTemplates {
  /// The page that proves one row to whoever opens it.
  static let candidate = frame(
    """
    <header>
    <p class="kicker">Score Exchange</p>
    <h1>\(both("Kết quả của thí sinh, tự kiểm tra được", "A candidate's result that proves itself"))</h1>
    <p id="verdict" class="verdict no" role="status" aria-live="polite">\(both(
      "CHƯA KIỂM TRA: mở trang bằng trình duyệt có JavaScript.",
      "NOT CHECKED YET: open this page in a browser that runs JavaScript."))</p>
    {{#isDevelopment}}<p class="warning">\(both(
      "Gói này ký bằng khóa tạm để thử nghiệm, không có giá trị xét tuyển.",
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
    <h2 id="row">\(both("Dòng đã ký", "The signed row"))</h2>
    <dl class="facts">
    <div><dt>\(both("Đợt trao đổi", "Exchange"))</dt><dd data-fact="exchange">–</dd></div>
    <div><dt>\(both("Trường phát hành", "Issued by"))</dt><dd>{{#issuer}}{{code}} · {{>text}}{{/issuer}}</dd></div>
    <div><dt>\(both("Trường cùng ký", "Signed with"))</dt>\
    <dd>{{#coordinator}}{{code}} · {{>text}}{{/coordinator}}</dd></div>
    <div><dt>\(both("Lập lúc (giờ UTC)", "Made (UTC)"))</dt><dd data-fact="created">–</dd></div>
    <div><dt>\(both("Dòng trong gói", "Row of the batch"))</dt><dd data-fact="place">–</dd></div>
    <div><dt>\(both("Mục đích", "Purpose"))</dt><dd data-fact="purpose">–</dd></div>
    <div><dt>\(both("Căn cứ", "Agreement"))</dt><dd data-fact="agreement">–</dd></div>
    </dl>
    <table class="signed">
    <caption>\(both("Giá trị đã ký, hiện ra khi mọi bước kiểm tra đều đúng",
      "Signed values, shown once every check has passed"))</caption>
    <tbody>
    {{#columns}}<tr><th scope="row">{{#name}}{{>text}}{{/name}}</th>\
    <td data-cell="{{index}}"{{#isMasked}} data-masked{{/isMasked}}><span class="value"></span>\
    {{#words}}<span data-word="{{code}}" hidden>{{#name}}{{>text}}{{/name}}</span>{{/words}}</td></tr>
    {{/columns}}
    </tbody>
    </table>
    <p class="note">\(both(
      "Số định danh được che trên trang. Dòng đầy đủ nằm trong biên nhận của trang này: chỉ đưa trang cho "
        + "người bạn muốn cho xem kết quả. Trang không có dữ liệu của người khác.",
      "Identifiers are masked. The receipt inside this page holds the whole row, so give the page only to "
        + "whom you want to show your result. Nothing about anybody else is in it."))</p>
    </section>
    """

  /// Why this place: from the tables of the run, which no signature covers.
  static let candidateStory = """
    <section aria-labelledby="why">
    <h2 id="why">\(both("Vì sao có kết quả này", "Why this place"))</h2>
    <p class="answer">{{#answer}}{{>text}}{{/answer}}</p>
    <p class="note">\(both(
      "Phần này lấy từ các bảng của lần xét tuyển khi lập trang và khớp với dòng đã ký, nhưng bản thân nó "
        + "không được ký.",
      "This part was taken from the tables of the run when the page was made. It agrees with the signed "
        + "row, but is not itself signed."))</p>
    <dl class="facts">
    {{#conversion}}<div><dt>\(both("Quy đổi", "Conversion"))</dt><dd>{{name}}: {{from}} → {{target}}\
    {{#source}} ({{.}}){{/source}}; {{#roundingWords}}{{>text}}{{/roundingWords}}</dd></div>{{/conversion}}
    {{#document}}<div><dt>\(both("Văn bản", "Document"))</dt><dd>{{.}}</dd></div>{{/document}}
    </dl>
    <h3>\(both("Toàn bộ phép tính", "The whole calculation"))</h3>
    <ol class="trace kept">
    {{#trace}}<li>{{>text}}</li>
    {{/trace}}
    </ol>
    {{#hasWishes}}<div class="wide" role="region" tabindex="0" aria-labelledby="wishes-c">
    <table>
    <caption id="wishes-c">\(both("Nguyện vọng và điểm chuẩn", "Wishes and cutoffs"))</caption>
    <thead><tr><th scope="col" class="n">\(both("NV", "Rank"))</th><th scope="col">\(both("Trường", "School"))</th>\
    <th scope="col">\(both("Ngành", "Programme"))</th><th scope="col" class="n">\(both("Chỉ tiêu", "Quota"))</th>\
    <th scope="col" class="n">\(both("Điểm của bạn", "Your score"))</th>\
    <th scope="col" class="n">\(both("Điểm chuẩn", "Cutoff"))</th>\
    <th scope="col">\(both("Kết quả", "Outcome"))</th></tr></thead>
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
      "Mỗi người được xếp vào nguyện vọng cao nhất mà điểm cho phép; điểm chuẩn là điểm thấp nhất trúng tuyển.",
      "Everybody gets the most wanted programme that the score reaches; the cutoff is the lowest admitted "
        + "score."))</p>{{/hasWishes}}
    </section>
    """

  /// What the script checks, one line a step.
  static let candidateSteps = """
    <section aria-labelledby="steps">
    <h2 id="steps">\(both("Các bước kiểm tra", "What was checked"))</h2>
    <p>\(both(
      "Trình duyệt của bạn tự tính từng bước ngay trên máy này, không gửi gì đi.",
      "Your browser computes every step on this device and sends nothing."))</p>
    <ol class="steps">
    {{#steps}}<li data-step="{{code}}"><b class="mark">–</b> {{#name}}{{>text}}{{/name}}<span class="reason"></span></li>
    {{/steps}}
    </ol>
    </section>
    """

  /// What offline trust rests on, and the receipt for a check by other means.
  static let candidateTrust = """
    <section aria-labelledby="trust-h">
    <h2 id="trust-h">\(both("Dựa vào đâu để tin", "What this rests on"))</h2>
    <p>\(both(
      "Ai làm giả được cả trang này cũng làm giả được dòng chữ xanh ở trên. Vì vậy hãy đọc hai dấu vân tay "
        + "dưới đây qua điện thoại, theo số máy bạn tự tìm, với hai trường: nếu cả hai trường đọc đúng như vậy "
        + "thì khóa đã ký là của họ.",
      "Whoever can forge this whole page can forge the verdict above. So read the two fingerprints below over "
        + "the telephone, by a number that you looked up yourself, with both offices: if each of them reads the "
        + "same, the keys that signed are theirs."))</p>
    <dl class="prints">
    <div><dt>{{#issuer}}{{code}} · {{>text}}{{/issuer}}</dt><dd class="digest" data-fact="issuer-fingerprint">–</dd></div>
    <div><dt>{{#coordinator}}{{code}} · {{>text}}{{/coordinator}}</dt>\
    <dd class="digest" data-fact="coordinator-fingerprint">–</dd></div>
    </dl>
    <p>\(both(
      "Hoặc tải biên nhận và kiểm tra bằng phần mềm khác, với danh sách tin cậy lấy từ nhà trường:",
      "Or take the receipt and check it by other means, with a trust list that an office gave you:"
    )) <a id="receipt" download="receipt.json" href="data:application/json;base64,{{receipt}}">receipt.json</a>, \
    <code>score-exchange verify-receipt receipt.json --trust …</code></p>
    <p class="note">\(both(
      "Khóa được ghim theo danh sách tin cậy số {{trustVersion}}, phát hành {{trustIssued}}. Trang này không "
        + "biết khóa nào bị thu hồi sau ngày {{checked}}, là lúc nó được lập và kiểm tra. Ngày lập gói là lời của "
        + "trường phát hành.",
      "Keys are pinned by trust list {{trustVersion}} of {{trustIssued}}. This page does not know of keys that "
        + "were revoked after {{checked}}, when it was made and checked. The date of the batch is the issuer's "
        + "word."))</p>
    <div id="trust" hidden data-issuer="{{issuer.code}}" data-issuer-keys="{{issuerKeys}}" \
    data-coordinator="{{coordinator.code}}" data-coordinator-keys="{{coordinatorKeys}}" \
    data-authorities="{{authorities}}" data-columns="{{columnList}}"></div>
    </section>
    """
}
