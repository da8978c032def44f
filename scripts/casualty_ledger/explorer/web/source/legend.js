// What the marks mean, as a part of the chart, so that a saved chart holds it too.

import { svg } from "./dom.js";
import { STANCES } from "./look.js";
import { symbols } from "./marks.js";

/**
 * @typedef {import("./drawn.js").Mark} Mark
 * @typedef {import("./look.js").Theme} Theme
 * @typedef {import("./words.js").Words} Words
 */

const ROW = 20;
const SAMPLE = 22;
const FONT = 12;

const origin = Object.assign(() => 0, { range: () => [0, 0] });
/** @type {Mark} */
const PLAIN = {
  row: 0, day: 0, number: 0, low: NaN, high: NaN, opens: "",
  stance: "undetermined", plan: false, status: "active", struck: false,
};

/**
 * Only what is drawn is explained.
 * @param {Mark[]} marks
 * @param {boolean} hasSteps
 * @param {number} width
 * @param {Theme} theme
 * @param {Words} words
 * @returns {{group: SVGGElement, height: number}}
 */
export function legend(marks, hasSteps, width, theme, words) {
  const group = svg("g", { class: "legend", "font-size": FONT, fill: theme.ink });
  let [left, top] = [4, 4];
  for (const { sample, text } of entries(marks, hasSteps, theme, words)) {
    const needed = SAMPLE + textWidth(text, FONT) + 14;
    if (left > 4 && left + needed > width) [left, top] = [4, top + ROW];
    sample.setAttribute("transform", `translate(${left + 8},${top + 9})`);
    const label = svg("text", { x: left + SAMPLE, y: top + 13 }, text);
    group.append(sample, label);
    left += needed;
  }
  return { group, height: top + ROW + 4 };
}

/**
 * @param {Mark[]} marks
 * @param {boolean} hasSteps
 * @param {Theme} theme
 * @param {Words} words
 */
function entries(marks, hasSteps, theme, words) {
  /** @param {Partial<Mark>} mark */
  const symbol = (mark) => symbols([{ ...PLAIN, ...mark }], { x: origin, y: origin, theme });
  const list = STANCES.filter((stance) => marks.some((mark) => mark.stance === stance)).map(
    (stance) => ({ sample: symbol({ stance }), text: words.text(`stance.${stance}`) }),
  );
  const neutral = /** @type {const} */ ({ stance: "third_party" });
  const kinds = {
    plan: marks.some((mark) => mark.plan) && symbol({ ...neutral, plan: true }),
    faint: marks.some((mark) => mark.status === "superseded") && symbol({ ...neutral, status: "superseded" }),
    fallen: marks.some((mark) => mark.struck) && symbol({ ...neutral, struck: true }),
    disputed: marks.some((mark) => mark.status === "disputed") && symbol({ ...neutral, status: "disputed" }),
    interval: marks.some((mark) => mark.opens || !Number.isNaN(mark.low)) && openSample(theme),
    step: hasSteps && svg("path", { d: "M-8,4h8v-8h8", fill: "none", stroke: theme.quiet, "stroke-width": 1.3 }),
  };
  for (const [name, sample] of Object.entries(kinds)) {
    if (sample) list.push({ sample: /** @type {any} */ (sample), text: words.text(`legend.${name}`) });
  }
  return list;
}

/** @param {Theme} theme */
function openSample(theme) {
  const arrow = "M0,7V-7m-3.5,5l3.5,-5l3.5,5";
  return svg("path", { d: arrow, fill: "none", stroke: theme.quiet, "stroke-width": 1.5 });
}

/**
 * About how wide a text is; letters of East Asian scripts are twice as wide as others.
 * @param {string} text
 * @param {number} size
 */
export function textWidth(text, size) {
  return [...text].reduce((sum, letter) => sum + (letter >= "\u1100" ? 1 : 0.55) * size, 0);
}
