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
    /** @type {import("./chart.js").Point[]} */
    this.points = [];
    this.width = 0;
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
    this.selection = selection;
    this.width = this.room();
    const chart = chartOf(selection, { width: this.width, theme, words, logarithmic: state.logarithmic });
    this.points = chart.points;
    const subject = subjectOf(state, offer, words);
    byId("chart-subject").textContent = subject;
    chart.element.setAttribute("role", "img");
    const shown = `${subject}. ${words.text("chart.shown", { n: chart.drawn })}`;
    chart.element.setAttribute("aria-label", words.text("chart.label", { shown }));
    this.tip.hidden = true;
    this.place.replaceChildren(
      chart.drawn ? chart.element : element("p", { class: "notice" }, words.text("chart.empty")),
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
    const kinds = new Set(
      chart.points.map(({ mark }) => ledger.figures.cell(mark.row, "measure") + ledger.figures.cell(mark.row, "population")),
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
