// Where a figure comes from: who said it, who passed it on, and every mention in its own words.

import { element, link } from "./dom.js";
import { claimantName, datePhrase, figureLine, populationName } from "./phrases.js";

/**
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./dom.js").Child} Child
 */

/**
 * @param {Selection} selection
 * @param {number} row
 * @param {Words} words
 * @param {(id: string) => void} open
 */
export function provenance(selection, row, words, open) {
  const { ledger, vintage } = selection;
  const mentions = ledger.mentionsOf(row).filter((mention) => vintage.hasMention(mention));
  const weak = vintage.day === null ? ledger.weakPoints.get(row) : undefined;
  return element(
    "div",
    {},
    facts(selection, row, mentions, words, open),
    weak && element("p", { class: "strong" }, words.text("provenance.weak")),
    weak && element("ul", {}, ...weak.map((sentence) => element("li", {}, sentence))),
    element("p", { class: "strong" }, words.text("provenance.mentions", { n: mentions.length })),
    mentionTable(selection, mentions, words),
  );
}

/**
 * @param {Selection} selection
 * @param {number} row
 * @param {number[]} mentions
 * @param {Words} words
 * @param {(id: string) => void} open
 */
function facts(selection, row, mentions, words, open) {
  const { ledger, vintage } = selection;
  /** @param {string} name */
  const cell = (name) => ledger.figures.cell(row, name);
  /** @param {string} vocabulary */
  const coded = (vocabulary) => words.text(`${vocabulary}.${cell(vocabulary)}`);
  /** @param {"supersedes" | "superseded_by" | "part_of"} name */
  const other = (name) => otherFigure(selection, vintage.linked(row, name), words, open);
  const reason = vintage.status[row] === cell("status") ? cell("status_reason") : "";
  const asOf = [...new Set([cell("as_of_start"), cell("as_of_end")])].filter(Boolean).join(" – ");
  /** @type {[string, Child][]} */
  const entries = [
    ["id", cell("figure_id")],
    ["claimant", `${claimantName(ledger, row)} (${populationName(ledger, row)})`],
    ["measure", coded("measure")],
    ["stated", vintage.words(row)],
    ["spokesperson", cell("spokesperson")],
    ["setting", cell("setting")],
    ["basis", coded("basis")],
    ["certainty", coded("certainty")],
    ["derivation", coded("derivation")],
    ["scope", coded("scope")],
    ["asOf", asOf],
    ["place", ledger.places.get(cell("place")) ?? ""],
    ["status", [words.text(`status.${vintage.status[row]}`), reason].filter(Boolean).join(": ")],
    ["partOf", other("part_of")],
    ["supersedes", other("supersedes")],
    ["supersededBy", other("superseded_by")],
    ["relayers", relayers(ledger, mentions)],
    ["note", [cell("statement_note"), cell("note")].filter(Boolean).join("; ")],
  ];
  const known = entries.filter(([, value]) => value);
  return element(
    "dl",
    {},
    ...known.flatMap(([name, value]) => [
      element("dt", {}, words.text(`provenance.${name}`)),
      element("dd", { class: name }, value),
    ]),
  );
}

/**
 * @param {Selection} selection
 * @param {number | null} row
 * @param {Words} words
 * @param {(id: string) => void} open
 */
function otherFigure({ ledger }, row, words, open) {
  if (row === null) return null;
  const id = ledger.figures.cell(row, "figure_id");
  const line = figureLine(ledger, row, words);
  return element("button", { type: "button", class: "plain", "data-other": id, click: () => open(id) }, line);
}

/**
 * Whom the reports credit, each once.
 * @param {Selection["ledger"]} ledger
 * @param {number[]} mentions
 */
function relayers(ledger, mentions) {
  const ids = mentions.flatMap((mention) => credits(ledger, ledger.mentionReport[mention]));
  return [...new Set(ids)].join(", ");
}

/**
 * @param {Selection["ledger"]} ledger
 * @param {number} report
 */
function credits(ledger, report) {
  const ids = ledger.reports.cell(report, "relayed_by").split(";").filter(Boolean);
  return ids.map((id) => ledger.publishers.get(id) ?? id);
}

/**
 * @param {Selection} selection
 * @param {number[]} mentions
 * @param {Words} words
 */
function mentionTable(selection, mentions, words) {
  const names = ["date", "publisher", "language", "words", "differs", "credits", "note"];
  const headings = names.map((name) => element("th", { scope: "col" }, words.text(`provenance.${name}`)));
  const byDate = [...mentions].sort((a, b) => {
    const [one, other] = [a, b].map((mention) => published(selection.ledger, mention) || "9999");
    return one < other ? -1 : one > other ? 1 : a - b;
  });
  return element(
    "table",
    { class: "mentions" },
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...byDate.map((mention) => mentionRow(selection.ledger, mention, words))),
  );
}

/**
 * @param {Selection["ledger"]} ledger
 * @param {number} mention
 */
function published(ledger, mention) {
  return ledger.reports.cell(ledger.mentionReport[mention], "published_on");
}

/**
 * @param {Selection["ledger"]} ledger
 * @param {number} mention
 * @param {Words} words
 */
function mentionRow(ledger, mention, words) {
  const report = ledger.mentionReport[mention];
  /** @param {string} name */
  const cell = (name) => ledger.reports.cell(report, name);
  const [precision, inferred] = [cell("published_on_precision"), cell("published_on_inferred")];
  const publisher = ledger.publishers.get(cell("publisher")) ?? cell("publisher");
  const archived = cell("archived_url");
  const written = ledger.mentions.cell(mention, "as_written");
  return element(
    "tr",
    {},
    element("td", {}, datePhrase(cell("published_on"), precision, inferred, words)),
    element(
      "td",
      {},
      cell("url") ? link(cell("url"), publisher) : publisher,
      ` (${words.text(`publisher_kind.${cell("publisher_kind")}`)})`,
      archived && ", ",
      archived && link(archived, words.text("provenance.copy")),
    ),
    element("td", {}, words.languageName(cell("language"))),
    element("td", {}, element("q", { lang: cell("language"), dir: "auto" }, written)),
    element("td", {}, differences(ledger, mention, words)),
    element("td", {}, credits(ledger, report).join(", ")),
    element("td", {}, ledger.mentions.cell(mention, "note")),
  );
}

/**
 * @param {Selection["ledger"]} ledger
 * @param {number} mention
 * @param {Words} words
 */
function differences(ledger, mention, words) {
  const codes = ledger.mentions.cell(mention, "differs").split(";").filter(Boolean);
  const differs = codes.map((code) => words.text(`differs.${code}`)).join(", ");
  const printed = ledger.mentions.cell(mention, "printed_measure");
  if (!printed) return differs;
  return words.text("provenance.printedAs", { differs, measure: words.text(`measure.${printed}`) });
}
