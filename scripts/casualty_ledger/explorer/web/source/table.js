// The table of figures: a page of rows, each of which opens its provenance.

import { element, svg } from "./dom.js";
import { shape } from "./look.js";
import { COLUMNS } from "./order.js";
import { claimantName, numberPhrase, populationName } from "./phrases.js";
import { provenance } from "./provenance.js";

/**
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./look.js").Theme} Theme
 * @typedef {import("./words.js").Words} Words
 * @typedef {{sort: (column: string) => void, open: (id: string) => void,
 *   follow: (id: string) => void}} Actions
 */

/**
 * @param {Selection} selection
 * @param {number[]} rows those of the page, in order
 * @param {Words} words
 * @param {Theme} theme
 * @param {Actions} actions
 */
export function tableOf(selection, rows, words, theme, actions) {
  const { state } = selection;
  const headings = COLUMNS.map((name) => heading(name, state, words, actions));
  const body = rows.flatMap((row) => {
    const id = selection.ledger.figures.cell(row, "figure_id");
    const line = figureRow(selection, row, words, theme, actions);
    return state.open === id ? [line, opened(selection, row, words, actions)] : [line];
  });
  return element(
    "table",
    {},
    element("caption", { class: "unseen" }, words.text("table.caption")),
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...body),
  );
}

/**
 * @param {string} name
 * @param {import("./state.js").State} state
 * @param {Words} words
 * @param {Actions} actions
 */
function heading(name, state, words, actions) {
  const chosen = state.sort === name;
  const direction = state.descending ? "descending" : "ascending";
  const sign = chosen ? (state.descending ? " ▼" : " ▲") : "";
  return element(
    "th",
    { scope: "col", class: name, "aria-sort": chosen ? direction : null },
    element(
      "button",
      { type: "button", "data-sort": name, title: words.text("table.sort"), click: () => actions.sort(name) },
      words.text(`column.${name}`),
      element("span", { "aria-hidden": "true" }, sign),
    ),
  );
}

/**
 * @param {Selection} selection
 * @param {number} row
 * @param {Words} words
 * @param {Theme} theme
 * @param {Actions} actions
 */
function figureRow(selection, row, words, theme, actions) {
  const { ledger, vintage, state } = selection;
  const { figures } = ledger;
  const id = figures.cell(row, "figure_id");
  const stance = /** @type {import("./look.js").Stance} */ (figures.cell(row, "stance"));
  const status = vintage.status[row];
  const isOpen = state.open === id;
  const button = element(
    "button",
    {
      type: "button",
      class: "opener",
      "data-open": id,
      "aria-expanded": isOpen ? "true" : "false",
      "aria-label": words.text("table.open", { id }),
      click: () => actions.open(isOpen ? "" : id),
    },
    element("span", { "aria-hidden": "true" }, isOpen ? "−" : "+"),
  );
  const picture = svg(
    "svg",
    { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" },
    svg("path", { d: shape(stance, 0, 0), fill: theme.colours[stance] }),
  );
  const cells = {
    claimed_on: [button, figures.cell(row, "claimed_on") || words.text("provenance.unknown")],
    claimant: [claimantName(ledger, row)],
    stance: [picture, words.text(`stance.${stance}`)],
    measure: [words.text(`measure.${figures.cell(row, "measure")}`)],
    population: [populationName(ledger, row)],
    number: [numberPhrase(ledger, row, words)],
    status: [words.text(`status.${status}`)],
    reports: [words.number(vintage.reports(row))],
  };
  return element(
    "tr",
    { class: `figure ${status}`, "data-id": id },
    ...Object.entries(cells).map(([name, content]) => element("td", { class: name }, ...content)),
  );
}

/**
 * @param {Selection} selection
 * @param {number} row
 * @param {Words} words
 * @param {Actions} actions
 */
function opened(selection, row, words, actions) {
  const content = provenance(selection, row, words, actions.follow);
  return element("tr", { class: "provenance" }, element("td", { colspan: COLUMNS.length }, content));
}
