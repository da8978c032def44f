// Figures in words: the number with its bound, the names behind ids.

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./words.js").Words} Words
 */

/**
 * A claimed number with its bound, as the claim states it.
 * @param {Ledger} ledger
 * @param {number} row
 * @param {Words} words
 */
export function numberPhrase(ledger, row, words) {
  const [n, low, high] = [ledger.number[row], ledger.low[row], ledger.high[row]];
  return words.text(`bound.${ledger.figures.cell(row, "bound")}`, { n, low, high });
}

/**
 * @param {Ledger} ledger
 * @param {number} row
 */
export function claimantName(ledger, row) {
  return ledger.claimants.get(ledger.figures.cell(row, "claimant")) ?? "";
}

/**
 * @param {Ledger} ledger
 * @param {number} row
 */
export function populationName(ledger, row) {
  return ledger.populations.get(ledger.figures.cell(row, "population")) ?? "";
}

/**
 * A day as far as it is known.
 * @param {string} iso
 * @param {string} precision
 * @param {string} inferred
 * @param {Words} words
 */
export function datePhrase(iso, precision, inferred, words) {
  if (!iso) return words.text("provenance.unknown");
  const known = { day: 10, month: 7, year: 4 }[precision] ?? 10;
  const date = iso.slice(0, known);
  return inferred === "true" ? words.text("provenance.inferred", { date }) : date;
}

/**
 * One figure in a line, for links between figures and for the chart.
 * @param {Ledger} ledger
 * @param {number} row
 * @param {Words} words
 */
export function figureLine(ledger, row, words) {
  const measure = words.text(`measure.${ledger.figures.cell(row, "measure")}`);
  const day = ledger.figures.cell(row, "claimed_on") || words.text("provenance.unknown");
  return `${claimantName(ledger, row)}, ${day}: ${measure}, ${numberPhrase(ledger, row, words)}`;
}
