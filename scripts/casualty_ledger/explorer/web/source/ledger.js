// The tables with what the page asks of them again and again: numbers, days, mentions by figure.

import { decodeTables } from "./tables.js";

/** @typedef {import("./tables.js").Payload} Payload */

const DAY = 86_400_000;
export const MISSING = NaN;

/**
 * The number of a day since 1970, or NaN for an empty cell.
 * @param {string} text an ISO date
 */
export function dayNumber(text) {
  return text ? Date.parse(`${text}T00:00:00Z`) / DAY : MISSING;
}

/**
 * @param {number} day
 * @returns {string} an ISO date
 */
export function dayText(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** @param {number} day */
export function dayDate(day) {
  return new Date(day * DAY);
}

/** @param {string[]} cells */
const days = (cells) => Float64Array.from(cells, dayNumber);
/** @param {string[]} cells */
const numbers = (cells) => Float64Array.from(cells, (cell) => (cell ? Number(cell) : MISSING));

/** Everything that the page knows. */
export class Ledger {
  /** @param {Payload} payload */
  constructor(payload) {
    const { figures, mentions, reports, actors, publishers, populations, places, anomalies } =
      decodeTables(payload);
    this.about = payload.about;
    this.figures = figures;
    this.mentions = mentions;
    this.reports = reports;
    this.length = figures.length;
    this.claimedOn = days(figures.column("claimed_on"));
    this.publicOn = days(figures.column("first_published_on"));
    this.statusSince = days(figures.column("status_since"));
    this.low = numbers(figures.column("value_low"));
    this.best = numbers(figures.column("value_best"));
    this.high = numbers(figures.column("value_high"));
    this.number = this.best.map((best, row) => firstKnown(best, this.low[row], this.high[row]));
    this.supersededBy = figures.references("superseded_by");
    this.mentionFigure = mentions.references("figure_id");
    this.mentionReport = mentions.references("report_id");
    this.mentionsStart = starts(this.mentionFigure, figures.length);
    this.reportPublic = Float64Array.from({ length: reports.length }, (_, row) =>
      lastPossibleDay(
        reports.cell(row, "published_on"),
        reports.cell(row, "published_on_precision"),
      ),
    );
    this.claimants = names(actors, "actor_id");
    this.publishers = names(publishers, "publisher_id");
    this.populations = names(populations, "population_id");
    this.places = names(places, "place_id");
    this.weakPoints = weakPoints(anomalies);
    const known = [...this.publicOn].filter(Number.isFinite);
    this.firstDay = known.reduce((a, b) => Math.min(a, b), known.length ? Infinity : 0);
    this.lastDay = known.reduce((a, b) => Math.max(a, b), this.firstDay);
    /** @type {Map<string, number>} */
    this.rowOf = new Map(figures.column("figure_id").map((id, row) => [id, row]));
    /** @type {string[] | null} */
    this.haystacks = null;
  }

  /**
   * The rows of the mentions of a figure.
   * @param {number} figure
   * @returns {number[]}
   */
  mentionsOf(figure) {
    const [start, end] = [this.mentionsStart[figure], this.mentionsStart[figure + 1]];
    return Array.from({ length: end - start }, (_, offset) => start + offset);
  }

  /**
   * What a search looks through, for each figure, in small letters.
   * @returns {string[]}
   */
  searched() {
    const words = ["figure_id", "value_as_stated", "spokesperson", "setting", "note",
      "statement_note", "value_low", "value_best", "value_high"].map((name) => this.figures.column(name));
    const claimant = this.figures.column("claimant");
    this.haystacks ??= claimant.map((id, row) =>
      [this.claimants.get(id), ...words.map((column) => column[row])].join("\n").toLowerCase(),
    );
    return this.haystacks;
  }
}

/** @param {number[]} values */
function firstKnown(...values) {
  return values.find((value) => !Number.isNaN(value)) ?? MISSING;
}

/**
 * Where the mentions of each figure begin; they come sorted by figure.
 * @param {number[]} figures
 * @param {number} length
 */
function starts(figures, length) {
  const start = new Int32Array(length + 1);
  for (const figure of figures) start[figure + 1] += 1;
  for (let row = 0; row < length; row += 1) start[row + 1] += start[row];
  return start;
}

/**
 * The day by which a report had surely been published.
 * @param {string} first
 * @param {string} precision
 */
function lastPossibleDay(first, precision) {
  if (!first || precision === "day") return dayNumber(first);
  const [year, month] = first.split("-").map(Number);
  const after = precision === "month" ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return after / DAY - 1;
}

/**
 * @param {import("./tables.js").Table} table
 * @param {string} key
 * @returns {Map<string, string>}
 */
function names(table, key) {
  const short = table.names.includes("short_name") ? table.column("short_name") : [];
  const name = table.column("name");
  return new Map(table.column(key).map((id, row) => [id, short[row] || name[row]]));
}

/** @param {import("./tables.js").Table} anomalies */
function weakPoints(anomalies) {
  /** @type {Map<number, string[]>} */
  const found = new Map();
  anomalies.references("figure_id").forEach((figure, row) => {
    const sentences = found.get(figure) ?? [];
    sentences.push(anomalies.cell(row, "explanation"));
    found.set(figure, sentences);
  });
  return found;
}
