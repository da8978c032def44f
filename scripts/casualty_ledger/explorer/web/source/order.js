// The order of the rows of the table.

import { claimantName, populationName } from "./phrases.js";
import { STANCES } from "./look.js";

/**
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./words.js").Words} Words
 */

export const COLUMNS = [
  "claimed_on", "claimant", "stance", "measure", "population", "number", "status", "reports",
];
const STATUSES = ["active", "superseded", "corrected", "retracted", "disputed"];

/**
 * The rows in the order that the state asks for; what is missing comes last, ties by id.
 * @param {Selection} selection
 * @param {Words} words
 * @returns {number[]}
 */
export function sortedRows(selection, words) {
  const { state, rows } = selection;
  const ranks = ranksOf(selection, words);
  const sign = state.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [ranks[a], ranks[b]];
    if (one === other) return a - b;
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number.isNaN(one) && Number.isNaN(other) ? a - b : Number.isNaN(one) ? 1 : -1;
    }
    return sign * (one - other);
  });
}

/**
 * A number for each row by which it is sorted.
 * @param {Selection} selection
 * @param {Words} words
 * @returns {ArrayLike<number>}
 */
function ranksOf({ ledger, state, vintage, rows }, words) {
  if (state.sort === "claimed_on") return ledger.claimedOn;
  if (state.sort === "number") return ledger.number;
  if (state.sort === "reports") return filled(ledger.length, rows, (row) => vintage.reports(row));
  if (state.sort === "status") {
    return filled(ledger.length, rows, (row) => STATUSES.indexOf(vintage.status[row]));
  }
  const text = {
    claimant: (/** @type {number} */ row) => claimantName(ledger, row),
    population: (/** @type {number} */ row) => populationName(ledger, row),
    measure: (/** @type {number} */ row) => words.text(`measure.${ledger.figures.cell(row, "measure")}`),
    stance: (/** @type {number} */ row) =>
      String(STANCES.indexOf(/** @type {any} */ (ledger.figures.cell(row, "stance")))),
  }[state.sort];
  if (!text) throw new RangeError(`no order by ${state.sort}`);
  // Few texts stand in many rows, so that the texts are sorted once and the rows by number.
  const distinct = [...new Set(rows.map(text))].sort(words.collator.compare);
  const rank = new Map(distinct.map((value, index) => [value, index]));
  return filled(ledger.length, rows, (row) => /** @type {number} */ (rank.get(text(row))));
}

/**
 * @param {number} length
 * @param {number[]} rows
 * @param {(row: number) => number} value
 */
function filled(length, rows, value) {
  const ranks = new Float64Array(length);
  for (const row of rows) ranks[row] = value(row);
  return ranks;
}
