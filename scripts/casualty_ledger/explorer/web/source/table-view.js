// The table on the page, its search and its pages.

import { byId, element } from "./dom.js";
import { sortedRows } from "./order.js";
import { SIZES } from "./state.js";
import { tableOf } from "./table.js";

/**
 * @typedef {import("./app.js").App} App
 * @typedef {import("./filter.js").Selection} Selection
 */

// More rows than this are not put on paper.
const MOST_PRINTED = 2000;
const FOCUSED = ["data-sort", "data-open", "data-go"];

/** The part of the page that holds the table. */
export class TableView {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = byId("table");
    /** @type {number[]} */
    this.sorted = [];
    /** @type {Selection | null} */
    this.selection = null;
    /** @type {HTMLInputElement} */
    this.search = byId("search");
    /** @type {HTMLSelectElement} */
    this.size = byId("size");
    this.search.addEventListener("input", () => app.change({ search: this.search.value }));
    this.size.addEventListener("change", () => app.change({ size: Number(this.size.value), page: 1 }));
  }

  speak() {
    const { words } = this.app;
    this.place.setAttribute("aria-label", words.text("table.region"));
    const sizes = SIZES.map((size) => element("option", { value: size }, words.number(size)));
    this.size.replaceChildren(...sizes);
  }

  /** @param {Selection} selection */
  show(selection) {
    const { words, ledger, theme, isPaper } = this.app;
    const { state } = selection;
    this.selection = selection;
    this.sorted = sortedRows(selection, words);
    const pages = Math.max(1, Math.ceil(this.sorted.length / state.size));
    const page = Math.min(state.page, pages);
    const start = isPaper ? 0 : (page - 1) * state.size;
    const rows = this.sorted.slice(start, start + (isPaper ? MOST_PRINTED : state.size));
    const focused = this.focused();
    this.place.replaceChildren(
      tableOf(selection, rows, words, theme, {
        sort: (column) => this.sort(column),
        open: (id) => this.app.openFigure(id),
        follow: (id) => this.app.openFigure(id, true),
      }),
    );
    byId("pages").replaceChildren(...this.pageButtons(page, pages));
    if (focused) /** @type {HTMLElement | null} */ (document.querySelector(focused))?.focus();
    const count = words.text("table.count", { n: this.sorted.length, all: ledger.length });
    if (byId("count").textContent !== count) byId("count").textContent = count;
    if (this.search.value !== state.search) this.search.value = state.search;
    this.size.value = String(state.size);
  }

  /** @param {string} column */
  sort(column) {
    const { state } = this.app;
    const descending = state.sort === column && !state.descending;
    this.app.change({ sort: column, descending, page: 1 });
  }

  /**
   * @param {number} page
   * @param {number} pages
   */
  pageButtons(page, pages) {
    const { app } = this;
    /**
     * @param {string} name
     * @param {number} target
     */
    const button = (name, target) =>
      element(
        "button",
        {
          type: "button",
          "data-go": name,
          // Not `disabled`, which would take the focus away from who turns the pages by keyboard.
          "aria-disabled": target < 1 || target > pages ? "true" : null,
          click: () => target >= 1 && target <= pages && app.change({ page: target }),
        },
        app.words.text(`table.${name}`),
      );
    return [
      button("previous", page - 1),
      element("span", {}, app.words.text("table.page", { page, pages })),
      button("next", page + 1),
    ];
  }

  /** A selector for the element that has the focus, if it is made anew with the table. */
  focused() {
    const active = document.activeElement;
    const name = FOCUSED.find((attribute) => active?.hasAttribute(attribute));
    return name ? `[${name}="${CSS.escape(active?.getAttribute(name) ?? "")}"]` : null;
  }

  /**
   * Turn to the page of a figure, bring its row into view and give it the focus.
   * @param {string} id
   */
  reveal(id) {
    const row = this.app.ledger.rowOf.get(id);
    const place = this.sorted.findIndex((other) => other === row);
    if (place < 0) return;
    const page = Math.floor(place / this.app.state.size) + 1;
    if (page !== this.app.state.page) {
      this.app.state = { ...this.app.state, page };
      this.app.writeAddress();
      this.app.render();
    }
    /** @type {HTMLElement | null} */
    const opener = this.place.querySelector(`[data-open="${CSS.escape(id)}"]`);
    opener?.focus({ preventScroll: true });
    opener?.scrollIntoView({ block: "center" });
  }
}
