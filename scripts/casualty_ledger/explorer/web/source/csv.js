// Rows of figures as the CSV file of the dataset holds them, to the byte.

/** @typedef {import("./ledger.js").Ledger} Ledger */

/**
 * The header line and the lines of the rows, in the order of the table.
 * @param {Ledger} ledger
 * @param {number[]} rows in ascending order
 */
export function csvOf(ledger, rows) {
  return headerLine(ledger) + linesOf(ledger, rows);
}

/** @param {Ledger} ledger */
export function headerLine(ledger) {
  return `${ledger.figures.names.join(",")}\n`;
}

/**
 * @param {Ledger} ledger
 * @param {number[]} rows
 */
export function linesOf({ figures }, rows) {
  const columns = figures.names.map((name) => figures.column(name));
  return rows.map((row) => `${columns.map((column) => quoted(column[row])).join(",")}\n`).join("");
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
