// What is typed keeps the rows that hold it, accents and case apart; a click on the map keeps the row of the EPCI.
const filter = document.getElementById("filter");
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const rows = [...document.querySelectorAll("table.filtered tbody tr")].map((row) => [row, plain(row.textContent)]);
filter.addEventListener("input", () => {
  const wanted = plain(filter.value.trim());
  rows.forEach(([row, text]) => { row.hidden = !text.includes(wanted); });
});
for (const area of document.querySelectorAll("path.area")) {
  area.addEventListener("click", () => {
    document.querySelectorAll("path.area.chosen").forEach((other) => other.classList.remove("chosen"));
    area.classList.add("chosen");
    const row = document.getElementById("s" + area.dataset.id);
    filter.value = row.cells[0].textContent;
    filter.dispatchEvent(new Event("input"));
    row.scrollIntoView({ block: "center" });
  });
}
