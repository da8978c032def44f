// The tables as Python encoded them (encoding.py), and as the page reads them.

/**
 * @typedef {{all: string} | {each: string[]} | {values: string[], rows: number[]}
 *   | {key: string, rows: number[]}} EncodedColumn
 * @typedef {{length: number, columns: Record<string, EncodedColumn>}} EncodedTable
 * @typedef {{name: string, title: string, version: string, updatedOn: string, licence: string,
 *   homepage: string | null, identity: string, citation: string,
 *   longestCondition: number}} About
 * @typedef {{about: About, tables: Record<string, EncodedTable>}} Payload
 */

/** A table whose cells are text, empty where missing. */
export class Table {
  /**
   * @param {EncodedTable} encoded
   * @param {(table: string) => string[]} keysOf the ids of another table, by its row
   */
  constructor(encoded, keysOf) {
    this.length = encoded.length;
    this.names = Object.keys(encoded.columns);
    this.encoded = encoded.columns;
    this.keysOf = keysOf;
    /** @type {Map<string, string[]>} */
    this.columns = new Map();
  }

  /**
   * The cells of a column.
   * @param {string} name
   * @returns {string[]}
   */
  column(name) {
    let cells = this.columns.get(name);
    if (!cells) {
      cells = this.decode(this.encoded[name]);
      this.columns.set(name, cells);
    }
    return cells;
  }

  /**
   * @param {number} row
   * @param {string} name
   */
  cell(row, name) {
    return this.column(name)[row];
  }

  /**
   * The rows of the other table to which a column refers; -1 for none.
   * @param {string} name
   * @returns {number[]}
   */
  references(name) {
    const column = this.encoded[name];
    if (!("key" in column)) throw new TypeError(`${name} refers to no table`);
    return column.rows;
  }

  /**
   * @param {EncodedColumn} column
   * @returns {string[]}
   */
  decode(column) {
    if ("all" in column) return new Array(this.length).fill(column.all);
    if ("each" in column) return column.each;
    const values = "key" in column ? this.keysOf(column.key) : column.values;
    return column.rows.map((row) => (row < 0 ? "" : values[row]));
  }
}

/**
 * @param {Payload} payload
 * @returns {Record<string, Table>}
 */
export function decodeTables(payload) {
  /** @type {Record<string, Table>} */
  const tables = {};
  /** @type {Record<string, string>} */
  const keys = { figures: "figure_id", reports: "report_id" };
  for (const [name, encoded] of Object.entries(payload.tables)) {
    tables[name] = new Table(encoded, (other) => tables[other].column(keys[other]));
  }
  return tables;
}
