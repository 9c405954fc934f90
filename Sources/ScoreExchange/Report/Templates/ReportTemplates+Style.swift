extension ReportTemplates {
  /// The style sheet. Dark blue on white; patterns and words carry every meaning that colour does.
  static let style = """
    :root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--wash:#f4f6f8;--blue:#1f4e79;--warm:#9a3412}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,-apple-system,"Segoe UI",\
    Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
    .page{max-width:70rem;margin:0 auto;padding:1rem 1.25rem 4rem}
    .choice{position:absolute;opacity:0;width:1px;height:1px}
    #show-vi:checked~.page [lang=en]:not(.kept),#show-en:checked~.page [lang=vi]:not(.kept){display:none}
    .switch{display:flex;justify-content:flex-end;margin:0}
    .switch label{padding:.3rem .8rem;border:1px solid var(--blue);color:var(--blue);cursor:pointer}
    .switch label:first-child{border-radius:.4rem 0 0 .4rem}
    .switch label:last-child{border-radius:0 .4rem .4rem 0;border-left:0}
    #show-vi:checked~.page label[for=show-vi],#show-en:checked~.page label[for=show-en]\
    {background:var(--blue);color:#fff;font-weight:600}
    #show-vi:focus-visible~.page label[for=show-vi],#show-en:focus-visible~.page label[for=show-en],\
    a:focus-visible,button:focus-visible,input:focus-visible,.wide:focus-visible{outline:3px solid var(--warm);outline-offset:2px}
    h1{font-size:1.75rem;line-height:1.2;margin:.2rem 0 1rem}
    h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.75rem;\
    border-top:3px solid var(--blue)}
    h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
    .kicker{margin:0;color:var(--blue);font-weight:600}
    .note{color:var(--soft);font-size:.9rem;margin:.5rem 0}
    .warning{border:2px solid var(--warm);border-left-width:.6rem;color:var(--warm);font-weight:600;\
    padding:.6rem .8rem}
    .verdict{border:3px solid;border-left-width:.9rem;padding:.7rem 1rem;font-size:1.15rem;font-weight:700}
    .verdict.yes{color:var(--blue);background:#eef4fa}
    .verdict.no{color:#a40000;background:#fff1f0}
    .steps li{margin:.35rem 0}
    .steps .mark{display:inline-block;min-width:5rem}
    .passed .mark{color:var(--blue)}
    .failed{color:#a40000;font-weight:700}
    .signed{max-width:36rem}.signed td{font-weight:600}
    .answer{font-size:1.15rem;font-weight:600}
    .prints .digest{min-width:0;overflow-wrap:anywhere}
    .prints div{margin:.5rem 0}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.75rem 1.5rem;\
    margin:0 0 1rem}
    dt{color:var(--soft);font-size:.85rem}
    dd{margin:0;overflow-wrap:anywhere}
    nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.1rem;list-style:none;margin:0;padding:.6rem .8rem;\
    background:var(--wash);border-radius:.4rem}
    a{color:var(--blue)}
    .balances{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}
    .balance{border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem}
    .balance h3{margin:0;font-size:1rem;font-weight:600}
    .balance .whole{font-size:2rem;line-height:1.2;font-weight:700;margin:0;\
    font-variant-numeric:tabular-nums}
    .balance ul{list-style:none;margin:.5rem 0 0;padding:0}
    .balance li{display:flex;gap:.5rem;align-items:baseline}
    .balance li b,.balance li i{font-variant-numeric:tabular-nums}
    .balance li i{margin-left:auto;font-style:normal;color:var(--soft)}
    .key{flex:none;width:.85rem;height:.85rem;border:1px solid var(--blue)}
    svg{display:block;width:100%;height:auto}
    .key svg{width:100%;height:100%}
    .full{fill:var(--blue)}.hatched{fill:url(#hatch)}.empty{fill:#fff}
    .share{stroke:var(--blue);stroke-width:1}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));\
    gap:.5rem 2rem;align-items:start}
    figure{margin:0}
    figcaption{color:var(--soft);font-size:.9rem}
    .bar{fill:var(--blue)}
    .grid{stroke:var(--line);stroke-width:1}
    .axis{stroke:var(--ink);stroke-width:1}
    svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;\
    fill:var(--ink)}
    .halo{stroke:#fff;stroke-width:3.5}
    .mean{stroke:var(--warm);stroke-width:2}.mean-mark{fill:var(--warm)}
    .median{stroke:var(--ink);stroke-width:2;stroke-dasharray:5 4}
    .median-mark{fill:#fff;stroke:var(--ink);stroke-width:2}
    .curve{fill:none;stroke:var(--blue);stroke-width:2.5;stroke-linejoin:round}
    .edge{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 4}
    .error{fill:url(#dots);stroke:var(--warm);stroke-width:1;stroke-dasharray:3 3}
    .dot{fill:#fff;stroke:var(--warm);stroke-width:2}
    .wide{overflow-x:auto;margin:.75rem 0;background:\
    linear-gradient(90deg,#fff 40%,#fff0) 0/2.5rem 100% no-repeat local,\
    linear-gradient(270deg,#fff 40%,#fff0) 100%/2.5rem 100% no-repeat local,\
    linear-gradient(90deg,#0004,#0000) 0/.8rem 100% no-repeat,\
    linear-gradient(270deg,#0004,#0000) 100%/.8rem 100% no-repeat}
    table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{padding:.32rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th,thead td{background:var(--wash);border-bottom:2px solid var(--blue);vertical-align:bottom}
    tbody th{font-weight:400}
    tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--blue);border-bottom:0}
    thead th button{font:inherit;color:inherit;text-align:inherit;background:none;border:0;\
    padding:0;cursor:pointer;text-decoration:underline dotted}
    thead th[aria-sort=ascending] button::after{content:" \u{25B2}"}
    thead th[aria-sort=descending] button::after{content:" \u{25BC}"}
    .search{margin:.75rem 0 0}
    .search input{font:inherit;padding:.3rem .5rem;border:1px solid var(--ink);border-radius:.3rem;\
    width:min(100%,22rem)}
    .digest{font:.95rem/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;\
    min-width:21rem;word-spacing:.25rem}
    .n{text-align:right;white-space:nowrap}
    .why{white-space:normal;min-width:6rem}
    .path{overflow-wrap:anywhere;min-width:10.5rem}
    .word{min-width:7rem}
    .name{min-width:11rem}
    .sentence{min-width:18rem}
    .unbroken{white-space:nowrap}
    code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;\
    background:var(--wash);padding:.05rem .15rem;border-radius:.2rem}
    .meter{width:35%;min-width:6rem}
    .meter svg{height:.8rem}
    .fall{width:30%;min-width:5rem}.fall svg{height:1.2rem}
    .gain{fill:var(--blue)}
    .loss{fill:#fff;stroke:var(--warm);stroke-width:1.5;vector-effect:non-scaling-stroke}
    .zero{stroke:var(--ink);stroke-width:1;vector-effect:non-scaling-stroke}
    .plain{font-weight:400}
    @media(max-width:40rem){.page{padding:.75rem .75rem 3rem}h1{font-size:1.4rem}\
    th,td{padding:.3rem .4rem}.name{min-width:8rem}.path{min-width:10rem}.why{min-width:7rem}\
    .sentence{min-width:14rem}thead .n{white-space:normal;min-width:3.5rem}}
    @media print{body{font-size:10pt}.page{max-width:none;padding:0}.switch,nav,.search{display:none!important}\
    .wide{overflow:visible;background:none}h2,h3,h3+p,caption,thead{break-after:avoid}table{font-size:8.5pt}th,td{padding:.2rem .35rem}\
    tfoot{display:table-row-group}thead th button{display:contents}figure,.balance,.pair:not(.falls),.waterfall,tr{break-inside:avoid}\
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
