// The chart of a selection as one SVG element, for the screen and, with title and source, to keep.

import * as Plot from "@observablehq/plot";
import { svg } from "./dom.js";
import { marksOf, seriesOf } from "./drawn.js";
import { dayDate } from "./ledger.js";
import { legend, textWidth } from "./legend.js";
import { intervals, stepLines, symbols } from "./marks.js";

/**
 * @typedef {import("./drawn.js").Mark} Mark
 * @typedef {import("./drawn.js").Series} Series
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./look.js").Theme} Theme
 * @typedef {import("./words.js").Words} Words
 * @typedef {{width: number, theme: Theme, words: Words, logarithmic: boolean,
 *   title?: string, source?: string}} Look
 * @typedef {{marks: Mark[], x: Float64Array, y: Float64Array}} Points where each mark stands
 * @typedef {{element: SVGSVGElement, points: Points, left: number, zeros: number}} Chart
 */

const NARROW = 600;
const MOST_LABELS = 14;
const LABEL_ROW = 13;
const LEADER = 18;

/**
 * @param {Selection} selection
 * @param {Look} look
 * @returns {Chart}
 */
export function chartOf(selection, look) {
  const all = marksOf(selection);
  const marks = look.logarithmic ? all.filter((mark) => lowest(mark) > 0) : all;
  const end = lastDay(selection, marks);
  const series = seriesOf(selection, end).filter(
    ({ steps }) => !look.logarithmic || steps.every((step) => step.number > 0),
  );
  const left = selection.rows.length - all.length;
  const zeros = all.length - marks.length;
  /** @type {Points} */
  const points = { marks, x: new Float64Array(marks.length), y: new Float64Array(marks.length) };
  const element = marks.length
    ? composed(series, end, look, points)
    : svg("svg", { width: look.width, height: 0 });
  return { element, points, left, zeros };
}

/** @param {Mark} mark */
function lowest(mark) {
  return Number.isNaN(mark.low) ? mark.number : Math.min(mark.low, mark.number);
}

/**
 * The last day of the chart: that of the slider, else that of the last report or claim.
 * @param {Selection} selection
 * @param {Mark[]} marks
 */
function lastDay({ ledger, vintage }, marks) {
  const public_ = vintage.day ?? ledger.lastDay;
  return marks.reduce((last, mark) => Math.max(last, mark.day), public_);
}

/**
 * @param {Series[]} series
 * @param {number} end
 * @param {Look} look
 * @param {Points} points gets where each mark stands
 */
function composed(series, end, look, points) {
  const { marks } = points;
  const { width, theme, words, title, source } = look;
  const explained = legend(marks, series.length > 0, width, theme, words);
  const titled = title ? lines(title, width - 8, 15) : [];
  const sourced = source ? lines(source, width - 8, 10) : [];
  const top = titled.length * 20 + (titled.length ? 8 : 0);
  const height = width < NARROW ? 340 : 430;
  const plotted = plot(series, end, { ...look, height }, points);
  const plotTop = top + explained.height;
  points.y.forEach((y, index) => { points.y[index] = y + plotTop; });
  plotted.setAttribute("y", String(plotTop));
  explained.group.setAttribute("transform", `translate(0,${top})`);
  const total = plotTop + height + sourced.length * 14 + (sourced.length ? 8 : 0);
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: total,
      viewBox: `0 0 ${width} ${total}`,
      "font-family": "system-ui, sans-serif",
      "data-marks": marks.length,
      "data-steps": series.reduce((sum, one) => sum + one.steps.length, 0),
    },
    svg("rect", { width, height: total, fill: theme.ground }),
    ...titled.map((text, row) =>
      svg("text", { x: 4, y: 18 + row * 20, "font-size": 15, "font-weight": 600, fill: theme.ink }, text),
    ),
    explained.group,
    plotted,
    ...sourced.map((text, row) =>
      svg("text", { x: 4, y: plotTop + height + 14 + row * 14, "font-size": 10, fill: theme.quiet }, text),
    ),
  );
}

/**
 * @param {Series[]} series
 * @param {number} end
 * @param {Look & {height: number}} look
 * @param {Points} points
 */
function plot(series, end, look, points) {
  const { marks } = points;
  const { width, height, theme, words, logarithmic } = look;
  const labelled = width >= NARROW && series.length <= MOST_LABELS ? series : [];
  const widest = labelled.reduce((most, one) => Math.max(most, textWidth(one.label, 11)), 0);
  const plotted = Plot.plot({
    width,
    height,
    marginLeft: 62,
    marginRight: labelled.length ? Math.min(widest + LEADER + 6, width / 3) : 20,
    marginTop: 30,
    marginBottom: 40,
    x: { type: "utc", domain: timeDomain(marks, end) },
    y: { type: logarithmic ? "log" : "linear", domain: numberDomain(marks, logarithmic), nice: true },
    marks: [
      Plot.gridY({ stroke: theme.quiet, strokeOpacity: 0.25, ticks: 6 }),
      Plot.axisY({
        color: theme.quiet,
        ticks: 6,
        tickFormat: (/** @type {number} */ value) => words.number(value),
        label: words.text("chart.people"),
        labelArrow: "none",
      }),
      Plot.axisX({
        color: theme.quiet,
        ticks: Math.max(2, Math.floor(width / 95)),
        tickFormat: (/** @type {Date} */ day, /** @type {number} */ index) => tick(day, index, words),
        label: null,
      }),
      (_index, scales) => drawing(series, labelled, scales, { width, theme }, points),
    ],
  });
  // The style element that comes with a plot is not needed, and the policy of the page forbids it.
  plotted.querySelectorAll("style").forEach((style) => style.remove());
  return plotted;
}

/**
 * @param {Date} day
 * @param {number} index
 * @param {Words} words
 */
function tick(day, index, words) {
  const year = index === 0 || day.getUTCMonth() === 0 ? `\n${day.getUTCFullYear()}` : "";
  const first = day.getUTCDate() === 1;
  return (first ? words.month(day) : `${day.getUTCDate()} ${words.month(day)}`) + year;
}

/**
 * @param {Series[]} series
 * @param {Series[]} labelled
 * @param {any} scales
 * @param {{width: number, theme: Theme}} look
 * @param {Points} points
 */
function drawing(series, labelled, scales, { width, theme }, points) {
  const { marks } = points;
  const x = straight(scales.x);
  const y = scales.y;
  const frame = { x, y, theme };
  marks.forEach((mark, index) => {
    points.x[index] = x(mark.day);
    points.y[index] = y(mark.number);
  });
  return svg(
    "g",
    {},
    stepLines(series, frame),
    intervals(marks, frame),
    symbols(marks, frame),
    names(labelled, frame, width),
  );
}

/**
 * The scale of time as a function of days: it is a straight line, and many marks stand on it.
 * @param {(date: Date) => number} scale
 */
function straight(scale) {
  const start = scale(dayDate(0));
  const slope = (scale(dayDate(10_000)) - start) / 10_000;
  return (/** @type {number} */ day) => start + slope * day;
}

/**
 * The claimant's name beside the end of each line, moved apart where names would overlap.
 * @param {Series[]} series
 * @param {import("./marks.js").Frame} frame
 * @param {number} width
 */
function names(series, { x, y, theme }, width) {
  const ends = series.map(({ label, stance, steps }) => {
    const last = steps[steps.length - 1];
    return { label, stance, left: x(last.until), top: y(last.number) };
  });
  ends.sort((a, b) => a.top - b.top);
  const places = spread(ends.map(({ top }) => top), y.range());
  const parts = ends.flatMap(({ label, stance, left, top }, index) => {
    const start = left + LEADER;
    const room = Math.floor((width - start) / (0.55 * 11));
    const shown = label.length > room ? `${label.slice(0, room - 1)}…` : label;
    const colour = theme.colours[stance];
    const place = places[index];
    return [
      svg("path", {
        d: `M${left + 1},${top.toFixed(1)}L${start - 3},${place.toFixed(1)}`,
        fill: "none", stroke: colour, "stroke-width": 0.7, "stroke-opacity": 0.6,
      }),
      svg(
        "text",
        { x: start, y: place + 4, "font-size": 11, "text-anchor": "start", fill: colour },
        shown,
        shown === label ? null : svg("title", {}, label),
      ),
    ];
  });
  return svg("g", { class: "names" }, ...parts);
}

/**
 * Places at least a row apart, each as near to where it should be as one pass from either end
 * brings it.
 * @param {number[]} wanted ascending
 * @param {number[]} range the lowest and the highest place, in either order
 */
function spread(wanted, range) {
  const [highest, lowest] = [Math.min(...range), Math.max(...range)];
  const places = [...wanted];
  for (let index = 0; index < places.length; index += 1) {
    const limit = index ? places[index - 1] + LABEL_ROW : highest;
    places[index] = Math.max(places[index], limit);
  }
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const limit = index + 1 < places.length ? places[index + 1] - LABEL_ROW : lowest;
    places[index] = Math.min(places[index], limit);
  }
  return places;
}

/**
 * @param {Mark[]} marks
 * @param {number} end
 */
function timeDomain(marks, end) {
  const first = marks.reduce((day, mark) => Math.min(day, mark.day), Infinity);
  const margin = Math.max(2, Math.round((end - first) * 0.02));
  return [dayDate(first - margin), dayDate(end)];
}

/**
 * @param {Mark[]} marks
 * @param {boolean} logarithmic
 */
function numberDomain(marks, logarithmic) {
  let [low, high] = [Infinity, 0];
  for (const mark of marks) {
    low = Math.min(low, lowest(mark));
    high = Math.max(high, mark.number, Number.isNaN(mark.high) ? 0 : mark.high);
  }
  return logarithmic ? [low * 0.8, Math.max(high * 1.25, low * 10)] : [0, Math.max(1, high * 1.08)];
}

/**
 * Break a text into lines of about a width.
 * @param {string} text
 * @param {number} width
 * @param {number} size
 */
function lines(text, width, size) {
  /** @type {string[]} */
  const found = [];
  for (const word of text.split(" ")) {
    const last = found[found.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) > width) found.push(word);
    else found[Math.max(0, found.length - 1)] = longer;
  }
  return found;
}
