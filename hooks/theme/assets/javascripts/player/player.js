/* <eb-player>: the browser's own audio or video, with large controls around it. It fires `eb:time` whenever the place
   changes and `eb:seek` when somebody moved it. Nothing is loaded before the first play. */

import { work } from "./controls.js";
import { clock, fill, lastUpTo, place, reducedMotion } from "./place.js";
import * as memory from "./remember.js";

const SAVE_EVERY = 5;
const RESUME_FROM = 10;
export const visit = { speed: null, outside: null }; // lives as long as the visit goes on without a full load

/* What is needed only once something plays comes when somebody reaches for the player: who plays and leaves at once keeps it. */
let [coming, isHere] = [null, false];
const stay = () => (coming ??= import("./stay.js")
  .catch(() => { /* the next page is a plain page load */ })
  .finally(() => { isHere = true; }));
document.addEventListener("play", async ({ target }) => (await stay())?.take(target), true);
document.addEventListener("focusin", ({ target }) => { if (!target.closest("eb-player")) visit.outside = target; });

/* A link that is followed in the meantime waits for it. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !coming || isHere || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  await stay();
  link.click();
});

class Player extends HTMLElement {
  connectedCallback() {
    if (this.media) return; // it only moved
    this.media = this.querySelector("audio, video");
    this.page = location.href.split("#")[0];
    this.starts = [];
    this.titles = [];
    for (const link of document.querySelectorAll(".eb-chapters a[href^='#t=']")) {
      this.starts.push(place(link.hash).from);
      this.titles.push(link.querySelector("span").textContent);
    }
    for (const one of this.querySelectorAll("[src]")) one.src = one.src; // whole addresses, valid on every page
    this.stopAt = null;
    this.savedAt = 0;
    this.started = false;
    this.piece = (name) => this.querySelector(`[data-part="${name}"]`);
    this.controls = this.querySelector(".eb-player__controls");
    this.media.controls = false;
    this.controls.hidden = false;
    this.speed = visit.speed ?? memory.speed() ?? 1;
    this.listen();
    work(this);
    this.findPlace();
  }

  listen() {
    for (const reach of ["pointerenter", "focusin"]) this.addEventListener(reach, stay, { once: true });
    const media = this.media;
    media.addEventListener("timeupdate", () => this.onTime());
    for (const name of ["play", "pause", "ended", "seeked", "durationchange"]) media.addEventListener(name, () => this.show());
    media.addEventListener("play", async () => {
      this.started = true;
      (await import("./lock-screen.js").catch(() => null))?.showOnLockScreen(this);
    });
    for (const name of ["pause", "ended"]) media.addEventListener(name, () => this.save());
    media.addEventListener("error", () => {
      if (media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) this.say("Failed");
    }, true);
    addEventListener("pagehide", () => this.save());
    addEventListener("hashchange", () => {
      if (this.closest(".eb-content")) this.openAtAddress();
    });
  }

  /* Where to begin: at the address' second, else where the visitor was last time. */
  findPlace() {
    if (this.openAtAddress()) return;
    const { at } = memory.item(this.dataset.item);
    if (at >= RESUME_FROM) this.seek(at);
    else this.show();
  }

  openAtAddress() {
    const wanted = place(location.hash);
    if (!wanted) return false;
    this.seek(wanted.from);
    this.stopAt = wanted.to;
    const arrive = () => {
      this.scrollIntoView({ block: "start", behavior: reducedMotion() ? "instant" : "auto" });
      this.querySelector("[data-do='play']").focus({ preventScroll: true });
    };
    arrive();
    if (document.readyState !== "complete") addEventListener("load", arrive, { once: true }); // pictures may still push it
    return true;
  }

  get at() { return this.media.currentTime; }
  get total() { return Number.isFinite(this.media.duration) ? this.media.duration : Number(this.dataset.seconds); }
  get chapter() { return lastUpTo(this.starts, this.at + 0.25); }
  get speed() { return this.media.playbackRate; }
  set speed(value) { this.media.defaultPlaybackRate = this.media.playbackRate = value; }

  chooseSpeed(value) {
    this.speed = visit.speed = value;
    memory.keepSpeed(value);
    stay();
  }

  play(from) {
    if (from !== undefined) this.seek(from);
    this.media.play().catch(() => { /* refused by the browser, or paused again at once */ });
  }

  toggle() {
    if (this.media.paused) this.play();
    else this.media.pause();
  }

  /* Before anything is loaded the browser keeps the place and begins there. */
  seek(to) {
    this.stopAt = null;
    this.media.currentTime = Math.max(0, this.total ? Math.min(to, this.total) : to);
    this.dispatchEvent(new CustomEvent("eb:seek"));
    this.show();
  }

  step(by) { this.seek(this.at + by); }

  leap(by) {
    const here = this.chapter;
    const again = by < 0 && here >= 0 && this.at - this.starts[here] > 3; // first back to this chapter's beginning
    const to = this.starts[again ? here : here + by];
    if (to !== undefined) this.seek(to);
    else if (by < 0) this.seek(0);
  }

  onTime() {
    if (this.stopAt !== null && this.at >= this.stopAt) {
      this.stopAt = null;
      this.media.pause();
      this.dispatchEvent(new CustomEvent("eb:stop"));
    }
    if (!this.media.paused && Math.abs(this.at - this.savedAt) >= SAVE_EVERY) this.save();
    this.show();
  }

  save() {
    if (!this.started) return;
    this.savedAt = this.at;
    memory.keepPlace(this.dataset.item, this.at, this.total);
  }

  say(name, values) { this.piece("said").textContent = name ? fill(this.controls.dataset[`say${name}`], values) : ""; }

  show() {
    const { at, total, media, chapter } = this;
    const playing = !media.paused && !media.ended;
    const seek = this.piece("seek");
    this.piece("playing").hidden = !playing;
    this.piece("paused").hidden = playing;
    this.dataset.playing = playing;
    const label = this.piece("play-label");
    const waits = !this.started && at >= 1;
    label.classList.toggle("eb-quiet", !waits);
    label.textContent = waits ? fill(this.controls.dataset.sayFrom, { time: clock(at) }) : label.dataset.plain;
    if (!seek.matches("[data-held]")) {
      seek.max = Math.floor(total) || 0;
      seek.value = at;
      this.showTime(at);
    }
    if (this.shownChapter !== chapter) {
      this.shownChapter = chapter;
      this.piece("chapter").textContent = this.titles[chapter] ?? "";
    }
    const links = this.closest(".eb-content") ? document.querySelectorAll(".eb-chapters a[href^='#t=']") : [];
    links.forEach((link, index) => {
      if (index === chapter && (this.started || at)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    this.dispatchEvent(new CustomEvent("eb:time", { bubbles: true }));
  }

  showTime(at) {
    const seek = this.piece("seek");
    const values = { now: clock(at), total: clock(Math.round(this.total)) };
    seek.style.setProperty("--at", this.total ? at / this.total : 0);
    seek.setAttribute("aria-valuetext", fill(this.controls.dataset.sayAt, values));
    this.piece("now").textContent = values.now;
    this.piece("total").textContent = this.total ? values.total : "";
  }
}

/* A link to a second plays there, up to its end if it has one: chapters, moments, and the transcript's marks. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#t='], .eb-bites a");
  const player = document.querySelector(".eb-content eb-player");
  if (!link || !player || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(history.state, "", link.hash);
  const wanted = place(link.hash);
  player.play(wanted.from);
  player.stopAt = wanted.to;
});

customElements.define("eb-player", Player);
