// The citation of a version, or of exactly the chosen rows of it: what `casualty-ledger cite`
// prints, with the same checksum.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { conditionOf } from "./condition.js";
import { headerLine, linesOf } from "./csv.js";

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

const SLICE = 500;

/**
 * @param {Ledger} ledger
 * @param {State} state
 * @param {number[]} rows
 * @param {() => Promise<void>} rest is awaited between parts of the work, and may throw to end it
 * @returns {Promise<string>}
 * @throws {Uncitable}
 */
export async function citationOf(ledger, state, rows, rest) {
  const { about } = ledger;
  if (!rows.length) throw new Uncitable("take.nothing");
  const where = conditionOf(ledger, state, rows);
  if (where && where.length > about.longestCondition) throw new Uncitable("take.tooLong");
  const notes = [where === null ? wholeVersion(about) : await subset(ledger, where, rows, rest)];
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
 * @param {() => Promise<void>} rest
 */
async function subset(ledger, where, rows, rest) {
  const { about } = ledger;
  const count = `${rows.length} row${rows.length === 1 ? "" : "s"}`;
  const sum = await checksum(ledger, rows, rest);
  return (
    `Subset of version ${about.version} (SHA-256 ${about.identity}): ` +
    `figures WHERE ${where}; ${count}, SHA-256 ${sum}.`
  );
}

/**
 * The SHA-256 of rows as CSV. It is worked out here, as pages over plain HTTP may not use that of
 * the browser.
 * @param {Ledger} ledger
 * @param {number[]} rows
 * @param {() => Promise<void>} rest
 */
async function checksum(ledger, rows, rest) {
  const sum = sha256.create().update(utf8ToBytes(headerLine(ledger)));
  for (let start = 0; start < rows.length; start += SLICE) {
    sum.update(utf8ToBytes(linesOf(ledger, rows.slice(start, start + SLICE))));
    if (start + SLICE < rows.length) await rest();
  }
  return bytesToHex(sum.digest());
}
