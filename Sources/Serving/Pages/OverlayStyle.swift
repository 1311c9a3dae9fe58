/// How what is laid over a page looks: a sheet at the lower edge, on paper and on a dark screen.
enum OverlayStyle {
  static let text = """
    :host {
      all: initial; color-scheme: light dark;
      --page: #ffffff; --ink: #1b1f24; --quiet: #57606a; --rule: #c9d1d9; --tint: #f3f5f7;
      --signal: #a8380c; --on-signal: #ffffff;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --page: #1e242b; --ink: #e4e9ee; --quiet: #a9b4c0; --rule: #465260; --tint: #14181d;
        --signal: #ffa97f; --on-signal: #14181d;
      }
    }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    .panel, .mark, .gone {
      position: fixed; z-index: 2147483647; color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
        "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "NanumGothic",
        sans-serif;
    }
    :host(:lang(ko)) { word-break: keep-all; }
    .panel {
      inset: auto 0 0 0; max-height: 60vh; overflow: auto; overscroll-behavior: contain;
      background: var(--page); border-top: 4px solid var(--signal);
      box-shadow: 0 -4px 32px rgb(0 0 0 / 0.3); padding: 0 max(1.25rem, 50vw - 29rem) 1rem;
    }
    .panel:focus { outline: none; }
    .bar {
      position: sticky; top: 0; display: flex; align-items: center; gap: 1rem;
      justify-content: space-between; background: var(--page); padding: 0.75rem 0 0.5rem;
    }
    h2 { margin: 0; font-size: 1.15rem; line-height: 1.3; color: var(--signal); }
    button {
      font: inherit; font-size: 0.9rem; color: var(--ink); background: var(--tint); cursor: pointer;
      border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.3rem 0.75rem; min-height: 2rem;
    }
    button:hover { border-color: var(--quiet); }
    :focus-visible { outline: 3px solid var(--signal); outline-offset: 2px; }
    kbd { font: inherit; color: var(--quiet); padding-left: 0.25rem; }
    ol { list-style: none; margin: 0; padding: 0; }
    li + li { border-top: 1px solid var(--rule); margin-top: 0.9rem; padding-top: 0.75rem; }
    p { margin: 0.3rem 0; overflow-wrap: anywhere; }
    code, pre {
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono",
        "DejaVu Sans Mono", "D2Coding", "NanumGothicCoding", monospace; font-size: 0.9rem;
    }
    .place { color: var(--quiet); overflow-wrap: anywhere; }
    .message { font-weight: 500; }
    .message strong { color: var(--signal); }
    pre {
      margin: 0.5rem 0; padding: 0.6rem 0.8rem; overflow-x: auto; background: var(--tint);
      border: 1px solid var(--rule); border-radius: 0.4rem; line-height: 1.35; white-space: pre;
    }
    pre b { color: var(--signal); }
    .unseen { visibility: hidden; }
    .note { color: var(--quiet); font-size: 0.9rem; margin: 0 0 0.9rem; }
    .mark {
      right: 1rem; bottom: 1rem; background: var(--signal); border-color: var(--signal);
      color: var(--on-signal); font-weight: 600; box-shadow: 0 2px 12px rgb(0 0 0 / 0.3);
    }
    .gone {
      left: 1rem; bottom: 1rem; max-width: calc(100vw - 2rem); margin: 0; padding: 0.4rem 0.8rem;
      font-size: 0.9rem; background: var(--page); color: var(--quiet); border: 1px solid var(--rule);
      border-radius: 0.4rem;
    }
    .gone:empty { display: none; }
    """
}
