/* A player that was started stays: small at the bottom while its reader scrolls on, and on the next page too.

   Only while something plays, or once another speed was chosen (kept for the visit, stored nowhere), are links within
   the site followed by swapping the content, so that every other visit is a plain page load; whatever goes wrong ends in
   one as well. */

import { place } from "./place.js";
import { visit } from "./player.js";

let current = null; // the player that was started last
let shown = location.pathname + location.search;
let latest = 0;
const [STYLES, SCRIPTS] = ["link[rel='stylesheet']", "script[src]"];
const loaded = new Set([...document.querySelectorAll(`${STYLES}, ${SCRIPTS}`)].map((one) => one.src ?? one.href));

const content = () => document.querySelector(".eb-content");
const isAway = (player) => Boolean(player && !player.closest(".eb-content"));
const dock = document.createElement("div");
dock.className = "eb-dock";
document.body.append(dock);

const watcher = new IntersectionObserver((seen) => {
  const last = seen.at(-1);
  if (last.target === current && !isAway(current)) makeSmall(current, !last.isIntersecting);
});

function makeSmall(player, small) {
  if (player.classList.contains("eb-player--small") === small || document.fullscreenElement === player) return;
  const focused = player.contains(document.activeElement) ? document.activeElement : null;
  if (small) player.style.setProperty("--height", `${player.offsetHeight}px`); // the page below must not jump
  player.classList.toggle("eb-player--small", small);
  for (const one of player.querySelectorAll(".eb-player__title, .eb-player__close")) one.hidden = !small;
  document.documentElement.classList.toggle("eb-docked", small);
  if (focused && !focused.checkVisibility()) player.querySelector("[data-do='play']").focus({ preventScroll: true });
}

function leave(player) {
  if (!player) return;
  watcher.unobserve(player);
  makeSmall(player, false);
  if (isAway(player)) player.remove();
  if (current === player) current = null;
}

/* Only one thing plays at a time. */
export function take(playing) {
  for (const media of document.querySelectorAll("audio, video")) if (media !== playing) media.pause();
  const player = playing.closest("eb-player");
  if (player === current) return;
  leave(current);
  current = player;
  if (player) watcher.observe(player);
}

/* Who closes it goes on where the focus was before it came into the player. */
document.addEventListener("eb:close", ({ target }) => {
  target.media.pause();
  leave(target);
  const { outside } = visit;
  (outside?.isConnected && outside.checkVisibility() ? outside : content()).focus({ preventScroll: true });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const goesOn = visit.speed || (current && (isAway(current) || !current.media.paused));
  if (!goesOn || !link || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !url.pathname.endsWith("/") || url.pathname + url.search === shown) return;
  event.preventDefault();
  history.replaceState({ ...history.state, scroll: scrollY }, "");
  go(url, true).catch(() => location.assign(url));
});

addEventListener("popstate", (event) => {
  if (location.pathname + location.search === shown) return;
  go(new URL(location.href), false, event.state?.scroll).catch(() => location.reload());
});

async function go(url, isNew, scroll = 0) {
  const turn = ++latest;
  const response = await fetch(url.href);
  if (!response.ok || !response.headers.get("content-type")?.includes("text/html")) throw new Error(response.status);
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!next.querySelector(".eb-content")) throw new Error("another kind of page");
  await Promise.all(add(next, STYLES, url)); // else the new page is drawn without them first
  if (turn !== latest) return; // another link was faster
  for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) link.href = link.href; // relative to the old page
  for (const form of document.querySelectorAll("form[action]")) form.action = form.action;
  if (current && !isAway(current)) {
    if (current.media.paused) leave(current);
    else {
      makeSmall(current, true);
      dock.append(current);
    }
  }
  if (isNew) history.pushState({}, "", url);
  shown = url.pathname + url.search;
  swap(next);
  arrive(url, scroll);
}

/* Add the styles or scripts that no page had before; return what waits for them. */
function add(next, kind, page) {
  return [...next.querySelectorAll(kind)].flatMap((one) => {
    const name = one.src === undefined ? "href" : "src";
    const address = new URL(one.getAttribute(name), page).href; // the parser knows only the old page
    if (loaded.has(address)) return [];
    loaded.add(address);
    const added = document.createElement(one.localName);
    for (const attribute of one.attributes) added.setAttribute(attribute.name, attribute.value);
    added[name] = address;
    document.head.append(added);
    return [new Promise((resolve) => { added.onload = added.onerror = resolve; })];
  });
}

function swap(next) {
  document.title = next.title;
  const fresh = document.createDocumentFragment();
  fresh.append(...next.querySelector(".eb-content").childNodes);
  const waiting = current && fresh.querySelector(`eb-player[data-item="${CSS.escape(current.dataset.item)}"]`);
  waiting?.replaceWith(current); // back on its own page: the one that plays takes its place
  content().replaceChildren(fresh);
  if (waiting) {
    makeSmall(current, false);
    watcher.unobserve(current);
    watcher.observe(current);
    current.shownChapter = null;
    current.show();
  }
  for (const part of [".eb-nav", ".eb-menu nav", ".eb-footer"]) {
    const other = next.querySelector(part);
    if (other) document.querySelector(part)?.replaceChildren(...other.childNodes);
  }
  for (const drop of document.querySelectorAll("details[data-eb-drop]")) drop.open = false;
  for (const part of ["meta[name='description']", "link[rel='canonical']"]) {
    const other = next.querySelector(part);
    if (other) document.querySelector(part)?.replaceWith(other);
  }
  add(next, SCRIPTS, location);
  document.dispatchEvent(new CustomEvent("eb:page"));
}

function arrive(url, scroll) {
  const own = document.querySelector(".eb-content eb-player");
  if (own && own === current && own.openAtAddress()) return;
  if (own && place(url.hash)) return; // a new player has gone to its second by itself
  const target = url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)));
  const heading = target || content().querySelector("h1") || content();
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (target) target.scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: scroll, behavior: "instant" });
}
