// What a choice shows, in a line: the title of the chart.

/**
 * @typedef {import("./controls.js").Offer} Offer
 * @typedef {import("./state.js").State} State
 * @typedef {import("./words.js").Words} Words
 */

/**
 * @param {State} state
 * @param {Offer} offer
 * @param {Words} words
 */
export function subjectOf(state, offer, words) {
  const parts = [
    several(state.measure, "measure", "chart.allMeasures", "chart.someMeasures", offer, words),
    several(state.population, "population", "chart.allPopulations", "chart.somePopulations", offer, words),
  ];
  for (const name of /** @type {const} */ (["claimant", "language", "status"])) {
    if (!state[name].length) continue;
    const labels = state[name].map((value) => offer.label(name, value, words));
    const shown = labels.length > 3 ? words.text("filter.chosen", { n: labels.length }) : labels.join(", ");
    parts.push(`${words.text(`filter.${name}`)}: ${shown}`);
  }
  if (state.from) parts.push(`${words.text("filter.from")}: ${words.date(state.from)}`);
  if (state.to) parts.push(`${words.text("filter.to")}: ${words.date(state.to)}`);
  if (state.search) parts.push(`${words.text("table.search")}: ${state.search}`);
  if (state.known) parts.push(words.text("chart.knownOn", { date: words.date(state.known) }));
  const subject = parts.join(" · ");
  return subject.charAt(0).toLocaleUpperCase(words.language) + subject.slice(1);
}

/**
 * @param {string[]} values
 * @param {"measure" | "population"} name
 * @param {string} all
 * @param {string} some
 * @param {Offer} offer
 * @param {Words} words
 */
function several(values, name, all, some, offer, words) {
  if (!values.length) return words.text(all);
  if (values.length > 2) return words.text(some, { n: values.length });
  return values.map((value) => offer.label(name, value, words)).join(", ");
}
