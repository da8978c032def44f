// The words of the interface, its plural forms, numbers and dates.

import en from "../../strings/en.json";
import ko from "../../strings/ko.json";
import ro from "../../strings/ro.json";
import uk from "../../strings/uk.json";

/** @typedef {Record<string, string | Record<string, string>>} Dictionary */

/** @type {Record<string, Dictionary>} */
const DICTIONARIES = { en, uk, ko, ro };

/** @type {Record<string, string>} each language by its own name */
export const LANGUAGES = { en: "English", uk: "Українська", ko: "한국어", ro: "Română" };

// Days are written day first.
/** @type {Record<string, string>} */
const DATES = { en: "en-GB" };

/** The words of one language. */
export class Words {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
    this.dictionary = DICTIONARIES[language];
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language, { useGrouping: true });
    this.days = new Intl.DateTimeFormat(DATES[language] ?? language, { dateStyle: "medium", timeZone: "UTC" });
    this.months = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
    this.languages = new Intl.DisplayNames(language, { type: "language" });
    this.collator = new Intl.Collator(language);
  }

  /**
   * The text of a key, with the places of `values` filled in. A text that has plural forms takes
   * the form that `values.n` asks for.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  text(key, values = {}) {
    const entry = this.dictionary[key];
    if (entry === undefined) throw new RangeError(`no words for ${key}`);
    const text = typeof entry === "string" ? entry : entry[this.plurals.select(Number(values.n))];
    return text.replace(/\{(\w+)\}/g, (_, name) => this.shown(values[name]));
  }

  /** @param {string | number} value */
  shown(value) {
    return typeof value === "number" ? this.number(value) : value;
  }

  /** @param {number} value */
  number(value) {
    return this.numbers.format(value);
  }

  /** @param {string} iso */
  date(iso) {
    return this.days.format(new Date(`${iso}T00:00:00Z`));
  }

  /** @param {Date} date */
  month(date) {
    return this.months.format(date);
  }

  /** @param {string} code ISO 639 */
  languageName(code) {
    return this.languages.of(code) ?? code;
  }
}
