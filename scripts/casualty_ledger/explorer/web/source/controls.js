// The controls of the filters.

import { element } from "./dom.js";
import { dayNumber, dayText } from "./ledger.js";
import { CHOICES } from "./state.js";

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").ChoiceName} ChoiceName
 * @typedef {import("./words.js").Words} Words
 */

/** What can be chosen, in the order in which it is offered. */
export class Offer {
  /** @param {Ledger} ledger */
  constructor(ledger) {
    this.ledger = ledger;
    /** @type {Record<ChoiceName, Map<string, number>>} how many figures each value has */
    this.counts = {
      measure: counted(ledger.figures.column("measure")),
      population: counted(ledger.figures.column("population")),
      claimant: counted(ledger.figures.column("claimant")),
      status: counted(ledger.figures.column("status")),
      language: languages(ledger),
    };
    // Any status may have held on an earlier day.
    for (const status of ["active", "superseded"]) {
      if (!this.counts.status.has(status)) this.counts.status.set(status, 0);
    }
  }

  /**
   * @param {ChoiceName} name
   * @returns {string[]}
   */
  values(name) {
    return [...this.counts[name].keys()].sort();
  }

  /**
   * @param {ChoiceName} name
   * @param {string} value
   * @param {Words} words
   */
  label(name, value, words) {
    if (name === "claimant") return this.ledger.claimants.get(value) ?? value;
    if (name === "population") return this.ledger.populations.get(value) ?? value;
    if (name === "language") return words.languageName(value);
    return words.text(`${name}.${value}`);
  }
}

/** @param {string[]} cells */
function counted(cells) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** @param {Ledger} ledger */
function languages(ledger) {
  const language = ledger.reports.column("language");
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let figure = 0; figure < ledger.length; figure += 1) {
    const reports = ledger.mentionsOf(figure).map((mention) => ledger.mentionReport[mention]);
    for (const code of new Set(reports.map((report) => language[report]))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return counts;
}

/** The filters on the page. They are made once a language and then follow the state. */
export class Controls {
  /**
   * @param {Offer} offer
   * @param {Words} words
   * @param {(change: Partial<State>) => void} change
   * @param {() => void} clear
   */
  constructor(offer, words, change, clear) {
    this.offer = offer;
    this.words = words;
    this.change = change;
    this.choices = CHOICES.map((name) => new Choice(name, offer, words, change));
    this.from = dayInput("from", words, change);
    this.to = dayInput("to", words, change);
    const { firstDay, lastDay } = offer.ledger;
    this.slider = element("input", {
      type: "range", id: "known", min: firstDay, max: lastDay + 1, step: 1,
      input: () => change({ known: this.chosenDay() }),
    });
    this.shown = element("output", { for: "known", id: "known-shown" });
    this.element = element(
      "div",
      {},
      element("div", { class: "bar top" }, ...this.choices.map((choice) => choice.element)),
      element("div", { class: "bar" }, labelled("filter.from", words, this.from), labelled("filter.to", words, this.to)),
      element(
        "div",
        { class: "slider" },
        element("label", { for: "known" }, words.text("filter.known")),
        this.slider,
        this.shown,
      ),
      element("button", { type: "button", id: "clear", click: clear }, words.text("filter.clear")),
    );
  }

  chosenDay() {
    const day = Number(this.slider.value);
    return day > this.offer.ledger.lastDay ? "" : dayText(day);
  }

  /** @param {State} state */
  follow(state) {
    for (const choice of this.choices) choice.follow(state);
    if (this.from.value !== state.from) this.from.value = state.from;
    if (this.to.value !== state.to) this.to.value = state.to;
    const day = state.known ? dayNumber(state.known) : this.offer.ledger.lastDay + 1;
    if (Number(this.slider.value) !== day) this.slider.value = String(day);
    const text = state.known ? this.words.date(state.known) : this.words.text("filter.knownAll");
    this.shown.textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
  }
}

/**
 * @param {"from" | "to"} name
 * @param {Words} words
 * @param {(change: Partial<State>) => void} change
 */
function dayInput(name, words, change) {
  const input = element("input", {
    type: "date", id: name, lang: words.language,
    change: () => change({ [name]: input.value }),
  });
  return input;
}

/**
 * @param {string} key
 * @param {Words} words
 * @param {HTMLInputElement} input
 */
function labelled(key, words, input) {
  return element("label", {}, `${words.text(key)} `, input);
}

/** Several of some values, in a part that folds. */
class Choice {
  /**
   * @param {ChoiceName} name
   * @param {Offer} offer
   * @param {Words} words
   * @param {(change: Partial<State>) => void} change
   */
  constructor(name, offer, words, change) {
    this.name = name;
    this.words = words;
    /** @type {Map<string, {box: HTMLInputElement, label: string}>} */
    this.boxes = new Map();
    const labels = offer.values(name).map((value) => ({ value, label: offer.label(name, value, words) }));
    labels.sort((a, b) => words.collator.compare(a.label, b.label));
    const list = labels.map(({ value, label }) => {
      const box = element("input", {
        type: "checkbox", value,
        change: () => change({ [name]: this.chosen() }),
      });
      this.boxes.set(value, { box, label });
      const count = /** @type {number} */ (offer.counts[name].get(value));
      return element("label", {}, box, ` ${label} `, element("span", { class: "quiet" }, words.number(count)));
    });
    this.summary = element("span", { class: "chosen" });
    const title = words.text(`filter.${name}`);
    const none = element("button", { type: "button", click: () => change({ [name]: [] }) }, words.text("filter.none"));
    this.element = element(
      "details",
      { class: "choice", "data-choice": name },
      element("summary", {}, `${title}: `, this.summary),
      element("fieldset", {}, element("legend", { class: "unseen" }, title), none, ...list),
    );
  }

  chosen() {
    const chosen = [...this.boxes].filter(([, { box }]) => box.checked);
    return chosen.map(([value]) => value).sort();
  }

  /** @param {State} state */
  follow(state) {
    const chosen = new Set(state[this.name]);
    for (const [value, { box }] of this.boxes) box.checked = chosen.has(value);
    this.summary.textContent = this.shown(state[this.name]);
  }

  /** @param {string[]} values */
  shown(values) {
    if (!values.length) return this.words.text("filter.all");
    if (values.length === 1) return this.boxes.get(values[0])?.label ?? values[0];
    return this.words.text("filter.chosen", { n: values.length });
  }
}
