// The search page: words, facets, order and the address that holds them all, over Pagefind's index.
// Nothing from the index is read as HTML: every node is built here, and excerpts are cut at their <mark> only.

const PAGE = 10;
const SHOWN_VALUES = 8;
const WAIT_MS = 180;

const box = document.querySelector("archive-search");
const words = JSON.parse(document.getElementById("search-words").textContent);
const plural = new Intl.PluralRules(words.language);
const facetNames = Object.keys(words.facets);

const make = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
};
const number = (n) => n.toLocaleString(words.language === "ar" ? "ar-u-nu-latn" : words.language);
const counted = (n) => (words.results[plural.select(n)] ?? words.results.other).replace("{n}", number(n));

// State: what is asked, as the address has it.
const read = () => {
  const params = new URLSearchParams(location.search);
  return {
    q: params.get("q") ?? "",
    sort: params.get("sort") ?? "",
    facets: Object.fromEntries(facetNames.map((name) => [name, params.getAll(name)])),
  };
};
const address = (state) => {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  if (state.sort) params.set("sort", state.sort);
  for (const name of facetNames) for (const value of state.facets[name]) params.append(name, value);
  const query = params.toString();
  return location.pathname + (query ? `?${query}` : "");
};

let state = read();
let pagefind;
let asked = 0;
let results = [];
let shown = 0;

// The page's furniture
const input = make("input", { id: "q", name: "q", type: "search", autocomplete: "off", enterkeyhint: "search", value: state.q });
const form = make("form", { class: "search-form", role: "search" },
  make("label", { class: "unseen", for: "q" }, words.label), input, make("button", { type: "submit" }, words.search));
const hint = make("p", { class: "hint" }, words.start);
const status = make("p", { role: "status" });
const order = make("select", { id: "sort" },
  ...["relevance", "newest", "oldest"].map((name) => make("option", { value: name === "relevance" ? "" : name }, words[name])));
const head = make("div", { class: "found-head", hidden: true }, status,
  make("label", { for: "sort", class: "count" }, words.sort), order);
const list = make("ol", { class: "article-list found-list" });
const advice = make("ul", { class: "found-advice", hidden: true }, ...words.advice.map((text) => make("li", {}, text)));
const more = make("button", { class: "found-more", type: "button", hidden: true }, words.more);
const facets = make("details", { class: "facets", hidden: true, open: matchMedia("(min-width: 60rem)").matches });
const found = make("div", { class: "found" }, facets, make("div", {}, head, advice, list, more));

const hasFacets = () => facetNames.some((name) => state.facets[name].length);

const options = () => {
  const filters = {};
  for (const name of facetNames) if (state.facets[name].length) filters[name] = { any: state.facets[name] };
  const sort = state.sort ? { date: state.sort === "newest" ? "desc" : "asc" } : undefined;
  return { filters, ...(sort && { sort }) };
};

async function ask() {
  const turn = ++asked;
  hint.hidden = Boolean(state.q || hasFacets());
  if (!state.q && !hasFacets()) {
    const all = await pagefind.filters();
    if (turn === asked) draw([], all, true);
    return;
  }
  status.textContent = words.loading;
  const answer = await pagefind.search(state.q || null, options());
  if (turn === asked) draw(answer.results, answer.filters, false);
}

function draw(all, filters, isIdle) {
  results = all;
  shown = 0;
  list.replaceChildren();
  head.hidden = isIdle;
  advice.hidden = isIdle || all.length > 0;
  status.textContent = isIdle ? "" : all.length ? counted(all.length) : words.none;
  drawFacets(filters);
  return drawMore();
}

async function drawMore() {
  const turn = asked;
  const batch = results.slice(shown, shown + PAGE);
  shown += batch.length;
  more.hidden = shown >= results.length;
  const pages = await Promise.all(batch.map((result) => result.data()));
  if (turn === asked) list.append(...pages.map(line));
}

// A result: outlet, date, title, excerpt; the link leads to the paragraph of the first match.
function line(page) {
  const { title, outlet, date, event, language } = page.meta;
  const lang = language ? { lang: language, dir: "auto" } : { dir: "auto" };
  return make("li", { class: "article-line" },
    make("p", { class: "article-line-meta" }, make("b", {}, make("bdi", {}, outlet ?? "")), make("span", { class: "line-date" }, date ?? "")),
    make("p", { class: "article-line-title" }, make("a", { href: page.url + paragraph(page) }, make("bdi", lang, title))),
    make("p", { class: "article-line-summary", ...lang }, ...marked(page.excerpt)),
    event ? make("p", { class: "article-line-event" }, `${words.event}: `, make("bdi", {}, event)) : null);
}

function paragraph(page) {
  const first = page.weighted_locations?.length
    ? page.weighted_locations.reduce((a, b) => (b.balanced_score > a.balanced_score ? b : a)).location
    : page.locations?.[0];
  if (first == null || !state.q) return "";
  const anchors = (page.anchors ?? []).filter((anchor) => /^p\d+$/.test(anchor.id) && anchor.location <= first);
  return anchors.length ? `#${anchors[anchors.length - 1].id}` : "";
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const marked = (excerpt) =>
  excerpt.split(/(<mark>.*?<\/mark>)/s).filter(Boolean).map((part) => {
    const inner = part.match(/^<mark>(.*)<\/mark>$/s);
    return inner ? make("mark", {}, plain(inner[1])) : plain(part);
  });

// Facets: a group a filter, most results first; a chosen value stays even where it finds nothing.
function drawFacets(filters) {
  const isFirst = !facets.querySelector(".facet");
  const open = new Set([...facets.querySelectorAll(".facet[open]")].map((node) => node.dataset.name));
  const focused = document.activeElement?.closest?.(".facet") ? document.activeElement.id : "";
  const groups = facetNames.map((name) => group(name, filters[name] ?? {}, open, isFirst)).filter(Boolean);
  const clear = make("button", { class: "facets-clear", type: "button", hidden: !hasFacets() }, words.clear);
  clear.addEventListener("click", () => change({ facets: Object.fromEntries(facetNames.map((name) => [name, []])) }));
  facets.replaceChildren(make("summary", { class: "facets-title" }, words.narrow), ...groups, clear);
  facets.hidden = !groups.length;
  if (focused) document.getElementById(focused)?.focus();
}

function group(name, counts, open, isFirst) {
  const chosen = state.facets[name];
  const values = Object.entries(counts).filter(([value, n]) => n > 0 || chosen.includes(value));
  for (const value of chosen) if (!(value in counts)) values.push([value, 0]);
  if (!values.length) return null;
  const byYear = name === "year";
  values.sort((a, b) => (byYear ? b[0].localeCompare(a[0]) : b[1] - a[1] || a[0].localeCompare(b[0], words.language)));
  const items = values.map(([value, n], index) => {
    const id = `facet-${name}-${index}`;
    const check = make("input", { type: "checkbox", id, checked: chosen.includes(value) });
    check.addEventListener("change", () => {
      const rest = state.facets[name].filter((other) => other !== value);
      change({ facets: { ...state.facets, [name]: check.checked ? [...rest, value] : rest } });
    });
    return make("li", { hidden: index >= SHOWN_VALUES && !chosen.includes(value) },
      make("label", { for: id }, check, make("bdi", {}, value), make("span", { class: "count" }, number(n))));
  });
  const rest = items.filter((item) => item.hidden);
  const all = make("button", { class: "facets-clear", type: "button", hidden: !rest.length }, `${words.all} (${number(values.length)})`);
  all.addEventListener("click", () => {
    for (const item of rest) item.hidden = false;
    all.hidden = true;
    rest[0].querySelector("input").focus();
  });
  const isOpen = open.has(name) || chosen.length > 0 || (isFirst && matchMedia("(min-width: 60rem)").matches);
  return make("details", { class: "facet", "data-name": name, open: isOpen },
    make("summary", {}, words.facets[name]), make("ul", {}, ...items), all);
}

// Changes: typing replaces the address, a choice adds one to the history.
function change(part, isTyping = false) {
  state = { ...state, ...part };
  history[isTyping ? "replaceState" : "pushState"](null, "", address(state));
  ask().catch(fail);
}

function fail() {
  status.textContent = words.failed;
  head.hidden = false;
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
order.addEventListener("change", () => change({ sort: order.value }));
more.addEventListener("click", async () => {
  const at = list.childElementCount;
  await drawMore();
  list.children[at]?.querySelector("a")?.focus();
});
addEventListener("popstate", () => {
  state = read();
  input.value = state.q;
  order.value = state.sort;
  ask().catch(fail);
});
addEventListener("keydown", (event) => {
  const isTyping = event.target.matches?.("input, select, textarea");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    input.focus();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...list.querySelectorAll(".article-line-title a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== input) return;
  const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : at === 0 ? input : null;
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

try {
  const bundle = new URL(box.dataset.bundle, location.href);
  pagefind = await import(new URL("pagefind.js", bundle).href);
  await pagefind.options({ baseUrl: new URL(box.dataset.root, location.href).pathname, excerptLength: 32 });
  await pagefind.init();
  await pagefind.filters();
  order.value = state.sort;
  box.replaceChildren(form, hint, found);
  await ask();
  if (!state.q) input.focus();
} catch (error) {
  box.prepend(make("p", { class: "notice", role: "alert" }, words.failed));
  console.warn(error);
}
