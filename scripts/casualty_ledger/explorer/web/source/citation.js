// The citation of a version, or of exactly the chosen rows of it: what `casualty-ledger cite`
// prints, with the same checksum.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { conditionOf } from "./condition.js";
import { csvOf } from "./csv.js";

/**
 * @typedef {import("./ledger.js").Ledger} Ledger
 * @typedef {import("./state.js").State} State
 */

/** There is no citation of these rows; `reason` is the key of the words that say why. */
export class Uncitable extends Error {
  /** @param {"take.nothing" | "take.tooLong"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {Ledger} ledger
 * @param {State} state
 * @param {number[]} rows
 * @throws {Uncitable}
 */
export function citationOf(ledger, state, rows) {
  const { about } = ledger;
  if (!rows.length) throw new Uncitable("take.nothing");
  const where = conditionOf(ledger, state, rows);
  if (where && where.length > about.longestCondition) throw new Uncitable("take.tooLong");
  const notes = [where === null ? wholeVersion(about) : subset(ledger, where, rows)];
  if (about.version.endsWith("-dev")) notes.push("Development version, not released.");
  return [about.citation, ...notes].join(" ");
}

/** @param {import("./tables.js").About} about */
function wholeVersion(about) {
  return `Version ${about.version}, SHA-256 ${about.identity}.`;
}

/**
 * @param {Ledger} ledger
 * @param {string} where
 * @param {number[]} rows
 */
function subset(ledger, where, rows) {
  const { about } = ledger;
  const count = `${rows.length} row${rows.length === 1 ? "" : "s"}`;
  const sum = checksum(ledger, rows);
  return (
    `Subset of version ${about.version} (SHA-256 ${about.identity}): ` +
    `figures WHERE ${where}; ${count}, SHA-256 ${sum}.`
  );
}

/**
 * @param {Ledger} ledger
 * @param {number[]} rows
 */
export function checksum(ledger, rows) {
  return bytesToHex(sha256(utf8ToBytes(csvOf(ledger, rows))));
}
