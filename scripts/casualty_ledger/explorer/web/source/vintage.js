// What the public record showed on a day: the rule of casualty_ledger.compare.vintages.

/** @typedef {import("./ledger.js").Ledger} Ledger */

const ENDED = new Set(["corrected", "retracted", "disputed"]);
// Words that depart from the figure in one of these do not speak for it.
const DEPARTURES = ["value", "bound"];
const KINDS = ["primary", "agency", "outlet", "aggregator"];

/**
 * Figures, links, statuses and counts of a day.
 *
 * Without a day it is what the ledger holds, with all reports.
 */
export class Vintage {
  /**
   * @param {Ledger} ledger
   * @param {number | null} day days since 1970
   */
  constructor(ledger, day) {
    this.ledger = ledger;
    this.day = day;
    this.status = day === null ? ledger.figures.column("status") : statuses(ledger, day);
    this.counts = day === null ? null : reception(ledger, day);
  }

  /** @param {number} row */
  isKnown(row) {
    return this.day === null || this.ledger.publicOn[row] <= this.day;
  }

  /** @param {number} row */
  reports(row) {
    return this.counts
      ? this.counts.reports[row]
      : Number(this.ledger.figures.cell(row, "report_count"));
  }

  /**
   * Whether a mention had surely been published.
   * @param {number} mention
   */
  hasMention(mention) {
    const published = this.ledger.reportPublic[this.ledger.mentionReport[mention]];
    return this.day === null || published <= this.day;
  }

  /**
   * The figure to which one refers, if it was known; else null.
   * @param {number} row
   * @param {"supersedes" | "superseded_by" | "part_of"} link
   */
  linked(row, link) {
    const other = this.ledger.figures.references(link)[row];
    return other >= 0 && this.isKnown(other) ? other : null;
  }

  /**
   * The words of the best report: primary before agency before outlet, then the earliest.
   * @param {number} row
   */
  words(row) {
    const { ledger } = this;
    if (this.day === null) return ledger.figures.cell(row, "value_as_stated");
    const ranked = ledger
      .mentionsOf(row)
      .filter((mention) => this.hasMention(mention) && ledger.mentions.cell(mention, "as_written"))
      .map((mention) => /** @type {const} */ ([rank(ledger, mention), mention]))
      .sort(([a, one], [b, other]) => compareRanks(a, b) || one - other);
    return ranked.length ? ledger.mentions.cell(ranked[0][1], "as_written") : "";
  }
}

/**
 * @param {Ledger} ledger
 * @param {number} day
 * @returns {string[]}
 */
function statuses(ledger, day) {
  return ledger.figures.column("status").map((status, row) => {
    if (ENDED.has(status) && ledger.statusSince[row] <= day) return status;
    const successor = ledger.supersededBy[row];
    return successor >= 0 && ledger.publicOn[successor] <= day ? "superseded" : "active";
  });
}

/**
 * How many reports carried each figure by a day.
 * @param {Ledger} ledger
 * @param {number} day
 */
function reception(ledger, day) {
  const reports = new Int32Array(ledger.length);
  const { mentionFigure, mentionReport, reportPublic } = ledger;
  for (let row = 0; row < mentionFigure.length; row += 1) {
    const repeated =
      row > 0 &&
      mentionFigure[row - 1] === mentionFigure[row] &&
      mentionReport[row - 1] === mentionReport[row];
    if (!repeated && reportPublic[mentionReport[row]] <= day) reports[mentionFigure[row]] += 1;
  }
  return { reports };
}

/**
 * @param {Ledger} ledger
 * @param {number} mention
 * @returns {[number, number, number, number]} the order in which words speak for a figure
 */
function rank(ledger, mention) {
  const report = ledger.mentionReport[mention];
  const differs = ledger.mentions.cell(mention, "differs").split(";");
  return [
    DEPARTURES.some((code) => differs.includes(code)) ? 1 : 0,
    KINDS.indexOf(ledger.reports.cell(report, "publisher_kind")),
    ledger.reportPublic[report],
    report,
  ];
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compareRanks(one, other) {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : one[place] - other[place];
}
