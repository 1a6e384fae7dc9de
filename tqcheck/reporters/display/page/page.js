"use strict";
// Draws the rows of a report a page at a time. Everything that comes from an article is written as text.
//
// The data: rows [article, label, cells, findings, scores]; columns [role, name]; articles [id, layout, has several
// rows]; layouts {langs, names}; rules {code: [name, summary, documentation]}; findings [anchor, code, severity,
// confidence, message, suggestion, evidence [[kind, text]], rendering, column, place, row, suppressed]; metrics [name].
// A cell is 0, a text, or a list of texts and [text, findings, related findings]; scores are {metric: [by column]}.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { rows, columns, articles, layouts, rules, findings, metrics } = data;
  const SIZE = 100, PRINTED = 2000, LISTED = 300;
  const SEVERITIES = ["critical", "major", "minor", "note"];
  const $ = (id) => document.getElementById(id);
  const numbers = (array) => array.map((_, number) => number);
  const byAnchor = new Map();
  findings.forEach((finding, number) => byAnchor.set(finding[0], number));
  const state = { page: 0, open: null, sought: null, severities: new Set([...SEVERITIES, "suppressed"]), printing: false };
  let kept = [], marked = [], words = null;

  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === "class") element.className = value;
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function option(value, label) {
    return make("option", { value }, label);
  }

  // Choices ------------------------------------------------------------------------------------------------------

  function count(key) {
    const found = new Map();
    for (const finding of findings) found.set(key(finding), (found.get(key(finding)) || 0) + 1);
    return [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  function family(code) {
    return code.replace(/\d+$/, "");
  }

  function fill() {
    const families = count((finding) => family(finding[1])), codes = count((finding) => finding[1]);
    $("rule").append(option("", "all"));
    for (const [name, n] of families) {
      $("rule").append(option(name, `${name} (${n})`));
      for (const [code, m] of codes.filter(([code]) => family(code) === name && code !== name))
        $("rule").append(option(code, `${code} ${rules[code] ? rules[code][0] : ""} (${m})`));
    }
    const renderings = new Set(columns.filter(([role]) => role === "candidate").map(([, name]) => name));
    if (!data.by_name) renderings.clear();
    for (const finding of findings) renderings.add(finding[7]);
    $("rendering").append(option("", "all"), ...[...renderings].map((name) => option(name, name)));
    const suppressed = findings.some((finding) => finding[11] !== null);
    if (suppressed) state.severities.delete("suppressed");
    for (const name of suppressed ? [...SEVERITIES, "suppressed"] : SEVERITIES) {
      const box = make("input", { type: "checkbox", id: `severity-${name}`, value: name });
      box.defaultChecked = name !== "suppressed";
      $("severities").append(make("label", { class: `check ${name}`, for: box.id }, box, ` ${name}`));
    }
    if (articles.length <= LISTED) for (const [id] of articles) $("articles").append(option(id, id));
    for (const metric of metrics) $("metric").append(option(metric, metric));
    const shown = document.body.classList;
    shown.toggle("findings", findings.length > 0);
    shown.toggle("articles", articles.length > 1);
    shown.toggle("scores", metrics.length > 0);
    shown.toggle("renderings", renderings.size > 1);
    shown.toggle("witnesses", columns.some(([role]) => role === "alternate" || role === "reference"));
  }

  function shows(finding) {
    const rule = $("rule").value, rendering = $("rendering").value;
    if (finding[11] !== null && !state.severities.has("suppressed")) return false;
    if (!state.severities.has(finding[2])) return false;
    if (rule && finding[1] !== rule && family(finding[1]) !== rule) return false;
    return !rendering || finding[7] === rendering;
  }

  function plain(cell) {
    if (!cell) return "";
    return typeof cell === "string" ? cell : cell.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");
  }

  function text(row) {
    const said = row[3].map((n) => `${findings[n][1]} ${findings[n][4]} ${findings[n][5] || ""}`);
    return [articles[row[0]][0], row[1], ...row[2].map(plain), ...said].join("\n").toLowerCase();
  }

  function apart(row, metric) {
    const values = ((row[4] && row[4][metric]) || []).filter((value) => value !== null);
    return values.length ? Math.max(...values) - Math.min(...values) : 0;
  }

  function select() {
    state.severities = new Set([...$("severities").querySelectorAll("input:checked")].map((box) => box.value));
    const query = $("search").value.toLowerCase().trim(), article = $("article").value.toLowerCase().trim();
    const narrowed = $("rule").value || SEVERITIES.some((name) => !state.severities.has(name));
    const needed = findings.length > 0 && ($("only").checked || Boolean(narrowed));
    if (query && !words) words = rows.map(text);
    kept = [];
    for (const number of numbers(rows)) {
      const row = rows[number];
      if (article && !articles[row[0]][0].toLowerCase().includes(article)) continue;
      if (query && !words[number].includes(query)) continue;
      if (needed && !row[3].some((n) => shows(findings[n]))) continue;
      kept.push(number);
    }
    if ($("order").value && metrics.length) {
      const metric = $("metric").value, by = new Map(kept.map((number) => [number, apart(rows[number], metric)]));
      kept.sort((a, b) => by.get(b) - by.get(a));
    }
    marked = kept.flatMap((number) => rows[number][3].filter((n) => shows(findings[n])));
    state.page = 0;
  }

  // Drawing ------------------------------------------------------------------------------------------------------

  function visibleColumns() {
    const rendering = data.by_name ? $("rendering").value : "";
    return numbers(columns).filter((n) => {
      const [role, name] = columns[n];
      if (role === "candidate") return !rendering || name === rendering;
      return role === "source" || $("witnesses").checked;
    });
  }

  function title(n) {
    const [role, name] = columns[n];
    return role === "source" ? "source" : name;
  }

  function piece(part, column, labelled) {
    if (typeof part === "string") return part;
    const [words, own, related] = part;
    const seen = own.filter((n) => shows(findings[n]));
    let shown = words;
    if (seen.length) {
      const worst = SEVERITIES[Math.min(...seen.map((n) => SEVERITIES.indexOf(findings[n][2])))];
      shown = make("mark", { class: worst, "data-finding": seen[0] });
      for (const n of seen.filter((n) => !labelled.has(n))) {
        labelled.add(n);
        shown.append(label(n));
      }
      shown.append(words);
    }
    return related.includes(state.open) ? make("span", { class: "related" }, shown) : shown;
  }

  function label(n) {
    const [anchor, code, severity, , message] = findings[n], open = state.open === n;
    return make("button", {
      type: "button", class: `code ${severity}`, id: `f-${anchor}`, "data-finding": n, lang: "en", dir: "ltr",
      "aria-expanded": String(open), "aria-controls": open ? `d-${anchor}` : null,
      "aria-label": `${code} ${severity}: ${message}`,
    }, code);
  }

  // Whether a score is better than every other one of its row.
  function best(row, metric, column) {
    const mine = row[4][metric][column], sign = metric === "ter" ? -1 : 1;
    const others = row[4][metric].filter((value, n) => n !== column && value !== null);
    return others.length > 0 && others.every((value) => sign * mine > sign * value);
  }

  function cell(row, column, language, labelled) {
    const content = row[2][column], [role] = columns[column];
    const made = make("td", { lang: language, dir: "auto", class: content ? role : `${role} nothing`, "data-column": title(column) });
    if (typeof content === "string") made.append(content);
    else if (content) made.append(...content.map((part) => piece(part, column, labelled)));
    const metric = $("metric").value, value = row[4] && row[4][metric] ? row[4][metric][column] : null;
    if (value !== null && value !== undefined) {
      const said = `${metric} ${value}${best(row, metric, column) ? " ★" : ""}`;
      made.append(make("span", { class: "score", lang: "en", dir: "ltr" }, said));
    }
    return made;
  }

  function detail(n, width, language) {
    const [anchor, code, severity, confidence, message, suggestion, evidence, rendering, , place, , suppressed] = findings[n];
    const rule = rules[code] || ["", "", ""];
    const list = make("dl", {});
    const add = (term, lang, ...words) => list.append(make("dt", {}, term), make("dd", { dir: "auto", lang }, ...words));
    for (const [kind, words] of evidence) add(kind, kind === "source" ? language : "en", words);
    if (suggestion !== null) add("write", null, suggestion);
    if (suppressed !== null) add("suppressed", "en", suppressed);
    add("rendering", null, rendering);
    add("place", null, place);
    add("link", "en", make("a", { href: `#f-${anchor}` }, `#f-${anchor}`));
    const about = make("details", {}, make("summary", {}, `About ${code}`), make("p", { class: "documentation" }, rule[2] || rule[1]));
    const head = make("p", { class: "message" }, make("strong", {}, `${severity} ${code} ${rule[0]}`), ` · confidence ${Math.round(confidence * 100)}%`);
    const box = make("div", { id: `d-${anchor}`, class: `detail ${severity}` }, head, make("p", { dir: "auto" }, message), list, rule[1] ? about : null);
    return make("tr", { class: "detail" }, make("td", { colspan: width + 1, lang: "en" }, box));
  }

  function heading(article, width) {
    const [id, layout] = articles[article], names = layouts[layout].names;
    const line = make("th", { colspan: width + 1, scope: "rowgroup", dir: "auto" }, id);
    const named = names.filter((name) => name);
    if (named.length) line.append(make("span", { class: "names" }, named.join(" · ")));
    return make("tr", { class: "article" }, line);
  }

  function draw() {
    const shown = visibleColumns(), pages = Math.max(1, Math.ceil(kept.length / SIZE));
    state.page = Math.min(Math.max(state.page, 0), pages - 1);
    const all = state.printing && kept.length <= PRINTED;
    const from = all ? 0 : state.page * SIZE, part = all ? kept : kept.slice(from, from + SIZE);
    const drawn = [], labelled = new Set();
    let article = -1;
    for (const number of part) {
      const row = rows[number], [id, layout, several] = articles[row[0]], languages = layouts[layout].langs;
      if (several && row[0] !== article) drawn.push(heading(row[0], shown.length));
      article = row[0];
      const sought = number === state.sought;
      drawn.push(make("tr", { class: sought ? "sought" : null }, make("th", { scope: "row", dir: "auto", tabindex: sought ? -1 : null }, row[1]), ...shown.map((n) => cell(row, n, languages[n], labelled))));
      const source = columns[0] && columns[0][0] === "source" ? languages[0] : "und";
      for (const n of row[3]) if (n === state.open || (state.printing && shows(findings[n]))) drawn.push(detail(n, shown.length, source));
    }
    $("head").replaceChildren(make("tr", {}, make("th", { scope: "col" }, "No."), ...shown.map((n) => {
      const [role] = columns[n];
      return make("th", { scope: "col", dir: "auto", class: role }, title(n), role === "source" || title(n).startsWith(role) ? null : make("span", { class: "role" }, role));
    })));
    $("rows").replaceChildren(...drawn);
    const found = findings.length ? `, ${marked.length.toLocaleString("en")} finding${marked.length === 1 ? "" : "s"}` : "";
    const to = from + part.length;
    $("status").textContent = kept.length
      ? `rows ${(from + 1).toLocaleString("en")} to ${to.toLocaleString("en")} of ${kept.length.toLocaleString("en")}${found}`
      : "nothing matches";
    $("previous").disabled = state.page === 0;
    $("next").disabled = state.page >= pages - 1;
    fit();
  }

  // What has room needs no scrolling of its own, and its head can stay in sight.
  function fit() {
    const table = $("texts"), box = table.parentElement;
    box.classList.toggle("fits", table.scrollWidth <= box.clientWidth);
  }

  function turn(by) {
    state.page += by;
    draw();
    $("texts").scrollIntoView();
  }

  // Findings -----------------------------------------------------------------------------------------------------

  function focus(n) {
    const button = $(`f-${findings[n][0]}`);
    if (!button) return;
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: "center" });
  }

  function reveal(n) {
    if (!marked.includes(n)) {
      $("filters").reset();
      if (findings[n][11] !== null) $("severity-suppressed").checked = true;
      select();
    }
    state.open = n;
    state.page = Math.floor(kept.indexOf(findings[n][10]) / SIZE);
    draw();
    focus(n);
  }

  function close() {
    const n = state.open;
    if (n === null) return;
    state.open = null;
    history.replaceState(null, "", "#");
    draw();
    focus(n);
  }

  function open(n) {
    const hash = `#f-${findings[n][0]}`;
    // Not by setting the hash, which is told of later: a second key may come before.
    try {
      if (location.hash !== hash) history.pushState(null, "", hash);
    } catch { /* some browsers allow only so many in a while */ }
    state.sought = null;
    reveal(n);
  }

  // A row by its id: its label, or its article's id with its number.
  function seek(id) {
    const found = rows.findIndex((row) => row[1] === id || `${articles[row[0]][0]}:${row[1]}` === id);
    if (found < 0) return false;
    if (!kept.includes(found)) {
      $("filters").reset();
      select();
    }
    state.open = null;
    state.sought = found;
    state.page = Math.floor(kept.indexOf(found) / SIZE);
    draw();
    const line = $("rows").querySelector("tr.sought");
    line.querySelector("th").focus({ preventScroll: true });
    line.scrollIntoView({ block: "center" });
    return true;
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function follow() {
    state.sought = null;
    if (location.hash.startsWith("#s-")) return seek(decoded(location.hash.slice(3)));
    const n = byAnchor.get(location.hash.replace(/^#f-/, ""));
    if (n !== undefined) reveal(n);
    return n !== undefined;
  }

  function step(by) {
    if (!marked.length) return;
    const at = marked.indexOf(state.open), first = marked.findIndex((n) => kept.indexOf(findings[n][10]) >= state.page * SIZE);
    const next = at < 0 ? Math.max(first, 0) : (at + by + marked.length) % marked.length;
    open(marked[next]);
  }

  // What the person does -------------------------------------------------------------------------------------------

  const KEYS = {
    j: () => step(1), k: () => step(-1), "]": () => $("next").disabled || turn(1), "[": () => $("previous").disabled || turn(-1),
    "/": () => $("search").focus(), "?": () => $("help").showModal(), Escape: close,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing && event.key !== "Escape") return;
    if (typing) return event.target.blur();
    if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  $("rows").addEventListener("click", (event) => {
    const place = event.target.closest("[data-finding]");
    if (!place || String(getSelection())) return;
    const n = Number(place.dataset.finding);
    if (n === state.open) close();
    else open(n);
  });
  let waiting = 0;
  const again = () => { select(); draw(); };
  $("filters").addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "search") waiting = setTimeout(again, 120);
    else again();
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(again));
  $("keys").addEventListener("click", () => $("help").showModal());
  $("previous").addEventListener("click", () => turn(-1));
  $("next").addEventListener("click", () => turn(1));
  addEventListener("hashchange", follow);
  addEventListener("resize", fit);
  addEventListener("beforeprint", () => { state.printing = true; draw(); });
  addEventListener("afterprint", () => { state.printing = false; draw(); });

  fill();
  select();
  if (!follow()) draw();
})();
