/// The style of all pages, inlined in each: a page of a textbook, on paper, on a dark screen, and on a
/// telephone.
enum StyleSheet {
  // No `<` and no `&`: the sheet stands in a page that is XML as well.
  static let text = """
    :root {
      color-scheme: light dark;
      --page: #ffffff; --ink: #1b1f24; --quiet: #57606a; --rule: #d8dde3; --tint: #f3f5f7;
      --link: #1a61a0; --sheet: #ffffff;
      --text-font: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4",
        "Source Serif Pro", Cambria, "Noto Serif", "Liberation Serif", "Noto Serif KR",
        "Noto Serif CJK KR", serif;
      --plain-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
        "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "NanumGothic",
        sans-serif;
      --code-font: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono",
        "DejaVu Sans Mono", "D2Coding", "NanumGothicCoding", monospace;
    }
    :root:lang(ko) {
      --text-font: "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Pretendard",
        "Malgun Gothic", "NanumGothic", "Nanum Gothic", system-ui, sans-serif;
      --plain-font: var(--text-font);
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #14181d; --ink: #e4e9ee; --quiet: #a9b4c0; --rule: #38414b; --tint: #1e242b;
        --link: #7cbcf2; --sheet: #ffffff;
      }
    }
    * { box-sizing: border-box; }
    html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font-family: var(--text-font); line-height: 1.6; overflow-wrap: break-word;
      font-variant-numeric: lining-nums;
    }
    :lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
    :root:lang(ko) body { line-height: 1.75; }
    :lang(ko) em, em:lang(ko) { font-style: normal; font-weight: 600; }
    :lang(ko) code { padding: 0.1em 0.12em; }
    a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
    main:focus { outline: none; }
    .skip {
      position: absolute; left: 1rem; top: 0; padding: 0.5rem 1rem; background: var(--page);
      font-family: var(--plain-font); transform: translateY(-110%);
    }
    .skip:focus { transform: none; z-index: 1; }

    .bar, main { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
    .bar {
      display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem;
      padding-top: 0.9rem; padding-bottom: 0.9rem;
      font-family: var(--plain-font); font-size: 0.85rem; line-height: 1.5;
    }
    .bar a { display: inline-block; padding: 0.2rem 0; color: var(--quiet); text-decoration: none; }
    .bar a:hover { text-decoration: underline; color: var(--ink); }
    .languages { margin-left: auto; }
    .languages ul { display: flex; align-items: baseline; gap: 1.1rem; margin: 0; padding: 0; list-style: none; }
    .languages li + li { margin-top: 0; }
    .languages a[aria-current] { color: var(--ink); box-shadow: 0 2px var(--link); }

    main { padding-top: 1.5rem; padding-bottom: 5rem; }
    article > *, main > section, main > h1, main > ol, .documents, .neighbors, figcaption {
      max-width: 33rem; margin-left: auto; margin-right: auto;
    }
    h1, h2, h3, h4, h5, h6 {
      font-family: var(--plain-font); line-height: 1.25; font-weight: 650; text-wrap: balance;
      break-after: avoid;
    }
    h1 { font-size: 2rem; margin-top: 1rem; margin-bottom: 1.6rem; letter-spacing: -0.01em; }
    h2 { font-size: 1.35rem; margin-top: 3rem; margin-bottom: 0.8rem; }
    h3 { font-size: 1.1rem; margin-top: 2.2rem; margin-bottom: 0.6rem; }
    h4, h5, h6 { font-size: 1rem; margin-top: 1.8rem; margin-bottom: 0.5rem; }
    p, ul, ol, pre, blockquote { margin-top: 0; margin-bottom: 1em; }
    p { hanging-punctuation: first last; text-wrap: pretty; }
    ul, ol { padding-left: 1.5em; }
    li + li { margin-top: 0.35em; }
    blockquote { padding-left: 1.1em; border-left: 3px solid var(--rule); color: var(--quiet); }
    hr { border: 0; border-top: 1px solid var(--rule); margin-top: 2.5rem; margin-bottom: 2.5rem; }
    code { font-family: var(--code-font); font-size: 0.86em; background: var(--tint);
      padding: 0.1em 0.3em; border-radius: 3px; }
    pre { overflow-x: auto; padding: 0.9rem 1.1rem; background: var(--tint); border-radius: 6px;
      line-height: 1.5; }
    pre code { padding: 0; background: none; }
    .table { overflow-x: auto; margin-bottom: 1.4em; }
    table { border-collapse: collapse; font-size: 0.94em; font-variant-numeric: tabular-nums lining-nums;
      margin: 0 auto; }
    th, td { padding: 0.35em 0.9em; text-align: left; border-bottom: 1px solid var(--rule); }
    thead th { border-bottom: 2px solid var(--quiet); font-family: var(--plain-font); }

    article > figure, figure { max-width: none; margin: 2.4rem 0; break-inside: avoid; }
    .sheet { display: block; text-align: center; }
    .sheet svg, .sheet img { max-width: 100%; height: auto; vertical-align: bottom; }
    .sheet.dark { display: none; }
    figcaption {
      margin-top: 0.7rem; font-family: var(--plain-font); font-size: 0.87rem; line-height: 1.5;
      color: var(--quiet);
    }
    figcaption p { margin-bottom: 0.2rem; }
    .number { font-weight: 650; color: var(--ink); margin-right: 0.35em; white-space: nowrap; }
    .files span { margin-right: 0.3em; }
    .files a, .numbers li a {
      display: inline-block; padding: 0.1rem 0.25rem; min-width: 24px; min-height: 24px;
    }
    figure:target .number { background: var(--tint); box-shadow: 0 0 0 0.3em var(--tint); }

    math { font-family: "STIX Two Math", "Cambria Math", math; font-size: 1.06em; }
    .formula { white-space: nowrap; }
    mtr + mtr > mtd { padding-top: 0.45em; }
    mtable[columnalign^="right"] > mtr > mtd { padding-left: 0; padding-right: 0; }
    mtable[columnalign^="right"] > mtr > mtd:nth-child(odd) { text-align: right; text-align: -webkit-right; }
    mtable[columnalign^="right"] > mtr > mtd:nth-child(even) { text-align: left; }
    mtable[columnalign^="right"] > mtr > mtd:nth-child(odd):not(:first-child) { padding-left: 1em; }
    mtable[columnalign^="left"] > mtr > mtd { text-align: left; }
    math[display="block"] { margin: 0.4em 0; padding: 0.3em 0; overflow-x: auto; overflow-y: hidden; }

    .player { max-width: 48rem; margin: 1.6rem auto 0; padding-top: 1.2rem;
      border-top: 1px solid var(--rule); }
    .stage img { display: block; max-width: 100%; max-height: 34rem; width: auto; height: auto;
      margin: 0 auto; }
    .controls, .player details { max-width: 33rem; margin-left: auto; margin-right: auto; }
    .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.8rem;
      margin-top: 0.6rem; font-family: var(--plain-font); font-size: 0.87rem; }
    .controls button { flex: none; width: 2.6rem; height: 2.6rem; padding: 0; cursor: pointer;
      border: 1px solid var(--quiet); border-radius: 50%; background: none; color: var(--ink); }
    .controls button::before { content: ""; display: block; width: 0.75rem; height: 0.9rem;
      margin: 0 auto; transform: translateX(0.1rem); background: currentColor;
      clip-path: polygon(0 0, 100% 50%, 0 100%); }
    .controls button.playing::before { transform: none;
      clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }
    .controls input { flex: 1 1 12rem; min-width: 8rem; height: 2rem; accent-color: var(--link); }
    .controls .moment { flex: 1 1 100%; color: var(--quiet);
      font-variant-numeric: tabular-nums lining-nums; min-height: 1.5em; }
    .player details { margin-top: 0.2rem; font-family: var(--plain-font); font-size: 0.87rem; }
    .player summary { padding: 0.2rem 0; color: var(--quiet); cursor: pointer; }
    .player .table { max-height: 20rem; overflow-y: auto; }
    .player tr[aria-current] > * { background: var(--tint); }
    .player tbody th { font-weight: 400; }
    .player caption { padding: 0.6em 0 0.3em; color: var(--quiet); text-align: left;
      white-space: nowrap; }
    .player .values .table { max-height: none; }
    .player table { margin-left: 0; }
    .values th, .values td { padding: 0.25em 0.7em; text-align: right; }

    .contents { font-family: var(--plain-font); font-size: 0.87rem; line-height: 1.45;
      margin-bottom: 2.2rem; padding: 0.7rem 0; border-top: 1px solid var(--rule);
      border-bottom: 1px solid var(--rule); }
    .contents ol { columns: 15rem 2; column-gap: 2rem; padding: 0; margin: 0; list-style: none; }
    .contents li { break-inside: avoid; margin: 0; }
    .contents a { display: block; padding: 0.2rem 0; color: var(--quiet); text-decoration: none; }
    .contents a:hover { color: var(--ink); text-decoration: underline; }
    h2 > span[id] { scroll-margin-top: 1rem; }
    .documents { margin-top: 3rem; font-family: var(--plain-font); font-size: 0.93rem; }
    .documents .name { margin-right: 0.6rem; font-weight: 600; }
    .documents a { margin-right: 0.8rem; white-space: nowrap; }
    .numbers { margin-top: 4rem; padding-top: 0.1rem; border-top: 1px solid var(--rule);
      font-family: var(--plain-font); font-size: 0.87rem; }
    .numbers h2 { font-size: 1rem; margin-top: 1.2rem; }
    .numbers ul { padding: 0; list-style: none; }
    .numbers + .numbers { margin-top: 2rem; }
    .numbers .name { display: inline-block; min-width: min(18rem, 100%); margin-right: 0.6rem; }
    .files a:first-child, .numbers li a:first-child { margin-left: -0.25rem; }
    h2 + figure { margin-top: 1.2rem; }
    .neighbors {
      display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 2rem;
      margin-top: 3rem; font-family: var(--plain-font); line-height: 1.4;
    }
    .neighbors a { flex: 1 1 12rem; text-decoration: none; }
    .neighbors a:hover { text-decoration: underline; }
    .neighbors span { display: block; font-size: 0.8rem; color: var(--quiet); }
    .neighbors .next { text-align: right; }
    main > h1, main > .lessons { max-width: 48rem; }
    main > .lessons { padding: 0; list-style: none; }
    .lessons li { display: flex; flex-wrap: wrap; gap: 0.6rem 1.6rem; padding: 1.4rem 0;
      border-top: 1px solid var(--rule); }
    .lessons li + li { margin-top: 0; }
    .lessons div { flex: 1 1 18rem; }
    .lessons h2 { margin-top: 0; margin-bottom: 0.4rem; font-size: 1.2rem; }
    .lessons h2 a { text-decoration: none; }
    .lessons h2 a:hover { text-decoration: underline; }
    .lessons .number { color: var(--quiet); font-variant-numeric: tabular-nums lining-nums; }
    .lessons p { margin-bottom: 0; font-size: 0.95rem; }
    .thumbnail { flex: 0 1 13rem; }
    .thumbnail img { display: block; width: 100%; height: 8rem; object-fit: contain;
      object-position: left top; }

    @media screen and (prefers-color-scheme: dark) {
      .sheet.light { display: none; }
      .sheet.dark { display: block; }
      .sheet:not(.matching):not(.dark) > *, .stage img, .thumbnail img {
        background: var(--sheet); padding: 0.5rem; border-radius: 6px;
      }
    }
    @media (min-width: 102em) {
      .contents { position: fixed; top: 6rem; left: calc(50vw - 41rem); width: 12rem;
        max-height: calc(100vh - 8rem); overflow-y: auto; border: 0; }
      .contents ol { columns: auto; }
      .contents a { padding: 0.3rem 0; }
    }
    @media (max-width: 40rem) {
      math[display="block"] { font-size: 0.94em; }
      html { font-size: 106.25%; }
      h1 { font-size: 1.6rem; margin-top: 0.4rem; }
      h2 { font-size: 1.25rem; }
      .bar, main { padding-left: 1rem; padding-right: 1rem; }
      .sheet { margin-left: -1rem; margin-right: -1rem; }
      main { padding-top: 0.8rem; }
      .numbers .name { display: block; }
      .numbers .name + a { margin-left: -0.25rem; }
    }
    @media print {
      @page { margin: 20mm 18mm; }
      html { font-size: 10.5pt; }
      .bar, .skip, .files, .documents, .numbers, .neighbors, .player, .contents { display: none; }
      main { max-width: none; padding: 0; }
      article > *, figcaption { max-width: none; }
      a { color: inherit; text-decoration: none; }
      .sheet svg, .sheet img { max-height: 220mm; width: auto; }
      p, li { orphans: 3; widows: 3; }
    }
    """
}
