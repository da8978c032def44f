// How stances, plans and statuses look: shape first, colour besides.

/** @typedef {"own_side" | "opponent" | "opponents_ally" | "third_party" | "undetermined"} Stance */

/** @type {Stance[]} */
export const STANCES = ["own_side", "opponent", "opponents_ally", "third_party", "undetermined"];

/**
 * @typedef {{ground: string, ink: string, quiet: string, colours: Record<Stance, string>}} Theme
 */

// After Okabe and Ito (2008), darkened or lightened until each has a contrast of 3 with its ground.
/** @type {Theme} */
export const LIGHT = {
  ground: "#ffffff",
  ink: "#1b1b1b",
  quiet: "#595959",
  colours: {
    own_side: "#c14f00",
    opponent: "#0072b2",
    opponents_ally: "#a3508a",
    third_party: "#007f5c",
    undetermined: "#6b6b6b",
  },
};

/** @type {Theme} */
export const DARK = {
  ground: "#15181c",
  ink: "#ececec",
  quiet: "#b3b3b3",
  colours: {
    own_side: "#ff9a4d",
    opponent: "#56b4e9",
    opponents_ally: "#e39ccb",
    third_party: "#35c498",
    undetermined: "#b0b0b0",
  },
};

/**
 * A coordinate to a tenth of a pixel.
 * @param {number} value
 */
export function tenth(value) {
  return Math.round(value * 10) / 10;
}

const SIZE = 4.5;
const REACH = 5.8;
const ARM = 3.6;

// Where the outline of a stance begins, from its point, and its path data from there.
/** @type {Record<Stance, {dx: number, dy: number, outline: string}>} */
const SHAPES = {
  own_side: { dx: -SIZE, dy: -SIZE, outline: `h${2 * SIZE}v${2 * SIZE}h${-2 * SIZE}z` },
  opponent: { dx: 0, dy: -5.4, outline: "l5.4,9.4h-10.8z" },
  opponents_ally: {
    dx: 0,
    dy: -REACH,
    outline: `l${REACH},${REACH}l${-REACH},${REACH}l${-REACH},${-REACH}z`,
  },
  third_party: {
    dx: -SIZE,
    dy: 0,
    outline: `a${SIZE},${SIZE} 0 1,0 ${2 * SIZE},0a${SIZE},${SIZE} 0 1,0 ${-2 * SIZE},0z`,
  },
  undetermined: {
    dx: -1.5 * ARM,
    dy: -ARM / 2,
    outline: `h${ARM}v${-ARM}h${ARM}v${ARM}h${ARM}v${ARM}h${-ARM}v${ARM}h${-ARM}v${-ARM}h${-ARM}z`,
  },
};

/**
 * The outline of the shape of a stance about a point, as path data.
 * @param {Stance} stance
 * @param {number} x
 * @param {number} y
 */
export function shape(stance, x, y) {
  const { dx, dy, outline } = SHAPES[stance];
  return `M${tenth(x + dx)},${tenth(y + dy)}${outline}`;
}
