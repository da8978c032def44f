// A choice as a condition that `casualty-ledger cite --where` understands, in its normal form
// (casualty_ledger.query.normal), so that both print the same citation.

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 * @typedef {{kind: "in", column: string, values: string[], negated: boolean}
 *   | {kind: "compare", column: string, operator: "<=" | ">=" | ">", value: string}
 *   | {kind: "null", column: string, negated: boolean}
 *   | {kind: "every", terms: Term[]} | {kind: "either", terms: Term[]}} Term
 */

const ENDED = ["corrected", "retracted", "disputed"];

/**
 * Values are ids, codes and days. They are ASCII, so that the order of JavaScript is that of
 * Python.
 * @param {string} column
 * @param {string[]} values
 * @param {boolean} [negated]
 * @returns {Term}
 */
const isIn = (column, values, negated = false) => ({
  kind: "in",
  column,
  values: [...new Set(values)].sort(),
  negated,
});

/**
 * @param {string} column
 * @param {"<=" | ">=" | ">"} operator
 * @param {string} value
 * @returns {Term}
 */
const compare = (column, operator, value) => ({ kind: "compare", column, operator, value });

/**
 * @param {string} column
 * @param {boolean} [negated]
 * @returns {Term}
 */
const isNull = (column, negated = false) => ({ kind: "null", column, negated });

/**
 * The condition that keeps exactly `rows`; null where no condition is needed.
 *
 * Statuses of a day are put in columns as far as they go. Which figure a report in some language
 * carried, or what a search found, stands in no column: there the figures are named one by one,
 * those that are kept or those that are left out, whichever is shorter.
 * @param {Ledger} ledger
 * @param {State} state
 * @param {number[]} rows the rows that the choice keeps
 * @returns {string | null}
 */
export function conditionOf(ledger, state, rows) {
  const kept = new Set(rows);
  let terms = columnTerms(state);
  const status = statusTerm(state);
  if (status) terms = withImplied(ledger, terms, status, rows);
  const found = [];
  for (let row = 0; row < ledger.length; row += 1) {
    if (terms.every((term) => holds(ledger, term, row))) found.push(row);
  }
  const extra = found.filter((row) => !kept.has(row));
  if (extra.length) terms = [...terms, named(ledger, rows, extra)];
  return terms.length ? render(joined("every", terms)) : null;
}

/**
 * @param {Ledger} ledger
 * @param {number[]} rows
 * @param {number[]} extra
 */
function named(ledger, rows, extra) {
  const id = ledger.figures.column("figure_id");
  const without = isIn("figure_id", extra.map((row) => id[row]), true);
  if (!rows.length) return without;
  const only = isIn("figure_id", rows.map((row) => id[row]));
  return render(only).length < render(without).length ? only : without;
}

/**
 * Add a term that all kept rows fulfil; one that they do not all fulfil says nothing.
 * @param {Ledger} ledger
 * @param {Term[]} terms
 * @param {Term} term
 * @param {number[]} rows
 */
function withImplied(ledger, terms, term, rows) {
  return rows.every((row) => holds(ledger, term, row)) ? [...terms, term] : terms;
}

/**
 * @param {State} state
 * @returns {Term[]}
 */
function columnTerms(state) {
  const terms = [];
  for (const name of /** @type {const} */ (["measure", "population", "claimant"])) {
    if (state[name].length) terms.push(isIn(name, state[name]));
  }
  if (state.from) terms.push(compare("claimed_on", ">=", state.from));
  if (state.to) terms.push(compare("claimed_on", "<=", state.to));
  if (state.known) terms.push(compare("first_published_on", "<=", state.known));
  return terms;
}

/**
 * The statuses of today, or what the columns say about those of a day.
 * @param {State} state
 * @returns {Term | null}
 */
function statusTerm(state) {
  if (!state.status.length) return null;
  if (!state.known) return isIn("status", state.status);
  const terms = state.status.flatMap((status) => statusOn(status, state.known));
  return joined("either", terms);
}

/**
 * @param {string} status
 * @param {string} day
 * @returns {Term[]}
 */
function statusOn(status, day) {
  const before = compare("status_since", "<=", day);
  if (status === "active") return [isNull("status_since"), compare("status_since", ">", day)];
  const since = joined("every", [isIn("status", [status]), before]);
  if (status !== "superseded") return [since];
  return [since, joined("every", [isIn("status", ENDED), isNull("superseded_by", true)])];
}

/**
 * @param {"every" | "either"} kind
 * @param {Term[]} terms
 * @returns {Term}
 */
function joined(kind, terms) {
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  const texts = new Map(flat.map((term) => [render(term), term]));
  const sorted = [...texts.keys()].sort().map((text) => /** @type {Term} */ (texts.get(text)));
  return sorted.length === 1 ? sorted[0] : { kind, terms: sorted };
}

/**
 * @param {Term} term
 * @returns {string}
 */
export function render(term) {
  if (term.kind === "every") {
    const parts = term.terms.map((part) => (part.kind === "either" ? `(${render(part)})` : render(part)));
    return parts.join(" AND ");
  }
  if (term.kind === "either") return term.terms.map(render).join(" OR ");
  if (term.kind === "compare") return `${term.column} ${term.operator} ${literal(term.value)}`;
  if (term.kind === "null") return `${term.column} IS ${term.negated ? "NOT " : ""}NULL`;
  if (term.values.length === 1) {
    return `${term.column} ${term.negated ? "!=" : "="} ${literal(term.values[0])}`;
  }
  return `${term.column} ${term.negated ? "NOT " : ""}IN (${term.values.map(literal).join(", ")})`;
}

/**
 * As in SQL a comparison with an empty cell does not hold, and neither does its negation.
 * @param {Ledger} ledger
 * @param {Term} term
 * @param {number} row
 * @returns {boolean}
 */
function holds(ledger, term, row) {
  if (term.kind === "every") return term.terms.every((part) => holds(ledger, part, row));
  if (term.kind === "either") return term.terms.some((part) => holds(ledger, part, row));
  const cell = ledger.figures.cell(row, term.column);
  if (term.kind === "null") return (cell === "") !== term.negated;
  if (cell === "") return false;
  if (term.kind === "in") return term.values.includes(cell) !== term.negated;
  if (term.operator === ">") return cell > term.value;
  return term.operator === "<=" ? cell <= term.value : cell >= term.value;
}

/** @param {string} text */
function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
