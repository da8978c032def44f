// Which figures a choice keeps.

import { dayNumber } from "./ledger.js";
import { CHOICES } from "./state.js";
import { Vintage } from "./vintage.js";

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 */

const FILTERS = /** @type {const} */ ([...CHOICES, "from", "to", "known", "search"]);

/** Of the figures of a vintage, those that a choice keeps. */
export class Selection {
  /** @type {number[]} in the order of the table figures */
  rows;

  /**
   * @param {Ledger} ledger
   * @param {State} state
   * @param {Vintage} vintage
   * @param {Selection | null} last the one before; its rows are kept where the choice is the same
   */
  constructor(ledger, state, vintage, last) {
    this.ledger = ledger;
    this.state = state;
    this.vintage = vintage;
    this.rows = last?.keeps(state) ? last.rows : keptRows(ledger, state, vintage);
  }

  /**
   * Whether another state keeps the same rows.
   * @param {State} state
   */
  keeps(state) {
    return FILTERS.every((name) => String(state[name]) === String(this.state[name]));
  }
}

/**
 * @param {Ledger} ledger
 * @param {State} state
 * @param {Vintage} vintage
 */
function keptRows(ledger, state, vintage) {
  const { figures } = ledger;
  /** @type {((row: number) => boolean)[]} */
  const tests = [(row) => vintage.isKnown(row)];
  for (const name of /** @type {const} */ (["measure", "population", "claimant"])) {
    if (!state[name].length) continue;
    const [chosen, cells] = [new Set(state[name]), figures.column(name)];
    tests.push((row) => chosen.has(cells[row]));
  }
  if (state.status.length) {
    const chosen = new Set(state.status);
    tests.push((row) => chosen.has(vintage.status[row]));
  }
  const [from, to] = [dayNumber(state.from), dayNumber(state.to)];
  if (state.from) tests.push((row) => ledger.claimedOn[row] >= from);
  if (state.to) tests.push((row) => ledger.claimedOn[row] <= to);
  if (state.language.length) {
    const carried = carriedIn(ledger, new Set(state.language), vintage);
    tests.push((row) => carried[row] === 1);
  }
  const terms = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length) {
    const searched = ledger.searched();
    tests.push((row) => terms.every((term) => searched[row].includes(term)));
  }
  const rows = [];
  for (let row = 0; row < ledger.length; row += 1) {
    if (tests.every((test) => test(row))) rows.push(row);
  }
  return rows;
}

/**
 * Whether a report in one of the languages carried each figure.
 * @param {Ledger} ledger
 * @param {Set<string>} languages
 * @param {Vintage} vintage
 */
function carriedIn(ledger, languages, vintage) {
  const language = ledger.reports.column("language");
  const carried = new Uint8Array(ledger.length);
  ledger.mentionFigure.forEach((figure, mention) => {
    if (languages.has(language[ledger.mentionReport[mention]]) && vintage.hasMention(mention)) {
      carried[figure] = 1;
    }
  });
  return carried;
}
