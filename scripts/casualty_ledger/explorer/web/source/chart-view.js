// The chart on the page, with what the pointer finds in it.

import { chartOf } from "./chart.js";
import { byId, element } from "./dom.js";
import { LIGHT } from "./look.js";
import { figureLine } from "./phrases.js";
import { nearest } from "./pointer.js";
import { subjectOf } from "./subject.js";

/**
 * @typedef {import("./app.js").App} App
 * @typedef {import("./filter.js").Selection} Selection
 */

const KEPT_WIDTH = 960;

/** The part of the page that holds the chart. */
export class ChartView {
  /**
   * @param {App} app
   * @param {(id: string) => void} open
   */
  constructor(app, open) {
    this.app = app;
    this.place = byId("chart");
    /** @type {import("./chart.js").Points} */
    this.points = { marks: [], x: new Float64Array(), y: new Float64Array() };
    this.width = 0;
    /** @type {Record<string, unknown> | null} what the drawing on the page was made of */
    this.drawn = null;
    /** @type {Selection | null} */
    this.selection = null;
    this.tip = element("div", { class: "tip", hidden: true, "aria-hidden": "true" });
    this.place.addEventListener("pointermove", (event) => this.point(event));
    this.place.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    this.place.addEventListener("click", (event) => {
      const found = this.under(event);
      if (found) open(this.app.ledger.figures.cell(found.mark.row, "figure_id"));
    });
  }

  /** Draw anew where the room for the chart has changed. */
  fit() {
    if (this.selection && Math.abs(this.room() - this.width) > 1) this.show(this.selection);
  }

  room() {
    return Math.max(280, Math.floor(this.place.clientWidth));
  }

  /** @param {Selection} selection */
  show(selection) {
    const { words, theme, state, offer } = this.app;
    const [width, last] = [this.room(), this.drawn];
    const look = { rows: selection.rows, theme, words, logarithmic: state.logarithmic, width };
    this.selection = selection;
    if (last && Object.entries(look).every(([name, value]) => last[name] === value)) return;
    this.drawn = look;
    this.width = width;
    const chart = chartOf(selection, look);
    this.points = chart.points;
    const drawn = chart.points.marks.length;
    const subject = subjectOf(state, offer, words);
    byId("chart-subject").textContent = subject;
    chart.element.setAttribute("role", "img");
    const shown = `${subject}. ${words.text("chart.shown", { n: drawn })}`;
    chart.element.setAttribute("aria-label", words.text("chart.label", { shown }));
    this.tip.hidden = true;
    this.place.replaceChildren(
      drawn ? chart.element : element("p", { class: "notice" }, words.text("chart.empty")),
      this.tip,
    );
    byId("chart-notes").replaceChildren(...this.notes(chart, selection));
  }

  /**
   * @param {import("./chart.js").Chart} chart
   * @param {Selection} selection
   */
  notes(chart, { ledger, rows }) {
    const { words } = this.app;
    const [measure, population] = ["measure", "population"].map((name) => ledger.figures.column(name));
    const kinds = new Set(
      chart.points.marks.map(({ row }) => measure[row] + population[row]),
    );
    const notes = [
      kinds.size > 1 && words.text("chart.mixed"),
      chart.left > 0 && rows.length > 0 && words.text("chart.left", { n: chart.left }),
      chart.zeros > 0 && words.text("chart.zero", { n: chart.zeros }),
    ];
    return notes.filter((note) => note !== false).map((note) => element("li", {}, note));
  }

  /** The chart with title and source, in light colours, as it is kept. */
  kept() {
    const { words, state, offer, ledger } = this.app;
    return chartOf(/** @type {Selection} */ (this.selection), {
      width: KEPT_WIDTH,
      theme: LIGHT,
      words,
      logarithmic: state.logarithmic,
      title: subjectOf(state, offer, words),
      source: words.text("chart.source", { citation: ledger.about.citation }),
    }).element;
  }

  /** @param {MouseEvent} event */
  under(event) {
    const { left, top } = this.place.getBoundingClientRect();
    return nearest(this.points, event.clientX - left, event.clientY - top);
  }

  /** @param {PointerEvent} event */
  point(event) {
    const found = this.under(event);
    this.tip.hidden = !found;
    this.place.classList.toggle("over", Boolean(found));
    if (!found) return;
    const { ledger, vintage, words } = this.app;
    const { row } = found.mark;
    const status = words.text(`status.${vintage.status[row]}`);
    const scope = words.text(`scope.${ledger.figures.cell(row, "scope")}`);
    this.tip.textContent = `${figureLine(ledger, row, words)} (${scope}, ${status})`;
    const width = Math.min(280, this.width);
    this.tip.style.width = `${width}px`;
    this.tip.style.left = `${Math.max(0, Math.min(found.x - width / 2, this.width - width))}px`;
    this.tip.style.top = `${found.y + 14}px`;
  }
}
