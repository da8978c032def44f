// Marks, intervals and steps as few paths: twenty thousand figures are some dozens of elements.

import { svg } from "./dom.js";
import { STANCES, shape } from "./look.js";

/**
 * @typedef {import("./drawn.js").Mark} Mark
 * @typedef {import("./drawn.js").Series} Series
 * @typedef {import("./look.js").Theme} Theme
 * @typedef {(value: any) => number} Scale
 * @typedef {{x: Scale, y: Scale & {range?: any}, theme: Theme}} Frame
 */

const FAINT = 0.38;
const OPEN_LENGTH = 20;

/** Path data by look, in the order in which the looks are first used. */
class Paths {
  constructor() {
    /** @type {Map<string, {attributes: import("./dom.js").Attributes, parts: string[]}>} */
    this.found = new Map();
  }

  /**
   * @param {import("./dom.js").Attributes} attributes
   * @param {string} part
   */
  add(attributes, part) {
    const key = JSON.stringify(attributes);
    const path = this.found.get(key);
    if (path) path.parts.push(part);
    else this.found.set(key, { attributes, parts: [part] });
  }

  group() {
    const paths = [...this.found.values()].map(({ attributes, parts }) =>
      svg("path", { ...attributes, d: parts.join("") }),
    );
    return svg("g", {}, ...paths);
  }
}

/**
 * @param {Mark[]} marks
 * @param {Frame} frame
 */
export function intervals(marks, { x, y, theme }) {
  const paths = new Paths();
  for (const mark of marks) {
    const part = interval(mark, x(mark.day), y);
    if (!part) continue;
    paths.add({
      class: "interval",
      fill: "none",
      stroke: theme.colours[mark.stance],
      "stroke-width": 1.5,
      "stroke-dasharray": mark.plan ? "3,2" : null,
      "stroke-opacity": isFaint(mark) ? FAINT : 0.8,
    }, part);
  }
  return paths.group();
}

/**
 * @param {Mark} mark
 * @param {number} x
 * @param {Scale} y
 */
function interval(mark, x, y) {
  const at = x.toFixed(1);
  if (mark.opens) {
    const [start, sign] = [y(mark.number), mark.opens === "up" ? -1 : 1];
    const end = start + sign * OPEN_LENGTH;
    return `M${at},${start.toFixed(1)}V${end.toFixed(1)}m-3.5,${-sign * 5}l3.5,${sign * 5}l3.5,${-sign * 5}`;
  }
  if (Number.isNaN(mark.low) || Number.isNaN(mark.high)) return "";
  const [low, high] = [y(mark.low).toFixed(1), y(mark.high).toFixed(1)];
  return `M${at},${low}V${high}m-3.5,0h7M${(x - 3.5).toFixed(1)},${low}h7`;
}

/**
 * @param {Mark[]} marks
 * @param {Frame} frame
 */
export function symbols(marks, { x, y, theme }) {
  const paths = new Paths();
  // The faint ones lie below.
  for (const faint of [true, false]) {
    for (const mark of marks) {
      if (isFaint(mark) !== faint) continue;
      const [left, top] = [x(mark.day), y(mark.number)];
      paths.add(symbolLook(mark, theme), shape(mark.stance, left, top));
      const over = overlay(mark, left, top);
      if (over) paths.add({ class: "overlay", fill: "none", stroke: theme.ink, "stroke-width": 1.2 }, over);
    }
  }
  return paths.group();
}

/**
 * @param {Mark} mark
 * @param {Theme} theme
 */
function symbolLook(mark, theme) {
  const colour = theme.colours[mark.stance];
  return {
    class: "symbol",
    "data-stance": mark.stance,
    fill: mark.plan ? theme.ground : colour,
    stroke: mark.plan ? colour : theme.ground,
    "stroke-width": mark.plan ? 1.8 : 0.8,
    opacity: isFaint(mark) ? FAINT : null,
  };
}

/**
 * A stroke through what fell, a ring about what is disputed.
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 */
function overlay(mark, x, y) {
  if (mark.struck) return `M${(x - 7).toFixed(1)},${(y + 7).toFixed(1)}l14,-14`;
  if (mark.status !== "disputed") return "";
  return `M${(x - 8).toFixed(1)},${y.toFixed(1)}a8,8 0 1,0 16,0a8,8 0 1,0 -16,0z`;
}

/** @param {Mark} mark */
function isFaint(mark) {
  return mark.status === "superseded" || mark.struck;
}

/**
 * @param {Series[]} series
 * @param {Frame} frame
 */
export function stepLines(series, { x, y, theme }) {
  const paths = new Paths();
  for (const stance of STANCES) {
    for (const { steps } of series.filter((one) => one.stance === stance)) {
      const turns = steps.map(({ from, until, number }, index) => {
        const top = y(number).toFixed(1);
        return `${index ? "V" : `M${x(from).toFixed(1)},`}${top}H${x(until).toFixed(1)}`;
      });
      paths.add({
        class: "steps",
        fill: "none",
        stroke: theme.colours[stance],
        "stroke-width": 1.3,
        "stroke-opacity": 0.6,
      }, turns.join(""));
    }
  }
  return paths.group();
}
