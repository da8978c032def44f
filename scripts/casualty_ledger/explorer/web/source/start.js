// What is shown where the address names no choice.

import { emptyState } from "./state.js";

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 */

const LOSSES = ["killed", "casualties", "losses", "irrecoverable_losses"];

/**
 * The measure of losses and the population with most running totals, so that the first chart
 * holds what can be set side by side.
 * @param {Ledger} ledger
 * @returns {State}
 */
export function firstState(ledger) {
  const { figures } = ledger;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let row = 0; row < ledger.length; row += 1) {
    const measure = figures.cell(row, "measure");
    const fits = LOSSES.includes(measure) && figures.cell(row, "scope") === "cumulative";
    if (!fits || Number.isNaN(ledger.number[row]) || Number.isNaN(ledger.claimedOn[row])) continue;
    const key = `${measure} ${figures.cell(row, "population")}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (!best) return emptyState();
  const [measure, population] = best[0].split(" ");
  return { ...emptyState(), measure: [measure], population: [population] };
}
