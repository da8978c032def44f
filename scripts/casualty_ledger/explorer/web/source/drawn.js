// What of a selection can stand in the chart, and how: marks with their intervals, and steps.
//
// A mark stands at the stated number: the best value, else the low, else the high.

/**
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./look.js").Stance} Stance
 * @typedef {{row: number, day: number, number: number, low: number, high: number,
 *   opens: "" | "up" | "down", stance: Stance, plan: boolean, status: string, struck: boolean}} Mark
 * @typedef {{row: number, from: number, until: number, number: number}} Step
 * @typedef {{label: string, stance: Stance, steps: Step[]}} Series
 */

/** @type {Record<string, "up" | "down">} */
const OPEN = { at_least: "up", more_than: "up", up_to: "down", at_most: "down" };
// A figure of one of these does not stand, whatever its claimant said next.
const FALLEN = ["corrected", "retracted", "disputed"];

// The marks of a ledger, made once: what changes with the day is set anew for each chart.
/** @type {WeakMap<import("./ledger.js").Ledger, (Mark | null)[]>} */
const MADE = new WeakMap();

/**
 * One mark a figure that has a number and a date.
 * @param {Selection} selection
 * @returns {Mark[]}
 */
export function marksOf({ ledger, vintage, rows }) {
  const made = MADE.get(ledger) ?? allMarks(ledger);
  MADE.set(ledger, made);
  const certainty = ledger.figures.column("certainty");
  /** @type {Mark[]} */
  const marks = [];
  for (const row of rows) {
    const mark = made[row];
    if (!mark) continue;
    const status = vintage.status[row];
    mark.status = status;
    mark.struck = status === "corrected" || status === "retracted" || certainty[row] === "denied";
    marks.push(mark);
  }
  return marks;
}

/**
 * @param {import("./ledger.js").Ledger} ledger
 * @returns {(Mark | null)[]} null where a figure has no number or no date
 */
function allMarks(ledger) {
  const [bound, stance, scope, measure] = ["bound", "stance", "scope", "measure"].map((name) =>
    ledger.figures.column(name),
  );
  return Array.from({ length: ledger.length }, (_, row) => {
    const [day, number] = [ledger.claimedOn[row], ledger.number[row]];
    if (Number.isNaN(day) || Number.isNaN(number)) return null;
    return {
      row,
      day,
      number,
      low: ledger.low[row],
      high: ledger.high[row],
      opens: OPEN[bound[row]] ?? "",
      stance: /** @type {Stance} */ (stance[row]),
      plan: scope[row] === "plan" || measure[row] === "planned",
      status: "active",
      struck: false,
    };
  });
}

/**
 * Each claimant's standing running totals, each until its next: the rule of
 * casualty_ledger.compare.standing, for every claimant, population and measure of a selection.
 * @param {Selection} selection
 * @param {number} end the day on which the last one still stands
 * @returns {Series[]}
 */
export function seriesOf({ ledger, vintage, rows }, end) {
  const { figures, claimedOn, number } = ledger;
  const [claimant, population, measure, scope, id, stance] = [
    "claimant", "population", "measure", "scope", "figure_id", "stance",
  ].map((name) => figures.column(name));
  /** @type {Map<string, number[]>} */
  const grouped = new Map();
  for (const row of rows) {
    const stands = scope[row] === "cumulative" && !FALLEN.includes(vintage.status[row]);
    if (!stands || Number.isNaN(claimedOn[row]) || Number.isNaN(number[row])) continue;
    const key = [claimant[row], population[row], measure[row]].join("\n");
    const group = grouped.get(key);
    if (group) group.push(row);
    else grouped.set(key, [row]);
  }
  return [...grouped.values()].map((group) => {
    group.sort((a, b) => claimedOn[a] - claimedOn[b] || (id[a] < id[b] ? -1 : 1));
    return {
      label: /** @type {string} */ (ledger.claimants.get(claimant[group[0]])),
      stance: /** @type {Stance} */ (stance[group[0]]),
      steps: group.map((row, index) => ({
        row,
        from: claimedOn[row],
        until: index + 1 < group.length ? claimedOn[group[index + 1]] : Math.max(end, claimedOn[row]),
        number: number[row],
      })),
    };
  });
}
