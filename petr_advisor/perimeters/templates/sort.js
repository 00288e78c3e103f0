// A click on the head of a column sorts the table by it; a second one turns the order round.
for (const table of document.querySelectorAll("table.sorted")) {
  const heads = [...table.tHead.rows[0].cells];
  const value = (row, column) => {
    const cell = row.cells[column];
    const said = cell.dataset.value ?? cell.textContent.trim();
    return said === "" || Number.isNaN(Number(said)) ? said : Number(said);
  };
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = [...table.tBodies[0].rows].map((row) => [value(row, column), row]);
    rows.sort(([a], [b]) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b))));
    table.tBodies[0].append(...(up ? rows : rows.reverse()).map(([, row]) => row));
  }));
}
