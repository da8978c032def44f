// Marks, intervals and steps as few paths: twenty thousand figures are some dozens of elements.

import { svg } from "./dom.js";
import { STANCES, shape, tenth } from "./look.js";

/**
 * @typedef {import("./drawn.js").Mark} Mark
 * @typedef {import("./drawn.js").Series} Series
 * @typedef {import("./look.js").Theme} Theme
 * @typedef {(value: any) => number} Scale
 * @typedef {{x: Scale, y: Scale & {range: () => number[]}, theme: Theme}} Frame
 */

const FAINT = 0.38;
const OPEN_LENGTH = 20;
const SHORTEST = 9;

/**
 * Path data by look, in the order in which the looks are first used. Of marks that have one look
 * and stand at one place to a tenth of a pixel, one is drawn: the others would lie under it.
 */
class Paths {
  constructor() {
    /** @type {Map<string, {attributes: import("./dom.js").Attributes, parts: string[],
     *   places: Set<number>}>} */
    this.found = new Map();
  }

  /**
   * @param {string} look
   * @param {() => import("./dom.js").Attributes} attributes of a look that is new
   * @param {number} place
   * @param {() => string} part of a place that is new
   */
  add(look, attributes, place, part) {
    let path = this.found.get(look);
    if (!path) {
      path = { attributes: attributes(), parts: [], places: new Set() };
      this.found.set(look, path);
    }
    if (path.places.has(place)) return;
    path.places.add(place);
    path.parts.push(part());
  }

  group() {
    const paths = [...this.found.values()].map(({ attributes, parts }) =>
      svg("path", { ...attributes, d: parts.join("") }),
    );
    return svg("g", {}, ...paths);
  }
}

/**
 * A number for a place, to a tenth of a pixel.
 * @param {number} x
 * @param {number} y
 */
function placeOf(x, y) {
  return Math.round(x * 10) * 1e5 + Math.round(y * 10);
}

/**
 * @param {Mark[]} marks
 * @param {Frame} frame
 */
export function intervals(marks, { x, y, theme }) {
  const paths = new Paths();
  const bottom = Math.max(...y.range());
  for (const mark of marks) {
    const isRange = !Number.isNaN(mark.low) && !Number.isNaN(mark.high);
    if (!mark.opens && !isRange) continue;
    const [left, top] = [x(mark.day), y(mark.number)];
    const end = isRange ? y(mark.high) : mark.opens === "up" ? -1 : -2;
    paths.add(
      `${mark.stance} ${mark.plan} ${isFaint(mark)}`,
      () => ({
        class: "interval",
        fill: "none",
        stroke: theme.colours[mark.stance],
        "stroke-width": 1.5,
        "stroke-dasharray": mark.plan ? "3,2" : null,
        "stroke-opacity": isFaint(mark) ? FAINT : 0.8,
      }),
      placeOf(left, top) * 1e5 + Math.round(end * 10),
      () => (mark.opens ? openEnd(left, top, mark.opens, bottom) : range(left, y(mark.low), end)),
    );
  }
  return paths.group();
}

/**
 * A line that ends in an arrow, of the same length whatever the scale.
 * @param {number} x
 * @param {number} start
 * @param {"up" | "down"} direction
 * @param {number} bottom where the axis stands; an arrow does not go through it
 */
function openEnd(x, start, direction, bottom) {
  const sign = direction === "up" ? -1 : 1;
  const room = direction === "up" ? OPEN_LENGTH : Math.max(SHORTEST, bottom - start);
  return `M${tenth(x)},${tenth(start)}v${sign * tenth(Math.min(OPEN_LENGTH, room))}m-3.5,${-sign * 5}l3.5,${sign * 5}l3.5,${-sign * 5}`;
}

/**
 * @param {number} x
 * @param {number} low
 * @param {number} high
 */
function range(x, low, high) {
  return `M${tenth(x)},${tenth(low)}V${tenth(high)}m-3.5,0h7M${tenth(x - 3.5)},${tenth(low)}h7`;
}

/**
 * @param {Mark[]} marks
 * @param {Frame} frame
 */
export function symbols(marks, { x, y, theme }) {
  // The faint ones lie below.
  const [faint, plain, over] = [new Paths(), new Paths(), new Paths()];
  for (const mark of marks) {
    const [left, top] = [x(mark.day), y(mark.number)];
    const place = placeOf(left, top);
    (isFaint(mark) ? faint : plain).add(
      `${mark.stance} ${mark.plan}`,
      () => symbolLook(mark, theme),
      place,
      () => shape(mark.stance, left, top),
    );
    if (!mark.struck && mark.status !== "disputed") continue;
    over.add(
      mark.struck ? "struck" : "ringed",
      () => ({ class: "overlay", fill: "none", stroke: theme.ink, "stroke-width": 1.2 }),
      place,
      () => overlay(mark, left, top),
    );
  }
  return svg("g", {}, faint.group(), plain.group(), over.group());
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
  if (mark.struck) return `M${tenth(x - 7)},${tenth(y + 7)}l14,-14`;
  return `M${tenth(x - 8)},${tenth(y)}a8,8 0 1,0 16,0a8,8 0 1,0 -16,0z`;
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
  const paths = STANCES.map((stance) => {
    const lines = series.filter((one) => one.stance === stance).map(({ steps }) => {
      const turns = steps.map(({ from, until, number }, index) => {
        const top = tenth(y(number));
        return `${index ? "V" : `M${tenth(x(from))},`}${top}H${tenth(x(until))}`;
      });
      return turns.join("");
    });
    return lines.length > 0 && svg("path", {
      class: "steps",
      d: lines.join(""),
      fill: "none",
      stroke: theme.colours[stance],
      "stroke-width": 1.3,
      "stroke-opacity": 0.6,
    });
  });
  return svg("g", {}, ...paths);
}
