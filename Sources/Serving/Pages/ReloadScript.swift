import JSON
import Languages

/// The script that a served page has and the file does not: it waits for news, loads the page again when
/// what it shows has changed, and lays over it what keeps it from being built.
///
/// What it shows it sets as text, never as HTML, and in a tree of its own (a shadow root), so that
/// neither the page's style sheet nor the panel's reaches the other.
enum ReloadScript {
  /// The script of a page that shows what `revision` says.
  static func text(revision: String) -> String {
    let settings: JSONValue = [
      "events": .string(Responder.eventsPath), "revision": .string(revision),
      "style": .string(OverlayStyle.text), "words": .sorted(words),
    ]
    return "(\(program)\n)(\(settings.text(.script)));"
  }

  /// The words of the panel by the language of the page; the script takes English where there are none.
  private static let words = Language.all.reduce(into: [String: JSONValue]()) { words, language in
    let own = PanelWord.allCases.filter { $0 != .notBuilt }.map { ($0.rawValue, language[$0]) }
    words[language.code] = .sorted(
      own.reduce(into: [:]) { $0[$1.0] = .string($1.1 ?? "") })
  }

  private static let program = """
    (settings) => {
      "use strict";
      const language = document.documentElement.lang;
      const words = settings.words[language] ?? settings.words.en;

      // Where the reader was before the page was loaded again.
      const memory = "chalkline " + location.pathname;
      try {
        const place = JSON.parse(sessionStorage.getItem(memory));
        sessionStorage.removeItem(memory);
        if (place !== null) {
          const go = () => window.scrollTo({ left: place[0], top: place[1], behavior: "instant" });
          go();
          window.addEventListener("load", go, { once: true });
        }
      } catch { }
      const reload = () => {
        try {
          sessionStorage.setItem(memory, JSON.stringify([window.scrollX, window.scrollY]));
        } catch { }
        location.reload();
      };

      const make = (tag, text, attributes) => {
        const element = document.createElement(tag);
        element.textContent = text;
        for (const name in attributes) element.setAttribute(name, attributes[name]);
        return element;
      };
      const host = document.createElement("div");
      host.lang = language;
      const root = host.attachShadow({ mode: "open" });
      root.append(make("style", settings.style));
      let panel = null, mark = null, focused = null, told = "[]";
      const gone = make("p", "", { class: "gone", role: "status" });
      root.append(gone);
      document.body.append(host);

      const away = () => {
        panel?.remove();
        mark?.remove();
        panel = mark = null;
      };
      const listed = (problem) => {
        const item = make("li", "", { lang: "en" });
        const head = make("p", "", { class: "message" });
        head.append(make("strong", problem.severity + ":"), " " + problem.message);
        if (problem.place) item.append(make("code", problem.place, { class: "place" }));
        item.append(head);
        if (problem.excerpt.length !== 0) {
          const [before, rest] = [problem.excerpt[0].trimStart(), problem.excerpt[1]];
          const lines = make("pre", before + rest + "\\n", { tabindex: "0" });
          // The caret stands below its letter in every font: what is before it is there, unseen.
          const caret = make("span", "", { "aria-hidden": "true" });
          caret.append(make("span", before, { class: "unseen" }), make("b", "^"));
          lines.append(caret);
          item.append(lines);
        }
        if (problem.help) {
          const help = make("p", "", { class: "help" });
          help.append(make("strong", words.help + ":", { lang: language }), " " + problem.help);
          item.append(help);
        }
        return item;
      };
      const dismiss = (title) => {
        away();
        mark = make("button", title, { class: "mark", type: "button" });
        mark.addEventListener("click", () => tell(JSON.parse(told)));
        root.append(mark);
        if (focused?.isConnected && focused !== document.body) focused.focus();
        else if (document.activeElement === host) mark.focus({ preventScroll: true });
      };
      const tell = (problems) => {
        away();
        if (problems.length === 0) return;
        const count = problems.length;
        const title = count === 1 ? words.one : words.many.replace("{0}", count);
        panel = make("div", "", {
          class: "panel", role: "alertdialog", "aria-labelledby": "title",
          "aria-describedby": "note", tabindex: "-1",
        });
        const bar = make("div", "", { class: "bar" });
        const close = make("button", words.close, { type: "button" });
        close.append(" ", make("kbd", "Esc", { "aria-hidden": "true" }));
        close.addEventListener("click", () => dismiss(title));
        bar.append(make("h2", title, { id: "title" }), close);
        const list = make("ol", "");
        list.append(...problems.map(listed));
        panel.append(bar, make("p", words.note, { id: "note", class: "note" }), list);
        root.append(panel);
        if (document.activeElement !== host) focused = document.activeElement;
        panel.focus({ preventScroll: true });
      };
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && panel !== null) panel.querySelector("button").click();
      });

      let source = null;
      const listen = () => {
        if (source !== null && source.readyState !== EventSource.CLOSED) return;
        source = new EventSource(
          settings.events + "?page=" + encodeURIComponent(location.pathname));
        source.addEventListener("open", () => { gone.textContent = ""; });
        source.addEventListener("error", () => {
          gone.textContent = words.gone;
          if (source.readyState === EventSource.CLOSED) window.setTimeout(listen, 2000);
        });
        source.addEventListener("news", (event) => {
          const news = JSON.parse(event.data);
          if (news.revision !== settings.revision && news.revision !== "") return reload();
          const problems = JSON.stringify(news.problems);
          if (problems === told) return;
          told = problems;
          tell(news.problems);
        });
      };
      // A browser has few connections for one server: pages that nobody sees leave theirs to others.
      const attend = () => {
        if (document.visibilityState === "visible") return listen();
        source?.close();
      };
      document.addEventListener("visibilitychange", attend);
      window.addEventListener("pagehide", () => source?.close());
      window.addEventListener("pageshow", attend);
    }
    """
}
