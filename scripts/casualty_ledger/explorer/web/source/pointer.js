// What the pointer is over in the chart.

/** @typedef {import("./chart.js").Point} Point */

const REACH = 18;

/**
 * The point nearest to a place, within reach.
 * @param {Point[]} points
 * @param {number} x
 * @param {number} y
 * @returns {Point | null}
 */
export function nearest(points, x, y) {
  let [found, least] = [/** @type {Point | null} */ (null), REACH * REACH];
  for (const point of points) {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    // Of marks at one place the last one drawn lies on top.
    if (distance <= least) [found, least] = [point, distance];
  }
  return found;
}
