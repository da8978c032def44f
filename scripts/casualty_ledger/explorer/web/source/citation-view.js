// The citation of the chosen rows on the page.

import { byId } from "./dom.js";
import { Uncitable, citationOf } from "./citation.js";

/**
 * @typedef {import("./app.js").App} App
 * @typedef {import("./filter.js").Selection} Selection
 */

// A checksum over many rows takes its time; it is made when the choice has come to rest.
const REST = 250;

/** The choice has changed while its citation was made. */
class Outdated extends Error {}

/** The part of the page that holds the citation. */
export class CitationView {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.timer = 0;
    /** @type {Selection | null} */
    this.current = null;
    /** @type {import("./words.js").Words | null} */
    this.words = null;
    /** @type {HTMLTextAreaElement} */
    this.field = byId("citation");
    byId("copy").addEventListener("click", () => this.copy());
  }

  /** @param {Selection} selection */
  show(selection) {
    if (this.current?.rows === selection.rows && this.words === this.app.words) return;
    this.words = this.app.words;
    clearTimeout(this.timer);
    this.field.value = "…";
    byId("copied").textContent = "";
    this.field.setAttribute("aria-busy", "true");
    this.current = selection;
    this.timer = setTimeout(() => this.fill(selection), REST);
  }

  /** @param {Selection} selection */
  async fill(selection) {
    try {
      this.field.value = await this.textOf(selection);
      this.field.removeAttribute("aria-busy");
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
  }

  /** @param {Selection} selection */
  async textOf(selection) {
    const { ledger, state, rows } = selection;
    try {
      return await citationOf(ledger, state, rows, () => this.rest(selection));
    } catch (error) {
      if (error instanceof Uncitable) return this.app.words.text(error.reason);
      throw error;
    }
  }

  /**
   * Let the page answer in between; end the work for a choice that is no longer shown.
   * @param {Selection} selection
   */
  async rest(selection) {
    await new Promise((resolve) => setTimeout(resolve));
    if (this.current !== selection) throw new Outdated();
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
