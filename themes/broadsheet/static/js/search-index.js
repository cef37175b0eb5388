// The archive's search index, read part by part. Parts are scripts that hand themselves over by archiveIndex.take, so that
// they load from a host and from a disk alike; docs/explain/search.md says what each holds.
"use strict";
globalThis.archiveIndex = (() => {
  const K = 1.2, B = 0.75; // BM25 (Robertson), as SQLite's FTS5 has them
  const TITLE = 4; // times more than in the text a word counts that stands in the title
  const OTHER_FORM = 0.7; // of what the word itself counts
  const MANY_PARTS = 10; // of words to load for the beginning of a word
  const MANY_WORDS = 4000;
  const EXCERPTS = 2; // of one article
  const BEFORE = 60, LENGTH = 230; // characters of an excerpt before its first match, and of all of it
  const FAR = 6; // forms of a word looked up in other parts

  const waiting = new Map();
  let base, start, columns, rules;

  // Parts
  const take = (name, text) => waiting.get(name)?.(text);
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) loaded.set(name, fetchPart(name).catch((error) => { loaded.delete(name); throw error; }));
    return loaded.get(name);
  };
  async function fetchPart(name) {
    const text = await new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `${base}${start ? `${start.folder}/` : ""}${name}.js`;
      script.onload = () => { script.remove(); reject(new Error(`${name}: empty`)); };
      script.onerror = () => { script.remove(); reject(new Error(`${name}: not there`)); };
      document.head.append(script);
    });
    const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const data = new Uint8Array(await new Response(stream).arrayBuffer());
    const size = new DataView(data.buffer).getUint32(0, true);
    return { head: JSON.parse(new TextDecoder().decode(data.subarray(4, 4 + size))), data: data.subarray(4 + size) };
  }
  // Whole numbers, seven bits a byte; `at` moves on.
  const reader = (data, at = 0) => {
    const next = () => {
      let value = 0, byte;
      do { byte = data[at++]; value = (value << 7) | (byte & 127); } while (byte > 127);
      return value;
    };
    const many = (n) => { const out = new Int32Array(n); for (let i = 0; i < n; i++) out[i] = next(); return out; };
    const ascending = (n) => { const out = many(n); for (let i = 1; i < n; i++) out[i] += out[i - 1]; return out; };
    return { next, many, ascending, skip: (n) => { at += n; }, get at() { return at; } };
  };

  async function open(folder) {
    base = folder;
    start = (await load("start")).head;
    const r = start.rules;
    const letter = `(?:(?![${r.single}])[\\p{L}\\p{N}])`;
    rules = {
      word: new RegExp(`[${r.single}]\\p{M}*|${letter}(?:${letter}|[\\p{M}\u00ad\u200b-\u200d\u2060\ufeff])*`, "gu"),
      dropped: new RegExp(`[${r.dropped}]`, "gu"),
      article: new RegExp(r.article, "u"),
      same: new RegExp(`[${Object.keys(r.same).join("")}]`, "gu"),
    };
    start.bounds = start.words.split("\n");
    return start;
  }
  const getColumns = () => (columns ??= load("docs").then(({ head, data }) => {
    const day = [], ends = [];
    let at = 0;
    for (const [name, count] of head) { day.push(name); ends.push(at += count); }
    const length = Float32Array.from(data, (byte) => 2 ** (byte / start.steps));
    return { days: head, day, ends, length, undated: day.at(-1) === "" ? start.articles - (ends.at(-2) ?? 0) : 0 };
  }));

  // Words
  const fold = (word) => {
    const plain = word.normalize("NFKD").toLowerCase()
      .replace(rules.same, (char) => start.rules.same[char]).replace(rules.dropped, "").replace(rules.article, "");
    return (plain || word.toLowerCase()).slice(0, start.rules.longest);
  };
  const words = (text) => [...text.normalize("NFC").matchAll(rules.word)].map((m) => ({ word: fold(m[0]), at: m.index, end: m.index + m[0].length }));

  const partOf = (word) => {
    let low = 0, high = start.bounds.length;
    while (low + 1 < high) { const middle = (low + high) >> 1; if (start.bounds[middle] <= word) low = middle; else high = middle; }
    return low;
  };
  const stemBy = ([, head, tail, end], word) => word.startsWith(head) && word.endsWith(tail) && word.length >= head.length + tail.length
    ? word.slice(head.length, word.length - tail.length) + end : null;

  const parts = new Map();
  const wordPart = (n) => {
    if (!parts.has(n)) parts.set(n, load(`w${n}`).then(({ head, data }) => {
      const list = head.words ? head.words.split("\n") : [];
      const r = reader(data), count = r.many(list.length), code = r.many(list.length), rows = [];
      for (const [i, n] of count.entries()) rows.push({ docs: r.ascending(n), word: list[i], index: i });
      for (const row of rows) row.often = r.many(row.docs.length);
      const forms = new Map();
      for (const [i, word] of list.entries()) {
        rows[i].stems = [code[i], ...(head.more[i] ?? [])].filter(Boolean).map((c) => `${head.rules[c - 1][0]} ${stemBy(head.rules[c - 1], word)}`);
        for (const stem of rows[i].stems) forms.set(stem, [...(forms.get(stem) ?? []), i]);
      }
      return { list, rows, forms, far: head.far, find: (word) => rows[list.indexOf(word)] };
    }));
    return parts.get(n);
  };
  const rowOf = async (word) => (await wordPart(partOf(word))).find(word);

  // The rows of a word and of its forms; where no article has it, of words with the stem it would have.
  async function formsOf(word) {
    const part = await wordPart(partOf(word));
    const row = part.find(word);
    const stems = row ? row.stems : start.stems.map((rule) => [stemBy(rule, word), rule]).filter(([stem]) => stem?.length > 2).map(([stem, rule]) => `${rule[0]} ${stem}`);
    const found = new Set(row ? [row] : []);
    const look = (at) => { for (const stem of stems) for (const i of at.forms.get(stem) ?? []) found.add(at.rows[i]); };
    look(part);
    if (!row && !found.size) {
      const others = new Set(stems.map((stem) => partOf(stem.slice(stem.indexOf(" ") + 1))));
      for (const n of [...others].slice(0, FAR)) look(await wordPart(n));
    }
    const away = [...found].flatMap((one) => part.rows[one.index] === one ? part.far[one.index] ?? [] : []);
    for (const far of await Promise.all([...new Set(away)].slice(0, FAR).map(rowOf))) if (far) found.add(far);
    return [...found];
  }

  async function beginningWith(prefix) {
    const first = partOf(prefix), last = partOf(`${prefix}\uffff`);
    const loading = [];
    for (let n = first; n <= Math.min(last, first + MANY_PARTS - 1); n++) loading.push(wordPart(n));
    const rows = (await Promise.all(loading)).flatMap((part) => part.rows.filter((row) => row.word.startsWith(prefix)));
    rows.sort((a, b) => b.docs.length - a.docs.length);
    return { rows: rows.slice(0, MANY_WORDS), isCut: last - first >= MANY_PARTS || rows.length > MANY_WORDS };
  }

  // Words spelt nearly so, then words that begin so: for a query that found nothing.
  async function alike(word) {
    if (word.length < 4) return [];
    const first = partOf(word.slice(0, 2)), last = partOf(`${word.slice(0, 2)}\uffff`);
    const near = new Set([partOf(word), ...Array.from({ length: Math.min(MANY_PARTS, last - first + 1) }, (_, n) => first + n)]);
    const rows = (await Promise.all([...near].map(wordPart))).flatMap((part) => part.rows);
    const most = word.length < 6 ? 1 : 2;
    return rows.map((row) => ({ word: row.word, count: row.docs.length, far: distance(word, row.word, most) }))
      .filter((row) => row.far <= most || row.word.startsWith(word.slice(0, Math.max(4, Math.ceil(word.length * 0.6))))).sort((a, b) => a.far - b.far || b.count - a.count).slice(0, 3);
  }
  // Letters to change, add, take away or swap to make one word of the other; `most` + 1 where there are more.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  // Hits of rows: articles in order, how often each has the words, and whether its title does.
  function merge(rows, exact) {
    const often = new Map();
    for (const row of rows) {
      const share = !exact || row.word === exact ? 1 : OTHER_FORM;
      for (let i = 0; i < row.docs.length; i++) {
        const doc = row.docs[i];
        often.set(doc, (often.get(doc) ?? 0) + share * ((row.often[i] >> 1) + (row.often[i] & 1) * TITLE));
      }
    }
    return often;
  }

  // Phrases: articles that have all words, then those where they stand one after another.
  const bucket = (word) => { let value = 0; for (const char of word) value = (value * 31 + char.codePointAt(0)) % 65521; return value % start.buckets; };

  async function placesOf(list, n) {
    const word = list[n], row = await rowOf(word);
    const frequent = start.frequent.indexOf(word);
    if (frequent < 0) {
      const part = partOf(word), { data } = await load(`p${part}`);
      const r = reader(data), sizes = r.many((await wordPart(part)).list.length);
      let from = 0;
      for (let i = 0; i < row.index; i++) from += sizes[i];
      r.skip(from);
      const places = new Map();
      for (const [i, doc] of row.docs.entries()) places.set(doc, r.ascending(row.often[i] >> 1));
      return places;
    }
    const size = start.frequent.length, keys = size + 2 * start.buckets;
    let key;
    if (n + 1 < list.length) {
      const next = start.frequent.indexOf(list[n + 1]);
      key = next >= 0 ? next : size + bucket(list[n + 1]);
    } else if (start.frequent.includes(list[n - 1])) return null; // the one before it has said so
    else key = size + start.buckets + bucket(list[n - 1]);
    return near(frequent * keys + key);
  }
  async function near(key) {
    let part = 0;
    while (part + 1 < start.near.length && start.near[part + 1] <= key) part++;
    const { data } = await load(`q${part}`);
    const r = reader(data), sizes = r.many((start.near[part + 1] ?? start.frequent.length * (start.frequent.length + 2 * start.buckets)) - start.near[part]);
    const index = key - start.near[part];
    for (let i = 0, at = 0; i <= index; at += sizes[i++]) if (i === index) r.skip(at);
    const places = new Map();
    if (!sizes[index]) return places;
    const count = r.next(), docs = r.ascending(count), often = r.many(count);
    for (let i = 0; i < count; i++) places.set(docs[i], r.ascending(often[i] >> 1));
    return places;
  }

  async function phrase(list) {
    const rows = await Promise.all(list.map(rowOf));
    const often = new Map();
    if (rows.some((row) => !row)) return often;
    const [rarest, ...rest] = [...rows].sort((a, b) => a.docs.length - b.docs.length);
    const others = rest.map((row) => new Set(row.docs));
    let docs = [...rarest.docs].filter((doc) => others.every((set) => set.has(doc)));
    if (!docs.length) return often;
    const all = await Promise.all(list.map((_, n) => placesOf(list, n)));
    const known = all.map((places, n) => ({ places, n })).filter(({ places }) => places);
    for (const doc of docs) {
      const at = known.map(({ places, n }) => ({ n, set: places.get(doc) }));
      if (at.some(({ set }) => !set)) continue;
      const begins = at.map(({ n, set }) => Array.from(set, (place) => place - n)).sort((a, b) => a.length - b.length);
      const sets = begins.slice(1).map((one) => new Set(one));
      const found = begins[0].filter((place) => sets.every((set) => set.has(place)));
      if (found.length) often.set(doc, found.length + (found[0] < 64 ? TITLE : 0));
    }
    return often;
  }

  // Queries: words, "phrases", begin*, each of them with a minus or NOT before it, AND or OR between two. Parts of one group stand for one another.
  const parse = (text) => {
    const out = [];
    let group = 0, isJoined = false, isNot = false;
    for (const m of text.matchAll(/(^|\s)([-−–]?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/g)) {
      const list = words(m[3] ?? m[4]).map((found) => found.word);
      if (!list.length) continue;
      const said = m[0].trim();
      const isBetween = out.length > 0 && !isJoined && !isNot && /^\s+[^\s−–-]/.test(text.slice(m.index + m[0].length));
      if (isBetween && (said === "AND" || said === "NOT" || (said === "OR" && !out.at(-1).isOut))) {
        isJoined = said === "OR";
        isNot = said === "NOT";
        continue;
      }
      if (!isJoined) group++;
      const isOut = isNot || Boolean(m[2]);
      isJoined = isNot = false;
      const kind = m[3] !== undefined || list.length > 1 ? "phrase" : m[4].endsWith("*") ? "begin" : "word";
      out.push({ kind, list, isOut, text: (m[3] !== undefined ? `"${m[3]}"` : m[4]), written: isOut && !m[2] ? `-${said}` : said, group });
    }
    return out;
  };
  const written = (parts) => parts.map((part, n) => (n && parts[n - 1].group === part.group ? "OR " : "") + part.written).join(" ");

  async function answer(part) {
    const [word] = part.list;
    if (part.kind === "phrase" && part.list.length > 1) return { ...part, often: await phrase(part.list), marks: [part.list] };
    let rows = part.kind === "phrase" ? [await rowOf(word)].filter(Boolean) : part.kind === "word" ? await formsOf(word) : [];
    let { kind, isCut } = part;
    if (part.kind === "begin" || (part.kind === "word" && !rows.length && word.length > 1)) {
      ({ rows, isCut } = await beginningWith(word));
      kind = "begin";
    }
    return { ...part, kind, isCut, often: merge(rows, kind === "word" ? word : ""), marks: rows.map((row) => [row.word]) };
  }

  const inDays = (day, from, to) => (!from || day >= from.slice(0, day.length)) && (!to || day <= to.slice(0, day.length));

  const reach = (parts) => parts.reduce((sum, part) => sum + part.often.size, 0);
  // The articles of a query: in order, with what was asked and what each part of it found.
  async function search({ text, from, to }) {
    const [found, about] = await Promise.all([Promise.all(parse(text).map(answer)), getColumns()]);
    const wanted = found.filter((part) => !part.isOut), unwanted = found.filter((part) => part.isOut);
    const scores = new Map();
    const groups = [...new Set(wanted.map((part) => part.group))].map((group) => wanted.filter((part) => part.group === group)).sort((a, b) => reach(a) - reach(b));
    const docs = groups.length ? [...new Set(groups[0].flatMap((part) => [...part.often.keys()]))].sort((a, b) => a - b) : Array.from({ length: start.articles }, (_, doc) => doc);
    let span = 0;
    for (const doc of docs) {
      while (about.ends[span] <= doc) span++;
      if ((from || to) && (!about.day[span] || !inDays(about.day[span], from, to))) continue;
      if (!groups.every((parts) => parts.some((part) => part.often.has(doc))) || unwanted.some((part) => part.often.has(doc))) continue;
      scores.set(doc, score(doc, wanted, about.length[doc]));
    }
    return { docs: [...scores.keys()], scores, parts: found, about };
  }
  function score(doc, wanted, length) {
    let total = 0;
    for (const { often } of wanted) {
      if (!often.has(doc)) continue;
      const n = often.size, rare = Math.log((start.articles - n + 0.5) / (n + 0.5));
      const times = often.get(doc);
      total += Math.max(rare, 1e-6) * (times * (K + 1)) / (times + K * (1 - B + B * length / start.average));
    }
    return total;
  }
  // Best first; or by date: articles are numbered from the newest, the undated behind.
  const ordered = ({ scores, about }, docs, sort) => {
    const list = [...docs];
    if (sort === "newest") return list.sort((a, b) => a - b);
    if (sort === "oldest") {
      const dated = start.articles - about.undated;
      return list.sort((a, b) => (a >= dated) - (b >= dated) || b - a);
    }
    return list.sort((a, b) => scores.get(b) - scores.get(a) || a - b);
  };

  // What results show
  const line = async (doc) => {
    const { head } = await load(`c${Math.floor(doc / start.lines)}`);
    const [title, url, language, outlet, date, basis, event, part, place] = head[doc % start.lines];
    return { doc, title, url, language, outlet, date, basis, event: event || null, part, place };
  };
  const text = async ({ part, place }) => {
    const fields = (await load(`x${part}`)).head[place], out = [];
    for (let i = 0; i < fields.length; i += 2) out.push({ anchor: fields[i], text: fields[i + 1] });
    return out;
  };

  // Excerpts: the paragraphs with most of what was asked, in the order of the text, cut around the first match. Without a match
  // the beginning of the text, and no anchor.
  async function excerpts(line, parts) {
    const asked = parts.filter((part) => !part.isOut);
    const scored = (await text(line)).map((paragraph, n) => {
      const tokens = asked.length ? words(paragraph.text) : [];
      const hits = asked.map((part) => matches(tokens, [part]));
      return { ...paragraph, n, tokens, score: hits.filter((hit) => hit.length).length * 100 + Math.min(99, hits.flat().length) };
    });
    const best = scored.filter((one) => one.score).sort((a, b) => b.score - a.score || a.n - b.n).slice(0, EXCERPTS).sort((a, b) => a.n - b.n);
    return (best.length ? best : scored.slice(0, 1)).filter((one) => one.text)
      .map((one) => ({ anchor: best.length ? one.anchor : "", pieces: cut(one.text, matches(one.tokens, asked)) }));
  }
  const marked = (text, parts) => pieces(text, matches(words(text), parts), 0, text.length);
  // Where in a text stand the words that a query has found.
  function matches(tokens, parts) {
    const out = [];
    for (const part of parts.filter((one) => !one.isOut)) {
      const single = new Set(part.marks.filter((list) => list.length === 1).map(([word]) => word));
      const phrases = part.marks.filter((list) => list.length > 1);
      for (const [n, token] of tokens.entries()) {
        if (single.has(token.word)) out.push([token.at, token.end]);
        for (const list of phrases) if (list.every((word, i) => tokens[n + i]?.word === word)) out.push([token.at, tokens[n + list.length - 1].end]);
      }
    }
    return out.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }
  function pieces(text, found, from, to) {
    const out = [];
    let at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      out.push({ text: text.slice(at, start) }, { text: text.slice(start, end), isMatch: true });
      at = end;
    }
    return [...out, { text: text.slice(at, to) }];
  }
  function cut(text, found) {
    const first = found[0]?.[0] ?? 0;
    const from = first > BEFORE ? text.lastIndexOf(" ", first - BEFORE) + 1 : 0;
    let to = text.length > from + LENGTH ? text.lastIndexOf(" ", from + LENGTH) : text.length;
    if (to <= first) to = Math.min(text.length, first + LENGTH);
    return [{ text: from ? "… " : "" }, ...pieces(text, found, from, to), { text: to < text.length ? " …" : "" }];
  }

  // Facets: by value, the articles that have it.
  const facets = new Map();
  const facet = (name) => {
    if (!facets.has(name)) facets.set(name, load(`f-${name}`).then(({ data }) => {
      const r = reader(data);
      return [...r.many(start.facets[name])].map((count) => r.ascending(count));
    }));
    return facets.get(name);
  };
  const labels = async (name, n) => (await load(`f-${name}${n ? `-${n}` : ""}`)).head;
  const value = async (name, n) => {
    const found = (await labels(name, Math.floor(n / start.labels)))[n % start.labels];
    return typeof found === "string" ? { n, label: found, key: found } : { n, label: found[0], key: found[1] };
  };
  const numberOf = async (name, key) => {
    for (let at = 0; at * start.labels < (start.facets[name] ?? 0); at++) {
      const found = (await labels(name, at)).findIndex((one) => (typeof one === "string" ? one : one[1]) === key);
      if (found >= 0) return at * start.labels + found;
    }
    return -1;
  };

  return { take, open, search, ordered, line, text, excerpts, marked, facet, value, numberOf, alike, words, fold, parse, written, bucket, get start() { return start; } };
})();
