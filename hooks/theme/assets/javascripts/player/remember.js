/* What a visitor wants remembered on this device: place, speed and what was heard. Nothing is written before the tick,
   everything goes with it, and at the latest 180 days after it. */

const KEY = "ebenerdig.listening";
const DAYS = 180;
const EMPTY = { speed: null, items: {} };

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && kept.until > Date.now()) return kept;
    localStorage.removeItem(KEY);
  } catch { /* storage is off or holds something else: nothing is remembered */ }
  return null;
}

function write(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch { /* storage is full or off */ }
}

export const isOn = () => read() !== null;
export const speed = () => read()?.speed ?? null;
export const item = (id) => read()?.items[id] ?? {};

export function begin() {
  write({ ...EMPTY, until: Date.now() + DAYS * 864e5 });
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch { /* there is none */ }
  mark();
}

export function keepSpeed(value) {
  const kept = read();
  if (kept) write({ ...kept, speed: value });
}

export function keepPlace(id, at, total) {
  const kept = read();
  if (!kept || !id || !total) return;
  const ended = at >= total * 0.95;
  const done = ended || Boolean(kept.items[id]?.done);
  kept.items[id] = { at: ended ? 0 : Math.floor(at), ...(done && { done }) };
  write(kept);
  if (ended) mark();
}

/* The cards and heads of what was heard. */
function mark() {
  const items = read()?.items ?? {};
  for (const sign of document.querySelectorAll("[data-done]")) sign.hidden = !items[sign.dataset.done]?.done;
}

mark();
document.addEventListener("eb:page", mark);
