extension ReportTemplates {
  /// Grid lines, axes and their numbers.
  static let axes = """
    {{#verticalTicks}}<line class="grid" x1="48" x2="468" y1="{{position}}" y2="{{position}}"/>\
    <text x="42" y="{{label}}" text-anchor="end">{{text}}</text>{{/verticalTicks}}
    {{#horizontalTicks}}<line class="axis" x1="{{position}}" x2="{{position}}" y1="206" y2="211"/>\
    <text x="{{position}}" y="{{label}}" text-anchor="middle">{{text}}</text>{{/horizontalTicks}}
    <line class="axis" x1="48" x2="468" y1="206" y2="206"/>
    """

  /// Bars, the mean as a full line and the median as a broken one.
  static let histogram = """
    <figure>
    <svg viewBox="0 -2 480 234" role="img" aria-labelledby="{{id}}-t {{id}}-s">
    <title id="{{id}}-t">{{assessment}} {{sitting}}: \(sideBySide("distribution of totals"))</title>
    <desc id="{{id}}-s">\(sideBySide(
      "Totals run to the right, counts upward; the figures stand in the table beside."))</desc>
    {{#histogram}}{{>axes}}
    {{#bars}}<rect class="bar" x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}">\
    <title>{{range}}: {{count}}</title></rect>
    {{/bars}}
    <line class="halo" x1="{{medianX}}" x2="{{medianX}}" y1="12" y2="206"/>\
    <line class="halo" x1="{{meanX}}" x2="{{meanX}}" y1="12" y2="206"/>
    <line class="median" x1="{{medianX}}" x2="{{medianX}}" y1="12" y2="206"/>\
    <line class="mean" x1="{{meanX}}" x2="{{meanX}}" y1="12" y2="206"/>
    <path class="mean-mark" transform="translate({{meanX}} 0)" d="M-6 0H6L0 11z"/>\
    <circle class="median-mark" cx="{{medianX}}" cy="206" r="4.5"/>{{/histogram}}
    </svg>
    <figcaption>\(both(
      "Each bar is {{histogram.barWidth}} points wide and as high as its count. Full line, triangle above: "
        + "mean; broken line, ring below: median."))</figcaption>
    </figure>
    """

  /// The line of a conversion, with a dot at each end of a band.
  static let curve = """
    <figure>
    <svg viewBox="0 0 480 232" role="img" aria-labelledby="{{id}}-t {{id}}-s">
    <title id="{{id}}-t">{{name}}: {{from}} → {{target}}</title>
    <desc id="{{id}}-s">\(sideBySide(
      "Source scores run to the right, converted scores upward; the bands stand in the table beside."))</desc>
    {{#curve}}{{>axes}}
    {{#edges}}<line class="edge" x1="{{x}}" x2="{{x}}" y1="{{y}}" y2="206"/>
    {{/edges}}
    {{#errors}}<polygon class="error" points="{{points}}"/>
    {{/errors}}
    {{#stretches}}<polyline class="curve" points="{{points}}"/>
    {{/stretches}}
    {{#edges}}<circle class="dot" cx="{{x}}" cy="{{y}}" r="3.5"><title>{{text}}</title></circle>
    {{/edges}}{{/curve}}
    </svg>
    <figcaption>\(both("Across: {{from}}; up: {{target}}. Dots: the ends of the bands.")){{#curve.hasErrors}} \(both(
      "Dotted area: ±1.96 standard errors (95 %)."
    )){{/curve.hasErrors}}</figcaption>
    </figure>
    """

  /// A whole in parts that differ by pattern.
  static let shareBar = """
    <svg viewBox="-1 -1 482 20" aria-hidden="true" focusable="false">{{#stretches}}\
    <rect class="share {{pattern}}" x="{{x}}" y="0" width="{{width}}" height="18"/>{{/stretches}}</svg>
    """
}
