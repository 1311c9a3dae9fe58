/// What moves the frames of figures: a slider, a button, and no more.
///
/// A page reads the same without it: the frames are listed in a table, of which the script takes its
/// images and words. It starts nothing by itself, and asks for nothing but the frames beside the page.
enum PageScript {
  // No `<` and no `&`: the script stands in a page that is XML as well.
  static let text = """
    "use strict";
    for (const player of document.querySelectorAll(".player")) {
      const stage = player.querySelector(".stage");
      const image = stage.querySelector("img");
      const button = stage.querySelector("button");
      const slider = stage.querySelector("input");
      const moment = stage.querySelector(".moment");
      const frames = player.querySelector(".frames");
      const rows = Array.from(frames.querySelectorAll("tbody tr"));
      const headings = Array.from(frames.querySelectorAll("thead th"), (cell) => cell.textContent);
      const values = player.querySelector(".values");
      const numbers = values === null ? []
        : JSON.parse(values.querySelector("script").textContent);
      const cells = values === null ? [] : Array.from(values.querySelectorAll("td"));
      const last = rows.length - 1;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
      let timer = null;
      let index = -1;

      const describe = (row) =>
        Array.from(row.children, (cell, column) =>
          column === 0 ? cell.textContent : headings[column] + "\\u00a0" + cell.textContent).join(", ");
      const fill = (at) => {
        if (values === null) return;
        const summary = values.querySelector("summary");
        summary.textContent =
          summary.dataset.pattern.replace("{0}", rows[at].children[0].textContent);
        cells.forEach((cell, place) => { cell.textContent = numbers[at][place] || ""; });
      };
      const source = (at) => rows[at].querySelector("a").href;

      const show = (at) => {
        if (at === index) return;
        if (index !== -1) rows[index].removeAttribute("aria-current");
        index = at;
        image.src = source(at);
        image.alt = describe(rows[at]);
        slider.value = at;
        slider.setAttribute("aria-valuetext", describe(rows[at]));
        moment.textContent = describe(rows[at]);
        fill(at);
        rows[at].setAttribute("aria-current", "true");
        if (at !== last) new Image().src = source(at + 1);
      };
      const rest = () => {
        window.clearTimeout(timer);
        timer = null;
        button.setAttribute("aria-label", button.dataset.play);
        button.classList.remove("playing");
      };
      const advance = () => {
        if (index === last) return rest();
        show(index + 1);
        // The next frame waits for this one to be there, so that none is passed over.
        const pace = calm.matches ? 1000 : Number(player.dataset.pace);
        // Only while it waits: it may have been stopped meanwhile.
        const next = () => { if (timer === 0) timer = window.setTimeout(advance, pace); };
        timer = 0;
        image.decode().then(next, next);
      };
      const play = () => {
        if (index === last) show(0);
        button.setAttribute("aria-label", button.dataset.pause);
        button.classList.add("playing");
        timer = window.setTimeout(advance, 0);
      };

      button.addEventListener("click", () => timer === null ? play() : rest());
      slider.addEventListener("input", () => { rest(); show(Number(slider.value)); });
      for (const [at, row] of rows.entries()) {
        row.querySelector("a").addEventListener("click", (event) => {
          event.preventDefault();
          rest();
          show(at);
          slider.focus();
        });
      }
      stage.hidden = false;
      show(0);
    }
    """
}
