// The search page: what is asked stands in the address, what is found below it. The index is read by search-index.js.
// Nothing from the index is taken as HTML: every node is made here, of text.
"use strict";
(() => {
  const PAGE = 10; // results at a time
  const OF_EVENT = 3; // articles shown of one event
  const SHOWN = 8; // values of a facet
  const WAIT_MS = 220; // after the last key

  const box = document.querySelector("archive-search");
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const plural = new Intl.PluralRules(words.language);
  const isWide = matchMedia("(min-width: 60rem)");
  const facetNames = Object.keys(words.facets);
  const index = globalThis.archiveIndex;

  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") node.addEventListener(key, value);
      else if (value === true) node.setAttribute(key, "");
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children.flat().filter((child) => child != null));
    return node;
  };
  const number = (n) => n.toLocaleString(words.language.startsWith("ar") ? "ar-u-nu-latn" : words.language);
  const counted = (n, forms = words.results) => (forms[plural.select(n)] ?? forms.other).replace("{n}", number(n));
  // A sentence of the interface with a name or query isolated in it.
  const said = (text, value) => text.split(/(\{\w+\})/).map((part) => (part.startsWith("{") ? make("bdi", {}, value) : part));
  const button = (name, click, ...children) => make("button", { class: name, type: "button", click }, ...children);

  // What is asked, as the address has it
  const read = () => {
    const given = new URLSearchParams(location.search);
    const day = (name) => (/^\d{4}(-\d\d(-\d\d)?)?$/.test(given.get(name) ?? "") ? given.get(name) : "");
    return {
      q: given.get("q")?.trim() ?? "",
      sort: ["newest", "oldest"].includes(given.get("sort")) ? given.get("sort") : "",
      group: given.get("group") === "event",
      from: day("from"),
      to: day("to"),
      facets: Object.fromEntries(facetNames.map((name) => [name, given.getAll(name)])),
    };
  };
  const address = (asked) => {
    const params = new URLSearchParams();
    for (const name of ["q", "from", "to", "sort"]) if (asked[name]) params.set(name, asked[name]);
    if (asked.group) params.set("group", "event");
    for (const name of facetNames) for (const key of asked.facets[name]) params.append(name, key);
    const query = params.toString();
    return location.pathname + (query ? `?${query}` : "");
  };
  const noFacets = () => Object.fromEntries(facetNames.map((name) => [name, []]));
  const isNarrowed = (asked) => Boolean(asked.from || asked.to || facetNames.some((name) => asked.facets[name].length));

  let state = read();
  let turn = 0;
  let shown = 0;
  let drawn = null; // what the page shows: { result, docs, groups, masks }

  // The page's furniture
  const input = make("input", { id: "q", name: "q", type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", value: state.q });
  const form = make("form", { class: "search-form", role: "search" },
    make("label", { class: "unseen", for: "q" }, words.label), input, make("button", { type: "submit" }, words.search));
  const help = document.getElementById("search-help").content.firstElementChild.cloneNode(true);
  const status = make("p", { role: "status", id: "found-status" });
  const order = make("select", { id: "sort", change: () => change({ sort: order.value }) },
    ["relevance", "newest", "oldest"].map((name) => make("option", { value: name === "relevance" ? "" : name }, words[name])));
  const group = make("input", { type: "checkbox", id: "group", change: () => change({ group: group.checked }) });
  const head = make("div", { class: "found-head", hidden: true }, status,
    make("label", { class: "found-group-by" }, group, words.group),
    make("span", { class: "found-order" }, make("label", { for: "sort" }, words.sort), order));
  const chips = make("ul", { class: "found-chips", hidden: true });
  const notes = make("div", { class: "found-notes", "aria-live": "polite" });
  const list = make("ol", { class: "article-list found-list", "aria-labelledby": "found-status" });
  const latest = make("h2", { class: "found-latest", hidden: true }, words.latest);
  const advice = make("div", { class: "found-advice", hidden: true });
  const more = button("found-more", showMore, words.more);
  more.hidden = true;
  const from = make("input", { type: "date", id: "from", change: () => change({ from: from.value }) });
  const to = make("input", { type: "date", id: "to", change: () => change({ to: to.value }) });
  const dates = make("details", { class: "facet facet-dates", open: true }, make("summary", {}, words.dates),
    make("div", { class: "dates" }, make("label", {}, words.from, from), make("label", {}, words.to, to)));
  const groups = make("div");
  const facets = make("details", { class: "facets", open: isWide.matches },
    make("summary", { class: "facets-title" }, words.narrow), dates, groups);
  const found = make("div", { class: "found" }, facets, make("div", { class: "found-main" }, head, chips, notes, advice, latest, list, more));

  // Asking
  async function ask() {
    const mine = ++turn;
    const isIdle = !state.q && !isNarrowed(state);
    if (!isIdle) status.textContent = words.loading;
    head.hidden = isIdle;
    try {
      const [result, masks] = await Promise.all([index.search({ text: state.q, from: state.from, to: state.to }), chosenMasks(state)]);
      const docs = index.ordered(result, result.docs.filter((doc) => allows(masks, doc)), state.q ? state.sort : state.sort || "newest");
      const units = state.group && !isIdle ? await byEvent(docs) : docs.map((doc) => ({ docs: [doc] }));
      if (mine !== turn) return;
      drawn = { result, docs, units, masks, isIdle };
      draw();
      await Promise.all([showNext(), drawFacets(), docs.length ? null : drawAdvice()]);
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }
  // By facet that is narrowed: the articles that have one of the chosen values.
  async function chosenMasks(asked) {
    const masks = {};
    for (const name of facetNames.filter((one) => asked.facets[one].length)) {
      const mask = (masks[name] = new Set());
      if (!index.start.facets[name]) continue;
      const lists = await index.facet(name);
      for (const key of asked.facets[name]) {
        const n = await index.numberOf(name, key);
        if (n >= 0) for (const doc of lists[n]) mask.add(doc);
      }
    }
    return masks;
  }
  const allows = (masks, doc, but) => facetNames.every((name) => name === but || !masks[name] || masks[name].has(doc));

  async function byEvent(docs) {
    const units = new Map();
    const eventOf = new Map();
    if (index.start.facets.event) for (const [n, of] of (await index.facet("event")).entries()) for (const doc of of) eventOf.set(doc, n);
    for (const doc of docs) {
      const event = eventOf.get(doc), key = event === undefined ? `a${doc}` : event;
      if (units.has(key)) units.get(key).docs.push(doc);
      else units.set(key, { event, docs: [doc] });
    }
    return [...units.values()];
  }

  // Showing
  function draw() {
    const { docs, result, isIdle } = drawn;
    shown = 0;
    list.replaceChildren();
    advice.hidden = true;
    head.classList.toggle("is-empty", !docs.length);
    list.hidden = !docs.length;
    latest.hidden = !isIdle;
    status.textContent = isIdle ? "" : docs.length ? counted(docs.length) : words.none;
    const begun = result.parts.filter((part) => part.kind === "begin" && part.often.size);
    notes.replaceChildren(...begun.filter((part) => !part.text.endsWith("*") || part.isCut)
      .map((part) => make("p", { class: "count" }, said(part.isCut ? words.cut : words.beginning, part.list[0]))));
    drawChips();
    if (/\p{N}/u.test(state.q)) drawDates(result.about.days).catch(console.warn);
    for (const [node, value] of [[order, state.sort], [from, state.from], [to, state.to]]) node.value = value;
    group.checked = state.group;
  }

  // Dates of the query, by a script that comes with the first number.
  let reader;
  async function drawDates(days, mine = turn) {
    await (reader ??= new Promise((load, error) => { document.head.append(make("script", { src: url("theme/js/search-dates.js"), load, error })); }));
    if (mine === turn) notes.prepend(...archiveDates(state.q, days, { words, make, said, button, counted, inWords, url, change }));
  }

  async function showNext() {
    const mine = turn;
    const batch = drawn.units.slice(shown, shown + PAGE);
    shown += batch.length;
    more.hidden = drawn.isIdle || shown >= drawn.units.length;
    const wanted = batch.flatMap((unit) => unit.docs.slice(0, unit.event === undefined ? 1 : OF_EVENT));
    const lines = new Map((await Promise.all(wanted.map(index.line))).map((line) => [line.doc, line]));
    if (mine !== turn) return;
    const slots = [];
    for (const unit of batch) {
      const inside = unit.docs.slice(0, unit.event === undefined ? 1 : OF_EVENT).map((doc) => {
        const slot = make("div", { class: "found-excerpts" });
        if (drawn.isIdle) slot.hidden = true;
        else slots.push([lines.get(doc), slot]);
        return resultOf(lines.get(doc), slot, state.group);
      });
      list.append(unit.event !== undefined && state.group ? eventOf(unit, lines.get(unit.docs[0]).event, inside) : inside[0]);
    }
    await Promise.all(slots.map(async ([line, slot]) => {
      const made = await excerpts(line, drawn.result.parts);
      if (mine === turn) slot.replaceChildren(...made);
    }));
  }
  async function showMore() {
    const at = list.childElementCount;
    await showNext().catch(fail);
    list.children[at]?.querySelector("a")?.focus();
  }

  // The sign of a date's ground where it is not stated, as in the lists of the archive.
  function sign(basis) {
    const drawn = document.getElementById("search-signs").content.children[["inferred", "supplied"].indexOf(basis)];
    return drawn ? make("span", { class: "line-basis" }, drawn.cloneNode(true), make("span", { class: "unseen" }, ` (${words[basis]})`)) : null;
  }

  const url = (path) => `${box.dataset.root}${path}`;
  const inLanguage = (line) => ({ dir: "auto", lang: line.language || null });
  function resultOf(line, slot, isInGroup) {
    return make("li", { class: "article-line" },
      make("p", { class: "article-line-meta" }, make("b", {}, make("bdi", {}, line.outlet)), make("span", { class: "line-date" }, line.date || words.undated, " ", line.date ? sign(line.basis) : null)),
      make("p", { class: "article-line-title" }, make("a", { href: url(line.url) }, make("bdi", inLanguage(line), marked(index.marked(line.title, drawn.result.parts))))),
      slot,
      line.event && !isInGroup ? make("p", { class: "article-line-event" }, `${words.event} `, make("a", { href: url(`events/${line.event[1]}/`) }, make("bdi", { dir: "auto" }, line.event[0]))) : null);
  }
  const eventOf = (unit, event, inside) => make("li", { class: "found-event" },
    make("p", { class: "found-event-title" }, make("a", { href: url(`events/${event[1]}/`) }, make("bdi", { dir: "auto" }, event[0])), make("span", { class: "count" }, ` ${counted(unit.docs.length)}`)),
    make("ol", {}, inside),
    unit.docs.length > inside.length ? make("p", { class: "article-line-event" }, make("a", { href: url(`events/${event[1]}/`) }, words.moreOfEvent)) : null);

  // Excerpts, each with the way to its paragraph
  const marked = (pieces) => pieces.map(({ text, isMatch }) => (isMatch ? make("mark", {}, text) : text));
  const place = (line, anchor) => make("a", { class: "found-place", href: `${url(line.url)}#${anchor}` },
    make("span", { class: "unseen" }, `${words.paragraph} `), "¶\u00a0", anchor.replace(/^\D+/, ""));
  const excerpts = async (line, parts) => (await index.excerpts(line, parts)).map(({ anchor, pieces }) =>
    make("p", { class: "found-excerpt article-line-summary" }, anchor ? place(line, anchor) : null, make("span", { class: "found-text", ...inLanguage(line) }, marked(pieces))));

  // What narrows the search now, each with a way to take it back
  async function drawChips() {
    const mine = turn;
    const rows = [];
    for (const name of ["from", "to"]) if (state[name]) rows.push([`${words[name]} ${inWords(state[name])}`, { [name]: "" }]);
    for (const name of facetNames) for (const key of state.facets[name]) {
      rows.push([await labelOf(name, key), { facets: { ...state.facets, [name]: state.facets[name].filter((one) => one !== key) } }]);
    }
    if (mine !== turn) return;
    const clear = rows.length > 1 ? make("li", {}, button("chip-clear", () => change({ from: "", to: "", facets: noFacets() }), words.clear)) : null;
    chips.replaceChildren(...rows.map(([label, part]) => make("li", {}, button("chip", () => change(part), make("bdi", {}, label), make("span", { "aria-hidden": "true" }, "×")))), ...(clear ? [clear] : []));
    chips.hidden = !rows.length;
  }
  const inWords = (day) => {
    const shape = { timeZone: "UTC", year: "numeric", ...(day.length > 4 && { month: "long" }), ...(day.length > 7 && { day: "numeric" }) };
    return new Date(`${day.padEnd(10, "-01")}T00:00Z`).toLocaleDateString(words.language.startsWith("ar") ? "ar-u-nu-latn" : words.language === "en" ? "en-GB" : words.language, shape);
  };
  async function labelOf(name, key) {
    const n = index.start.facets[name] ? await index.numberOf(name, key) : -1;
    return n < 0 ? key : (await index.value(name, n)).label;
  }

  // Facets: a group is read when it is opened; a chosen value stays even where it finds nothing.
  const open = new Set(isWide.matches ? ["outlet", "topic"] : []);
  const whole = new Set();
  async function drawFacets() {
    const mine = turn;
    const names = facetNames.filter((name) => index.start.facets[name] > 1 || state.facets[name].length);
    const made = await Promise.all(names.map(drawFacet));
    if (mine !== turn) return;
    const focused = groups.contains(document.activeElement) ? document.activeElement.id : "";
    groups.replaceChildren(...made.filter(Boolean));
    if (focused) document.getElementById(focused)?.focus();
  }
  async function drawFacet(name) {
    const chosen = state.facets[name];
    if (!drawn.result.docs.length && !chosen.length) return null;
    const isOpen = facets.open && (open.has(name) || chosen.length > 0);
    const values = isOpen ? await valuesOf(name, chosen) : { shown: [], total: 0 };
    if (isOpen && !values.shown.length) return null;
    const items = values.shown.map(({ key, label, count }) => {
      const id = `facet-${name}-${key}`;
      const check = make("input", { type: "checkbox", id, checked: chosen.includes(key), change: () => {
        const rest = state.facets[name].filter((one) => one !== key);
        change({ facets: { ...state.facets, [name]: check.checked ? [...rest, key] : rest } });
      } });
      return make("li", {}, make("label", { for: id }, check, make("bdi", { dir: "auto" }, label), make("span", { class: "count" }, number(count))));
    });
    const rest = values.total > values.shown.length || whole.has(name)
      ? button("facet-all", () => { whole.has(name) ? whole.delete(name) : whole.add(name); drawFacets().catch(fail); }, whole.has(name) ? words.fewer : `${words.all} (${number(values.total)})`) : null;
    if (rest) rest.id = `facet-all-${name}`;
    const node = make("details", { class: "facet", "data-name": name, open: isOpen }, make("summary", {}, words.facets[name]), make("ul", {}, items), rest);
    node.addEventListener("toggle", () => {
      if (node.open === open.has(name) || !node.isConnected) return;
      node.open ? open.add(name) : open.delete(name);
      if (node.open && !items.length) drawFacets().catch(fail);
    });
    return node;
  }
  async function valuesOf(name, chosen) {
    if (!index.start.facets[name]) return { shown: chosen.map((key) => ({ key, label: key, count: 0 })), total: chosen.length };
    const lists = await index.facet(name);
    const here = new Uint8Array(index.start.articles);
    const of = drawn.isIdle ? null : drawn.result.docs;
    if (of) for (const doc of of) if (allows(drawn.masks, doc, name)) here[doc] = 1;
    const counts = [];
    for (const [n, docs] of lists.entries()) {
      let count = of ? 0 : docs.length;
      if (of) for (const doc of docs) count += here[doc];
      if (count) counts.push([n, count]);
    }
    counts.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const numbers = new Map(counts.slice(0, whole.has(name) ? 500 : SHOWN));
    for (const key of chosen) {
      const n = await index.numberOf(name, key);
      if (n >= 0 && !numbers.has(n)) numbers.set(n, counts.find(([one]) => one === n)?.[1] ?? 0);
    }
    const shownValues = await Promise.all([...numbers].map(async ([n, count]) => ({ ...(await index.value(name, n)), count })));
    return { shown: shownValues, total: counts.length };
  }
  isWide.addEventListener("change", () => { if (isWide.matches) facets.open = true; });
  facets.addEventListener("toggle", () => { if (drawn) drawFacets().catch(fail); });

  // Nothing found: what each part finds by itself, and what to leave out.
  async function drawAdvice() {
    const mine = turn;
    const { result, docs } = drawn;
    const rows = [];
    const offer = (text, value, count, part) => { if (count) rows.push(make("li", {}, button("advice", () => change(part), said(text, value)), " ", make("span", { class: "count" }, counted(count)))); };
    if (isNarrowed(state) && state.q) {
      const { docs: all } = await index.search({ text: state.q, from: "", to: "" });
      offer(words.unfiltered, "", all.length, { from: "", to: "", facets: noFacets() });
    }
    const parts = result.parts;
    const joined = index.written;
    for (const part of parts) {
      if (parts.length > 1) {
        const q = joined(parts.filter((one) => one !== part));
        const without = await index.search({ text: q, from: state.from, to: state.to });
        offer(words.without, part.written, without.docs.filter((doc) => allows(drawn.masks, doc)).length, { q });
      }
      if (part.kind === "phrase" && part.list.length > 1 && !part.often.size && !part.isOut) {
        const q = joined(parts.map((one) => (one === part ? { ...part, written: part.list.join(" ") } : one)));
        offer(words.apart, part.text, (await index.search({ text: q, from: state.from, to: state.to })).docs.length, { q });
      }
      if (part.often.size || part.isOut) continue;
      for (const word of part.list) {
        const isAlone = part.list.length === 1;
        if (!isAlone && (await index.search({ text: word, from: "", to: "" })).docs.length) continue;
        for (const like of await index.alike(word)) {
          const written = isAlone ? like.word : `"${part.list.map((one) => (one === word ? like.word : one)).join(" ")}"`;
          const q = joined(parts.map((one) => (one === part ? { ...part, written } : one)));
          const count = isAlone ? like.count : (await index.search({ text: q, from: state.from, to: state.to })).docs.length;
          offer("{word}", written, count, { q });
        }
      }
    }
    if (mine !== turn || docs.length) return;
    const each = parts.filter((part) => !part.isOut);
    const counts = make("p", { hidden: each.length < 2 }, `${words.partCount}: `, each.flatMap((part, n) => [n ? " · " : "", make("bdi", {}, part.text), ` ${number(part.often.size)}`]));
    advice.replaceChildren(make("h2", {}, words.try), make("ul", { class: "advice-offers" }, rows), counts,
      make("ul", { class: "advice-plain" }, words.advice.map((text) => make("li", {}, text))));
    advice.hidden = false;
  }

  // Changes: typing replaces the address, a choice adds one to the history.
  function change(part, isTyping = false) {
    state = { ...state, ...part };
    if (part.q !== undefined && document.activeElement !== input) input.value = state.q;
    const next = address(state);
    if (next !== location.pathname + location.search) history[isTyping ? "replaceState" : "pushState"](null, "", next + "");
    ask();
  }
  function fail(error) {
    console.warn(error);
    head.hidden = false;
    status.textContent = words.failed;
  }

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ q: input.value.trim() }, true), WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change({ q: input.value.trim() });
  });
  help.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    help.open = false;
    change({ q: new URL(link.href).searchParams.get("q") });
    input.focus();
  });
  addEventListener("popstate", () => {
    state = read();
    input.value = state.q;
    ask();
  });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input, select, textarea");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : at === 0 ? input : null;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  box.replaceChildren(form, help, found);
  index.open(new URL(box.dataset.bundle, location.href).href).then((start) => {
    for (const node of [from, to]) {
      node.min = start.from.length === 10 ? start.from : "";
      node.max = start.to.length === 10 ? start.to : "";
    }
    dates.hidden = !start.to || start.from === start.to;
    if (!state.q) input.focus({ preventScroll: true });
    return ask();
  }).catch(fail);
})();
