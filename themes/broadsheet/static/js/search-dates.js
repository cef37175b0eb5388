// Dates written into the search box: "12 March 2024", "2024-03-12", "mars 2024", "3/4/2016" (both readings), "1912" alone. Months and
// days of the week are named by the browser, in the languages of LANGUAGES and of the page; what is written is read, never guessed at.
// The search page loads this with the first number that a query holds.
"use strict";
globalThis.archiveDates = (() => {
  const LANGUAGES = ["en", "fr", "ar", "ar-SY", "ar-DZ", "de", "de-AT", "es", "it", "pt", "nl"];
  const LEAST = 3; // letters of a month's name cut short
  const MOST = 4; // dates of one query
  const TOKEN = /\d{1,4}([-/.])\d{1,4}(?:\1\d{1,4})?(?!\d)|\d+(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d])|[\p{L}\p{M}]+/giu;
  const BETWEEN = new Set(["of", "the", "on", "in", "de", "du", "del", "le", "en", "el", "den", "der", "am", "im", "di", "van", "في", "من"]);

  // As names are compared: no case, no accents; digits of Arabic as ours, each for one, so that places stay.
  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const inDigits = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

  const named = new Map();
  // By language: the names of months, each a set of forms, and those of the days of the week.
  const names = (language) => {
    if (!named.has(language)) {
      const by = (type, shape) => {
        const write = new Intl.DateTimeFormat(language, { ...shape, timeZone: "UTC", calendar: "gregory" });
        return (date) => plain(write.formatToParts(date).find((part) => part.type === type)?.value ?? "").replace(/\.$/, "");
      };
      const ofMonth = [{ month: "long" }, { month: "short" }, { day: "numeric", month: "long" }].map((shape) => by("month", shape));
      const ofDay = [{ weekday: "long" }, { weekday: "short" }].map((shape) => by("weekday", shape));
      const months = Array.from({ length: 12 }, (_, n) => new Set(ofMonth.map((write) => write(new Date(Date.UTC(2001, n, 5))))));
      const days = Array.from({ length: 7 }, (_, n) => ofDay.map((write) => write(new Date(Date.UTC(2001, 0, 1 + n)))));
      named.set(language, { months, days: new Set(days.flat()) });
    }
    return named.get(language);
  };
  // The number of a month, 1 to 12, by its name or a beginning of it that no other month of the language has; 0 where it is none.
  function monthOf(word, languages) {
    for (const language of languages) {
      const { months } = names(language);
      const whole = months.findIndex((forms) => forms.has(word));
      if (whole >= 0) return whole + 1;
      const begun = months.flatMap((forms, n) => ([...forms].some((form) => word.length >= LEAST && form.startsWith(word)) ? [n + 1] : []));
      if (begun.length === 1) return begun[0];
    }
    return 0;
  }
  const two = (n) => String(n).padStart(2, "0");
  const day = (year, month, number) => {
    const at = new Date(Date.UTC(year, month - 1, number));
    return at.getUTCMonth() === month - 1 && at.getUTCDate() === number ? `${year}-${two(month)}-${two(number)}` : "";
  };
  const month = (year, number) => (number >= 1 && number <= 12 ? `${year}-${two(number)}` : "");

  // What a token with marks between its numbers may be: year first, or year last with both readings.
  function ofNumbers(token) {
    const parts = token.split(/[-/.]/), [a, b, c] = parts.map(Number);
    if (parts[0].length === 4) return [c === undefined ? month(a, b) : day(a, b, c)];
    if (parts.length === 2) return parts[1].length === 4 ? [month(b, a)] : [];
    return parts[2].length === 4 ? [...new Set([day(c, b, a), day(c, a, b)])] : [];
  }

  // The dates of a text: [{ periods, from, to }], a period as in addresses ("2024", "2024-03", "2024-03-12", "-03-12" of any year), and where it stands.
  function read(text, language) {
    const languages = [...new Set([language, ...LANGUAGES])];
    const tokens = [...inDigits(text).matchAll(TOKEN)].map((m) => ({ text: plain(m[0]), from: m.index, to: m.index + m[0].length }))
      .filter(({ text: word }) => !BETWEEN.has(word));
    for (const token of tokens) {
      token.number = /^\d{1,2}(\D{0,2})$/.test(token.text) ? parseInt(token.text, 10) : 0;
      token.year = /^[12]\d{3}$/.test(token.text) ? Number(token.text) : 0;
      token.month = /^\p{L}+$/u.test(token.text) ? monthOf(token.text, languages) : 0;
      token.isWeekday = languages.some((one) => names(one).days.has(token.text));
    }
    const found = [];
    for (let at = 0; at < tokens.length; at++) {
      const first = tokens[at].isWeekday && !tokens[at].month ? at + 1 : at;
      const [a = {}, b = {}, c = {}] = tokens.slice(first, first + 3);
      const isAll = (n) => at === 0 && first + n === tokens.length;
      const [size, periods] = /[-/.]/.test(a.text ?? "") ? [1, ofNumbers(a.text)]
        : a.number && b.month && c.year ? [3, [day(c.year, b.month, a.number)]]
        : a.month && b.number && c.year ? [3, [day(c.year, a.month, b.number)]]
        : a.year && b.month && c.number ? [3, [day(a.year, b.month, c.number)]]
        : a.month && b.year ? [2, [month(b.year, a.month)]]
        : a.year && isAll(1) ? [1, [String(a.year)]]
        : a.number && b.month && isAll(2) ? [2, [day(2000, b.month, a.number).slice(4)]]
        : a.month && b.number && isAll(2) ? [2, [day(2000, a.month, b.number).slice(4)]] : [0, []];
      const real = periods.filter(Boolean);
      if (!real.length) continue;
      const end = first + size - 1;
      found.push({ periods: real, from: tokens[at].from, to: tokens[end].to });
      at = end;
    }
    return found;
  }

  // The query without its date; empty where only words are left that lead up to one.
  function beside(text, from, to) {
    const left = `${text.slice(0, from)} ${text.slice(to)}`.replace(/["“”„«»,،]/g, " ").trim().split(/\s+/);
    return left.every((word) => BETWEEN.has(plain(word)) || !/[\p{L}\p{N}]/u.test(word)) ? "" : left.join(" ");
  }

  // What the archive holds of the dates of a query: [{ period, count, page, rest, from, to }]. `page` is the period, else the month or year around it
  // that has articles, else empty; `rest` the query without the date; `from` and `to` are the days of the page. `days`: [name, articles] each.
  function held(text, days, language) {
    const count = (period) => days.reduce((sum, [name, n]) => sum + (name.startsWith(period) ? n : 0), 0);
    const out = [];
    for (const { periods, from, to } of read(text, language)) {
      const rest = beside(text, from, to);
      const real = periods.flatMap((period) => (period.startsWith("-") ? days.map(([name]) => name).filter((name) => name.length === 10 && name.endsWith(period)) : [period]));
      const having = real.filter(count);
      for (const period of having.length ? having : real) {
        const page = [period, period.slice(0, 7), period.slice(0, 4)].find(count) ?? "";
        const last = page.length === 7 ? `${page}-${two(new Date(Date.UTC(page.slice(0, 4), page.slice(5), 0)).getUTCDate())}` : `${page}-12-31`;
        out.push({ period, page, count: count(page), rest, from: `${page}-01-01`.slice(0, 10), to: last.slice(0, 10) });
      }
    }
    return out.slice(0, MOST);
  }
  // A line for each date: the way to its page, where its events are too, and to what the other words find in it; made by what the search page has.
  const lines = (text, days, { words, make, said, button, counted, inWords, url, change }) => held(text, days, words.language).map(({ period, page, count, rest, from, to }) =>
    make("p", { class: "found-date" },
      page === period ? null : make("span", {}, said(words.noneOn, inWords(period)), " "),
      page ? make("a", { href: url(`dates/${page.replaceAll("-", "/")}/`) }, inWords(page)) : null,
      page ? make("span", { class: "count" }, ` (${counted(count, words.articles)})`) : null,
      page && rest ? [" · ", button("advice", () => change({ q: rest, from, to }), said(words.within, rest))] : null));
  return lines;
})();
