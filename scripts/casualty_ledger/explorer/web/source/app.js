// The page as a whole: from the state to what is shown, and from actions to the next state.

import { ChartView } from "./chart-view.js";
import { CitationView } from "./citation-view.js";
import { Controls, Offer } from "./controls.js";
import { csvOf } from "./csv.js";
import { byId, element, link } from "./dom.js";
import { Selection } from "./filter.js";
import { dayNumber, dayText } from "./ledger.js";
import { DARK, LIGHT } from "./look.js";
import { COLUMNS } from "./order.js";
import { pngOf, save, svgText } from "./save.js";
import { firstState } from "./start.js";
import { emptyState, stateFromHash, stateToHash } from "./state.js";
import { TableView } from "./table-view.js";
import { Vintage } from "./vintage.js";
import { LANGUAGES, Words } from "./words.js";

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 */

const ADDRESS_DELAY = 200;
// What may change without the rows being others.
const SAME_ROWS = ["page", "size", "sort", "descending", "logarithmic", "open", "words"];

/** The page. */
export class App {
  /** @param {Ledger} ledger */
  constructor(ledger) {
    this.ledger = ledger;
    this.offer = new Offer(ledger);
    this.state = this.stateOfAddress();
    this.words = new Words(this.state.words || preferredLanguage());
    this.vintage = new Vintage(ledger, null);
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.paper = matchMedia("print");
    this.printing = false;
    this.pending = 0;
    this.addressTimer = 0;
    /** @type {Selection | null} */
    this.selection = null;
    /** @type {Controls | null} */
    this.controls = null;
    this.chart = new ChartView(this, (id) => this.openFigure(id, true));
    this.table = new TableView(this);
    this.citation = new CitationView(this);
  }

  start() {
    byId("main").hidden = false;
    this.listen();
    this.speak();
    this.render();
    if (this.state.open) this.table.reveal(this.state.open);
    // What a search looks through is made while nobody waits for it.
    setTimeout(() => this.ledger.searched(), 400);
  }

  listen() {
    addEventListener("hashchange", () => this.replace(this.stateOfAddress(), true));
    for (const query of [this.dark, this.paper]) query.addEventListener("change", () => this.render());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    byId("save-csv").addEventListener("click", () => this.saveCsv());
    byId("save-svg").addEventListener("click", () => this.saveSvg());
    byId("save-png").addEventListener("click", () => this.savePng());
    byId("logarithmic").addEventListener("change", (event) => {
      this.change({ logarithmic: /** @type {HTMLInputElement} */ (event.target).checked });
    });
    new ResizeObserver(() => this.chart.fit()).observe(byId("chart"));
  }

  /** @returns {State} */
  stateOfAddress() {
    if (location.hash.length < 2) return firstState(this.ledger);
    return stateFromHash(location.hash, {
      values: (name) => this.offer.values(name),
      columns: COLUMNS,
      languages: Object.keys(LANGUAGES),
      first: dayText(this.ledger.firstDay),
      last: dayText(this.ledger.lastDay),
    });
  }

  /**
   * @param {Partial<State>} change
   */
  change(change) {
    const sameRows = Object.keys(change).every((name) => SAME_ROWS.includes(name));
    this.replace({ ...this.state, ...(sameRows ? {} : { page: 1 }), ...change });
  }

  /**
   * @param {State} state
   * @param {boolean} [fromAddress]
   */
  replace(state, fromAddress = false) {
    const speaks = state.words !== this.state.words;
    this.state = state;
    if (speaks) this.speak();
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => {
      this.render();
      if (fromAddress && state.open) this.table.reveal(state.open);
    });
    if (!fromAddress) this.writeAddress();
  }

  /** Browsers refuse an address that changes with every step of a slider. */
  writeAddress() {
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(
      () => history.replaceState(null, "", `#${stateToHash(this.state)}`),
      ADDRESS_DELAY,
    );
  }

  clear() {
    const { sort, descending, size, logarithmic, words } = this.state;
    this.replace({ ...emptyState(), sort, descending, size, logarithmic, words });
  }

  /**
   * Open the provenance of a figure; one that the choice leaves out is shown without the choice.
   * @param {string} id
   * @param {boolean} [reveal]
   */
  openFigure(id, reveal = false) {
    const row = this.ledger.rowOf.get(id);
    const isShown = row !== undefined && this.selection?.rows.includes(row);
    const { known, words, logarithmic } = this.state;
    const state = id && !isShown ? { ...emptyState(), known, words, logarithmic } : this.state;
    this.replace({ ...state, open: id });
    if (id && (reveal || !isShown)) requestAnimationFrame(() => this.table.reveal(id));
  }

  /** @param {boolean} printing */
  print(printing) {
    this.printing = printing;
    this.render();
  }

  /** @returns {import("./look.js").Theme} */
  get theme() {
    return this.dark.matches && !this.isPaper ? DARK : LIGHT;
  }

  get isPaper() {
    return this.printing || this.paper.matches;
  }

  /** Put the words of the language of the state everywhere, and make the controls anew. */
  speak() {
    this.words = new Words(this.state.words || preferredLanguage());
    const { about } = this.ledger;
    document.documentElement.lang = this.words.language;
    for (const part of document.querySelectorAll("[data-words]")) {
      part.textContent = this.words.text(/** @type {HTMLElement} */ (part).dataset.words ?? "");
    }
    const date = this.words.date(about.updatedOn);
    byId("version").textContent =
      `${this.words.text("version", { version: about.version, date })}. ` +
      this.words.text("words.licence", { licence: about.licence });
    byId("homepage").replaceChildren(about.homepage ? link(about.homepage, about.homepage) : "");
    byId("source").textContent = this.words.text("chart.source", { citation: about.citation });
    this.controls = new Controls(this.offer, this.words, (change) => this.change(change), () => this.clear());
    byId("controls").replaceChildren(this.controls.element);
    this.table.speak();
    this.showLanguages();
  }

  showLanguages() {
    const buttons = Object.entries(LANGUAGES).map(([code, name]) =>
      element(
        "button",
        {
          type: "button",
          lang: code,
          "aria-pressed": code === this.words.language ? "true" : "false",
          click: () => this.choose(code),
        },
        name,
      ),
    );
    const place = byId("languages");
    place.hidden = false;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", this.words.text("language"));
    place.replaceChildren(...buttons);
  }

  /** @param {string} language */
  choose(language) {
    this.change({ words: language });
    /** @type {HTMLElement | null} */ (document.querySelector(`#languages [lang="${language}"]`))?.focus();
  }

  render() {
    const { ledger, state } = this;
    const day = state.known ? dayNumber(state.known) : null;
    if (this.vintage.day !== day) this.vintage = new Vintage(ledger, day);
    this.selection = new Selection(ledger, state, this.vintage, this.selection);
    this.controls?.follow(state);
    /** @type {HTMLInputElement} */ (byId("logarithmic")).checked = state.logarithmic;
    this.chart.show(this.selection);
    this.table.show(this.selection);
    this.citation.show(this.selection);
  }

  get fileName() {
    return `${this.ledger.about.name}-${this.ledger.about.version}`;
  }

  saveCsv() {
    const rows = /** @type {Selection} */ (this.selection).rows;
    const content = csvOf(this.ledger, rows);
    save(`${this.fileName}-figures.csv`, new Blob([content], { type: "text/csv;charset=utf-8" }));
  }

  saveSvg() {
    const text = svgText(this.chart.kept());
    save(`${this.fileName}-chart.svg`, new Blob([text], { type: "image/svg+xml" }));
  }

  async savePng() {
    save(`${this.fileName}-chart.png`, await pngOf(this.chart.kept()));
  }
}

function preferredLanguage() {
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
  return preferred.find((code) => code in LANGUAGES) ?? "en";
}
