"use strict";
(function () {
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, " ")
      .replace(/([lrd])\.[\s\u00a0]*(?=\d)/g, "$1").replace(/[\s\u00a0\u202f]+/g, " ").trim();
  }
  const LIMIT = 60;
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
  function place(word, where) {
    const at = where.indexOf(word);
    if (at < 0) return 0;
    return at === 0 || /[^a-z0-9]/.test(where[at - 1]) ? 2 : 1;
  }
  function score(page, words, whole) {
    if (page.name === whole || page.names.split(" ").includes(whole)) return 1000;
    let sum = 0;
    for (const word of words) {
      const found = 6 * place(word, page.head) + 4 * place(word, page.name) + 3 * place(word, page.names)
        + place(word, page.body);
      if (!found) return 0;
      sum += found;
    }
    return sum;
  }
  function show() {
    const whole = folded(input.value);
    const words = whole.split(" ").filter(Boolean);
    list.replaceChildren();
    status.textContent = "";
    if (!words.length) return;
    const found = pages
      .filter(function (page) { return !select.value || page.kind === select.value; })
      .map(function (page, at) { return { page: page, at: at, score: score(page, words, whole) }; })
      .filter(function (hit) { return hit.score; })
      .sort(function (a, b) { return b.score - a.score || a.at - b.at; });
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
