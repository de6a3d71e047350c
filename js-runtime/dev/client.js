// Connects a page with `bindgen dev`: loads it anew when it has changed, and shows what keeps the module from being built.
{
  const script = document.currentScript;
  const seen = Object.fromEntries(new URL(script.src).searchParams);
  script.remove();

  const css = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .ground { position: fixed; inset: 0; overflow: auto; padding: clamp(12px, 4vw, 48px); background: rgb(12 8 18 / 66%);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: #f3eef6; }
    .card { width: 100%; max-width: 1000px; margin: 0 auto; overflow: hidden; border-radius: 14px; border-top: 5px solid #ff5a5f;
      background: #1d1826; box-shadow: 0 24px 80px rgb(0 0 0 / 55%); }
    header { display: flex; gap: 16px; align-items: center; padding: 16px 16px 0 24px; }
    h1 { flex: 1; margin: 0; font-size: 1.05rem; font-weight: 600; color: #ff9a9d; }
    button { flex: none; width: 34px; height: 34px; border: 0; border-radius: 8px; background: transparent; color: #b9afc8;
      font: 22px/1 sans-serif; cursor: pointer; }
    button:hover { background: #332b41; color: #fff; }
    button:focus-visible { outline: 2px solid #ffc168; }
    article { padding: 12px 24px 20px; }
    article + article { border-top: 1px solid #3a3149; padding-top: 18px; }
    h2 { margin: 0; font-size: 1.12rem; line-height: 1.4; font-weight: 600; overflow-wrap: anywhere; white-space: pre-wrap; }
    .place, pre, .details { font: 13px/1.65 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    .place { margin: 4px 0 0; color: #8fc7ff; overflow-wrap: anywhere; user-select: all; }
    pre { margin: 12px 0 0; padding: 12px 0; overflow-x: auto; border-radius: 9px; background: #120e19; tab-size: 4; }
    .line { display: block; width: max-content; min-width: 100%; padding: 0 18px 0 0; color: #c9c0d6; white-space: pre; }
    .line::before { content: attr(data-number) "\u200b"; display: inline-block; width: 4.2em; margin-right: 1.4em; padding-right: 0.9em;
      border-right: 1px solid #3a3149; text-align: right; color: #776d88; }
    .is-place { background: #3b1d2a; color: #fff; }
    .is-place::before { color: #ff9a9d; }
    .mark { color: #ff8a8e; }
    .details { margin: 10px 0 0; color: #b9afc8; white-space: pre-wrap; overflow-wrap: anywhere; }
    footer { padding: 0 24px 18px; color: #8f85a0; font-size: 0.85rem; }
    .pill { position: fixed; right: 16px; bottom: 16px; padding: 7px 14px; border-radius: 99px; background: #1d1826; color: #f3eef6;
      font: 14px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      box-shadow: 0 6px 24px rgb(0 0 0 / 35%); }
    .pill::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%;
      background: #ffc168; animation: pulse 0.9s ease-in-out infinite alternate; }
    @keyframes pulse { from { opacity: 0.25; } }
    @media (prefers-reduced-motion: reduce) { .pill::before { animation: none; } }
  `;

  /** Makes an element; text is never read as markup. */
  const make = (name, className, text, children = []) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    element.append(...children);
    return element;
  };

  let host = null;
  /** Shows something above everything else in the page, in a tree where its styles do not reach. */
  const show = (id, ...children) => {
    hide();
    host = make("div");
    host.id = id;
    const root = host.attachShadow({ mode: "open" });
    // A constructed style sheet is not stopped by a policy for styles, as a <style> would be.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(...children);
    // The popover's own layer is above dialogs, too.
    host.popover = "manual";
    (document.body ?? document.documentElement).append(host);
    host.showPopover?.();
  };
  const hide = () => {
    host?.remove();
    host = null;
  };

  const lineOf = ({ number, text }, problem) => {
    const line = make("span", number === undefined ? "line mark" : number === problem.line ? "line is-place" : "line", `${text}\n`);
    line.dataset.number = number ?? "";
    return line;
  };

  const articleOf = (problem) => {
    const { file, line, column, severity, message, excerpt, details } = problem;
    const parts = [make("h2", "", message)];
    if (file !== undefined) parts.push(make("p", "place", [file, line, column].filter((part) => part !== undefined).join(":")));
    if (excerpt.length > 0) parts.push(make("pre", "", undefined, excerpt.map((part) => lineOf(part, problem))));
    for (const detail of details) parts.push(make("p", "details", detail));
    return make("article", severity, undefined, parts);
  };

  const showProblems = (problems) => {
    const count = problems.length === 1 ? "The module was not built" : `The module was not built: ${problems.length} errors`;
    const close = make("button", "", "×");
    close.title = "Hide (Esc)";
    close.addEventListener("click", hide);
    const header = make("header", "", undefined, [make("h1", "", count), close]);
    const footer = make("footer", "", "This goes away when a file is saved and the build is good. Until then the page runs on the last good build.");
    const card = make("div", "card", undefined, [header, ...problems.map(articleOf), footer]);
    card.setAttribute("role", "alertdialog");
    show("bindgen-overlay", make("div", "ground", undefined, [card]));
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && host?.id === "bindgen-overlay") hide();
  });

  /** Loads the page's style sheets anew; what is on the page stays. */
  const reloadStyles = (version) => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set("styles", version);
      const next = link.cloneNode();
      next.href = url.href;
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => link.remove());
      link.after(next);
    }
  };

  let timer;
  const events = new EventSource("/.bindgen/events");
  events.addEventListener("message", ({ data }) => {
    const { session, page, styles, phase, problems } = JSON.parse(data);
    if (session !== seen.session || String(page) !== seen.page) {
      events.close();
      location.reload();
      return;
    }
    if (String(styles) !== seen.styles) {
      seen.styles = String(styles);
      reloadStyles(seen.styles);
    }
    // One overlay for the window, and none in each of its frames.
    if (window !== window.top) return;
    clearTimeout(timer);
    if (phase === "good") hide();
    if (phase === "failed") showProblems(problems);
    // A build that is over at once is not worth a word.
    if (phase === "building") timer = setTimeout(() => host === null && show("bindgen-building", make("div", "pill", "Building …")), 250);
  });
}
