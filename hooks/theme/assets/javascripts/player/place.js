/* Seconds in addresses and on screen: `#t=754`, `#t=754,760` and `#t=12:34` on one side, `12:34` on the other. */

const seconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

export function place(hash) {
  const found = /^#t=(?:npt:)?(\d[\d:.]*)(?:,(\d[\d:.]*))?$/.exec(decodeURIComponent(hash));
  if (!found) return null;
  const [from, to] = [seconds(found[1]), found[2] ? seconds(found[2]) : null];
  return Number.isFinite(from) ? { from, to: to > from ? to : null } : null;
}

export function clock(time) {
  const whole = Math.max(0, Math.floor(time || 0));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/* The last entry of a rising list that is not above `value`; -1 if all are. */
export function lastUpTo(list, value) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const fill = (sentence, values = {}) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
