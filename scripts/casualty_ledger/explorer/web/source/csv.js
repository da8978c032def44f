// Rows of figures as the CSV file of the dataset holds them, to the byte.

/** @typedef {import("./ledger.js").Ledger} Ledger */

/**
 * The header line and the lines of the rows, in the order of the table.
 * @param {Ledger} ledger
 * @param {number[]} rows in ascending order
 */
export function csvOf(ledger, rows) {
  const { figures } = ledger;
  const columns = figures.names.map((name) => figures.column(name));
  const lines = rows.map((row) => columns.map((column) => quoted(column[row])).join(","));
  return [figures.names.join(","), ...lines, ""].join("\n");
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
