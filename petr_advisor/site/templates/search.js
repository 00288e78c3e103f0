"use strict";
(function () {
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’',;:!?()«»"“”]/g, " ")
      .replace(/([lrd])\.[\s\u00a0]*(?=\d)/g, "$1").replace(/[\s\u00a0\u202f]+/g, " ").trim();
  }
  const LIMIT = 60;
  const ENOUGH = 12;
  const SMALL_WORDS = new Set(("a au aux ce d de des du elle en est et il l la le les ne ou par pas pour qu que qui s se si "
    + "son sur un une an and are at by does for how in is it its may of on or the to what when who with").split(" "));
  const form = document.getElementById("search-form");
  const input = document.getElementById("q");
  const select = document.getElementById("k");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const index = window.petrIndex;
  const pages = index.pages.map(function (page) {
    return {
      kind: page[0], key: page[1], title: page[2], text: page[3],
      name: folded(page[1]), names: folded(page[4]), head: folded(page[2]), body: folded(page[3]),
    };
  });
  function stem(word) {
    return word.length < 4 || /\d/.test(word) ? word : word.slice(0, Math.max(4, word.length - (word.length > 8 ? 4 : 1)));
  }
  function place(word, where) {
    let best = 0;
    for (const [form, worth] of [[word, 1], [stem(word), 0.6]]) {
      for (let at = where.indexOf(form); at >= 0; at = where.indexOf(form, at + 1)) {
        const start = at === 0 || /[^a-z0-9]/.test(where[at - 1]);
        if (start) best = Math.max(best, 2 * worth);
        else if (form === word && word.length > 3) best = Math.max(best, 1);
        if (best === 2) return best;
      }
    }
    return best;
  }
  function worth(page, word) {
    return 3 * place(word, page.head) + 2 * place(word, page.name) + 2 * place(word, page.names) + 2 * place(word, page.body);
  }
  // Pages that hold all the words, the rarest words counting most; when there are few, those that lack one come after.
  function search(words, whole, kind) {
    const hits = pages.map(function (page, at) {
      const exact = page.name === whole ? 2 : page.names.split(" ").includes(whole) ? 1 : 0;
      return { page: page, at: at, exact: exact, worths: words.map(function (word) { return worth(page, word); }) };
    });
    const rarity = words.map(function (_, number) {
      return Math.log(2 + pages.length / (1 + hits.filter(function (hit) { return hit.worths[number]; }).length));
    });
    for (const hit of hits) {
      hit.found = hit.exact ? words.length + hit.exact : hit.worths.filter(Boolean).length;
      hit.score = hit.worths.reduce(function (sum, value, number) { return sum + value * rarity[number]; }, 0);
    }
    hits.sort(function (a, b) { return b.found - a.found || b.score - a.score || a.at - b.at; });
    const kept = hits.filter(function (hit) { return !kind || hit.page.kind === kind; });
    const full = kept.filter(function (hit) { return hit.found >= words.length; });
    const least = full.length < ENOUGH && words.length > 1 ? Math.max(1, words.length - 1) : words.length;
    return kept.filter(function (hit) { return hit.found >= least; });
  }
  function show() {
    const whole = folded(input.value);
    const typed = whole.split(" ").filter(Boolean);
    const long = typed.filter(function (word) { return !SMALL_WORDS.has(word); });
    const words = long.length ? long : typed;
    list.replaceChildren();
    status.textContent = "";
    if (!words.length) return;
    const found = search(words, whole, select.value);
    const label = !found.length ? "none" : found.length > LIMIT ? "first" : "some";
    status.textContent = index.labels[label].replace("{n}", found.length).replace("{shown}", LIMIT);
    for (const hit of found.slice(0, LIMIT)) {
      const item = document.createElement("li");
      const kind = document.createElement("span");
      kind.className = "note";
      kind.textContent = index.kinds[hit.page.kind] + index.labels.colon;
      const link = document.createElement("a");
      link.href = hit.page.kind + "/" + hit.page.key + ".html";
      link.textContent = hit.page.title;
      item.append(kind, link);
      if (hit.page.text && (hit.page.title.endsWith("…") || !hit.page.title.includes(hit.page.text.slice(0, 30)))) {
        const text = document.createElement("div");
        text.className = "note";
        text.textContent = hit.page.text;
        item.append(text);
      }
      list.append(item);
    }
  }
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") || "";
  select.value = asked.get("k") || "";
  let waiting = 0;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  }
  input.addEventListener("input", later);
  select.addEventListener("change", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    show();
  });
  show();
})();
