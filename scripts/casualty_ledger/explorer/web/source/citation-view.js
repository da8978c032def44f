// The citation of the chosen rows on the page.

import { byId } from "./dom.js";
import { Uncitable, citationOf } from "./citation.js";

/**
 * @typedef {import("./app.js").App} App
 * @typedef {import("./filter.js").Selection} Selection
 */

// A checksum over many rows takes its time; it is made when the choice has come to rest.
const REST = 250;

/** The part of the page that holds the citation. */
export class CitationView {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.timer = 0;
    /** @type {HTMLTextAreaElement} */
    this.field = byId("citation");
    byId("copy").addEventListener("click", () => this.copy());
  }

  /** @param {Selection} selection */
  show(selection) {
    clearTimeout(this.timer);
    this.field.value = "…";
    byId("copied").textContent = "";
    this.field.setAttribute("aria-busy", "true");
    this.timer = setTimeout(() => {
      this.field.value = this.textOf(selection);
      this.field.removeAttribute("aria-busy");
    }, REST);
  }

  /** @param {Selection} selection */
  textOf({ ledger, state, rows }) {
    try {
      return citationOf(ledger, state, rows);
    } catch (error) {
      if (error instanceof Uncitable) return this.app.words.text(error.reason);
      throw error;
    }
  }

  async copy() {
    const done = byId("copied");
    try {
      await navigator.clipboard.writeText(this.field.value);
      done.textContent = this.app.words.text("take.copied");
    } catch {
      this.field.select();
      done.textContent = this.app.words.text("take.notCopied");
    }
  }
}
