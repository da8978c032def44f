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
 * The outline of the shape of a stance about a point, as path data.
 * @param {Stance} stance
 * @param {number} x
 * @param {number} y
 * @param {number} [size] half of its width
 */
export function shape(stance, x, y, size = 4.5) {
  const [left, top] = [(x - size).toFixed(1), (y - size).toFixed(1)];
  const full = 2 * size;
  if (stance === "own_side") return `M${left},${top}h${full}v${full}h${-full}z`;
  if (stance === "opponent") {
    return `M${x.toFixed(1)},${(y - size * 1.2).toFixed(1)}l${size * 1.2},${size * 2.1}h${-size * 2.4}z`;
  }
  if (stance === "opponents_ally") {
    const reach = size * 1.3;
    return `M${x.toFixed(1)},${(y - reach).toFixed(1)}l${reach},${reach}l${-reach},${reach}l${-reach},${-reach}z`;
  }
  if (stance === "third_party") {
    return `M${left},${y.toFixed(1)}a${size},${size} 0 1,0 ${full},0a${size},${size} 0 1,0 ${-full},0z`;
  }
  const arm = size * 0.8;
  return `M${(x - size * 1.2).toFixed(1)},${(y - arm / 2).toFixed(1)}h${arm}v${-arm}h${arm}v${arm}h${arm}v${arm}h${-arm}v${arm}h${-arm}v${-arm}h${-arm}z`;
}
