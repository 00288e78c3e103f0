// Runs the site's search on some words, without a browser: prints the addresses it links to, best first.
"use strict";
const fs = require("fs");
const [folder, query, kind] = process.argv.slice(2);
function element() {
  const made = { value: "", textContent: "", children: [] };
  made.append = function (...found) { made.children.push(...found); };
  made.replaceChildren = function () { made.children.length = 0; };
  made.addEventListener = function () {};
  return made;
}
const elements = {};
global.window = {};
global.location = { search: "?" + new URLSearchParams({ q: query, k: kind || "" }) };
global.document = {
  getElementById: function (id) { return (elements[id] = elements[id] || element()); },
  createElement: element,
};
for (const file of [folder + "/fr/search-index.js", folder + "/search.js"]) {
  (0, eval)(fs.readFileSync(file, "utf8"));
}
for (const item of elements["search-results"].children) console.log(item.children[1].href);
