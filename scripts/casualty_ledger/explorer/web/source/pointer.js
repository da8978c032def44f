// What the pointer is over in the chart.

/**
 * @typedef {import("./chart.js").Points} Points
 * @typedef {{mark: import("./drawn.js").Mark, x: number, y: number}} Found
 */

const REACH = 18;

/**
 * The mark nearest to a place, within reach.
 * @param {Points} points
 * @param {number} x
 * @param {number} y
 * @returns {Found | null}
 */
export function nearest(points, x, y) {
  let [found, least] = [-1, REACH * REACH];
  for (let index = 0; index < points.marks.length; index += 1) {
    const distance = (points.x[index] - x) ** 2 + (points.y[index] - y) ** 2;
    // Of marks at one place the last one drawn lies on top.
    if (distance <= least) [found, least] = [index, distance];
  }
  if (found < 0) return null;
  return { mark: points.marks[found], x: points.x[found], y: points.y[found] };
}
