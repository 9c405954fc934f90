extension ReportTemplates {
  /// The frame of every page. The one script that may run is named by its digest (Content Security
  /// Policy Level 3, 2.3.1), and nothing at all is fetched.
  ///
  /// - Parameters:
  ///   - content: What stands on the page.
  ///   - script: The text of the script.
  /// - Returns: The template.
  static func frame(_ content: String, script: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'; script-src 'sha256-\(digest(ofScript: script))'">
    <title>{{title}} – Score Exchange</title>
    <style>
    {{>style}}
    </style>
    </head>
    <body>
    {{>languages}}
    <div class="page">
    {{>top}}
    \(content)
    </div>
    <script>\(script)</script>
    </body>
    </html>

    """
  }

  /// The language switch: two radio buttons that the style sheet looks at, so that it works without
  /// a script. All that is shown stands behind them.
  static let languages = """
    <input class="choice" type="radio" name="language" id="show-vi" aria-label="Tiếng Việt" checked>
    <input class="choice" type="radio" name="language" id="show-en" aria-label="English">
    """

  /// The top of what is shown.
  static let top = """
    <p class="switch" role="presentation"><label for="show-vi">Tiếng Việt</label><label for="show-en">English</label></p>
    <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#fff"/><rect width="2.5" height="6" fill="#1f4e79"/></pattern>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
    <circle cx="2.5" cy="2.5" r="1" fill="#9a3412"/></pattern>
    </defs></svg>
    """

  /// The page of a run.
  static let page = frame(
    """
    {{#heading}}{{>heading}}{{/heading}}
    <main>
    {{#headline}}{{>headline}}{{/headline}}
    {{#files}}{{>files}}{{/files}}
    {{#distributions}}{{>distributions}}{{/distributions}}
    {{#conversions}}{{>conversions}}{{/conversions}}
    {{#links}}{{>links}}{{/links}}
    {{#recognition}}{{>recognition}}{{/recognition}}
    {{#placement}}{{>placement}}{{/placement}}
    {{#rejects}}{{>rejects}}{{/rejects}}
    {{#batches}}{{>batches}}{{/batches}}
    </main>
    """, script: reportScript)

  /// Who coordinates when.
  static let rota = """
    <table>
    <caption id="rota-c">\(both("The coordinators' rota"))</caption>
    <thead><tr><th scope="col">\(both("From"))</th>\
    <th scope="col">\(both("Until before"))</th>\
    <th scope="col">\(both("Coordinator"))</th>\
    <th scope="col">\(both("Deputy, where it issues itself"))\
    </th></tr></thead>
    <tbody>
    {{#rota}}<tr><td class="unbroken">{{from}}</td><td class="unbroken">{{to}}</td><th scope="row">{{office}}</th><td>{{deputy}}</td></tr>
    {{/rota}}
    </tbody>
    </table>
    """

  /// Title, legal ground and contents.
  static let heading = """
    <header>
    <p class="kicker">Score Exchange</p>
    <h1>\(both("Exchange of thinking-assessment results")): \
    {{exchange}}</h1>
    <dl class="facts">
    <div><dt>\(both("Enrolment year"))</dt><dd>{{year}}</dd></div>
    <div><dt>\(both("Validity judged on"))</dt><dd>{{asOf}}</dd></div>
    {{#coordinator}}<div><dt>\(both("Coordinator"))</dt>\
    <dd>{{code}} · {{>text}}</dd></div>{{/coordinator}}
    {{#agreement}}<div><dt>\(both("Agreement"))</dt><dd>{{.}}</dd></div>{{/agreement}}
    {{#purpose}}<div><dt>\(both("Purpose"))</dt><dd>{{.}}</dd></div>{{/purpose}}
    </dl>
    {{#hasRota}}{{>rota}}{{/hasRota}}
    {{#isDevelopment}}<p class="warning">\(both(
      "This run was signed with throw-away keys for development. Do not admit anybody by it."))</p>\
    {{/isDevelopment}}
    <nav><ul>
    <li><a href="#headline">\(both("Overview"))</a></li>
    <li><a href="#files">\(both("Files"))</a></li>
    <li><a href="#distributions">\(both("Distributions"))</a></li>
    <li><a href="#conversions">\(both("Conversions"))</a></li>
    <li><a href="#links">\(both("Links"))</a></li>
    <li><a href="#recognition">\(both("Recognition"))</a></li>
    <li><a href="#placement">\(both("Placement"))</a></li>
    <li><a href="#rejects">\(both("Rejects"))</a></li>
    <li><a href="#batches">\(both("Signed batches"))</a></li>
    </ul></nav>
    </header>
    """
}
