// What a reader has chosen, and its form in the address of the page.

/**
 * @typedef {"measure" | "population" | "claimant" | "language" | "status"} ChoiceName
 * @typedef {Record<ChoiceName, string[]> & {from: string, to: string, known: string,
 *   search: string, sort: string, descending: boolean, page: number, size: number,
 *   logarithmic: boolean, open: string, words: string}} State
 */

/** @type {ChoiceName[]} */
export const CHOICES = ["measure", "population", "claimant", "language", "status"];
export const SIZES = [25, 50, 200];
const NOTHING = "all";

/** @returns {State} */
export function emptyState() {
  return {
    measure: [],
    population: [],
    claimant: [],
    language: [],
    status: [],
    from: "",
    to: "",
    known: "",
    search: "",
    sort: "claimed_on",
    descending: false,
    page: 1,
    size: SIZES[0],
    logarithmic: false,
    open: "",
    words: "",
  };
}

/** @type {["from", "to", "known", "search", "sort", "open", "words"]} */
const TEXTS = ["from", "to", "known", "search", "sort", "open", "words"];
/** @type {["descending", "logarithmic"]} */
const FLAGS = ["descending", "logarithmic"];
/** @type {["page", "size"]} */
const NUMBERS = ["page", "size"];

/**
 * @param {State} state
 * @returns {string} the part of the address after #
 */
export function stateToHash(state) {
  const plain = emptyState();
  const parts = new URLSearchParams();
  for (const name of CHOICES) for (const value of state[name]) parts.append(name, value);
  for (const name of TEXTS) if (state[name] !== plain[name]) parts.set(name, state[name]);
  for (const name of FLAGS) if (state[name]) parts.set(name, "1");
  for (const name of NUMBERS) if (state[name] !== plain[name]) parts.set(name, String(state[name]));
  return parts.toString() || NOTHING;
}

/**
 * The state that an address holds; what does not belong there is left out.
 * @param {string} hash
 * @param {{values: (name: ChoiceName) => string[], columns: string[], languages: string[],
 *   first: string, last: string}} allowed
 * @returns {State}
 */
export function stateFromHash(hash, allowed) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const state = emptyState();
  for (const name of CHOICES) {
    const given = new Set(parts.getAll(name));
    state[name] = allowed.values(name).filter((value) => given.has(value));
  }
  for (const name of /** @type {const} */ (["from", "to"])) state[name] = isoDay(parts.get(name));
  const known = isoDay(parts.get("known"));
  if (known) state.known = known < allowed.first ? allowed.first : known;
  if (known > allowed.last) state.known = allowed.last;
  state.search = parts.get("search") ?? "";
  state.open = parts.get("open") ?? "";
  for (const name of FLAGS) state[name] = parts.get(name) === "1";
  const sort = parts.get("sort") ?? "";
  if (allowed.columns.includes(sort)) state.sort = sort;
  const words = parts.get("words") ?? "";
  if (allowed.languages.includes(words)) state.words = words;
  const size = Number(parts.get("size"));
  if (SIZES.includes(size)) state.size = size;
  const page = Number(parts.get("page"));
  if (Number.isInteger(page) && page > 0) state.page = page;
  return state;
}

/** @param {string | null} text */
function isoDay(text) {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}
