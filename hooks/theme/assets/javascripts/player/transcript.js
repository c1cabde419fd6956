/* <eb-transcript>: follows line by line, plays the line that is clicked, can be searched and copied with time. */

import { share, useKey } from "./controls.js";
import { fill, lastUpTo, reducedMotion } from "./place.js";

const player = () => document.querySelector(".eb-content eb-player");
const onScreen = (box) => box.bottom > 0 && box.top < innerHeight;
const fold = (text) => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
};

class Transcript extends HTMLElement {
  connectedCallback() {
    if (this.lines) return;
    this.details = this.querySelector("details");
    this.text = this.querySelector(".eb-transcript__text");
    const tools = this.querySelector("template");
    tools.replaceWith(tools.content);
    this.tools = this.querySelector(".eb-reading");
    this.piece = (name) => this.querySelector(`[data-part="${name}"]`);
    this.lines = [...this.text.querySelectorAll("[data-t]")];
    this.starts = this.lines.map((line) => Number(line.dataset.t));
    this.now = -1;
    this.hits = [];
    this.tools.addEventListener("click", (event) => this[event.target.closest("[data-do]")?.dataset.do]?.());
    this.listenToSearch();
    if (player()) this.listenToLines();
  }

  say(name) { this.piece("said").textContent = this.tools.dataset[`say${name}`]; }

  /* One line at a time can be reached with Tab; arrows move on, Enter plays. */
  listenToLines() {
    this.text.classList.add("eb-transcript__text--plays");
    for (const mark of this.text.querySelectorAll(".eb-mark")) mark.tabIndex = -1;
    this.reach(0);
    this.text.addEventListener("click", (event) => {
      const line = event.target.closest("[data-t]");
      if (line && getSelection().isCollapsed) this.playLine(this.lines.indexOf(line));
    });
    this.text.addEventListener("keydown", (event) => {
      const here = this.lines.indexOf(event.target);
      if (here < 0) return;
      const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: this.lines.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        this.reach(Math.min(Math.max(to, 0), this.lines.length - 1)).focus();
      } else if (event.key === "Enter") {
        event.preventDefault();
        this.playLine(here);
      } else useKey(player(), event);
    });
    document.addEventListener("eb:time", (event) => { if (this.isConnected && event.target === player()) this.followTo(event.target); });
    this.followTo(player()); // who moved it before this was there
  }

  reach(index) {
    this.reached?.removeAttribute("tabindex");
    this.reached?.removeAttribute("role");
    this.reached = this.lines[index];
    this.reached.tabIndex = 0;
    this.reached.setAttribute("role", "button");
    return this.reached;
  }

  playLine(index) {
    this.reach(index);
    player().play(this.starts[index]);
  }

  followTo({ at, started }) {
    const index = started || at ? lastUpTo(this.starts, at + 0.1) : -1;
    if (index === this.now) return;
    const before = this.lines[this.now];
    const stays = before && onScreen(before.getBoundingClientRect()); // else the reader has scrolled away
    before?.removeAttribute("aria-current");
    this.now = index;
    this.lines[index]?.setAttribute("aria-current", "true");
    if (stays && this.follows && this.details.open) this.bring(this.lines[index]);
    if (index >= 0 && !this.text.contains(document.activeElement)) this.reach(index);
  }

  get follows() { return this.querySelector("[data-do='follow']").getAttribute("aria-pressed") === "true"; }

  follow() {
    const on = !this.follows;
    this.querySelector("[data-do='follow']").setAttribute("aria-pressed", String(on));
    if (on) this.bring(this.lines[this.now], true);
  }

  share() { share(player(), (name) => this.say(name === "Copied" ? "Linked" : name)); }

  /* Bring a line or hit into the middle, if it is not well in sight. */
  bring(thing, always = false) {
    const box = thing?.getBoundingClientRect();
    if (!box || (!always && box.top > innerHeight * 0.15 && box.bottom < innerHeight * 0.7)) return;
    scrollBy({ top: box.top - innerHeight * 0.4, behavior: reducedMotion() ? "instant" : "smooth" });
  }

  /* Search: hits are highlighted without touching the text; where a browser cannot, the hit is selected. */
  listenToSearch() {
    const field = this.piece("find");
    field.addEventListener("input", () => this.find(field.value));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.turn(event.shiftKey ? -1 : 1);
      } else if (event.key === "Escape") {
        field.value = "";
        this.find("");
      }
    });
  }

  find(words) {
    const wanted = fold(words.trim().replace(/\s+/g, " "));
    const all = this.lines.map((line) => fold(line.textContent)).join(" ");
    let begin = 0;
    const begins = this.lines.map((line) => (begin += line.textContent.length + 1) - line.textContent.length - 1);
    const at = (position) => {
      const index = lastUpTo(begins, position);
      return [this.lines[index].firstChild, position - begins[index]];
    };
    this.hits = [];
    for (let found = wanted ? all.indexOf(wanted) : -1; found >= 0; found = all.indexOf(wanted, found + wanted.length)) {
      const range = new Range();
      const [last, end] = at(found + wanted.length - 1);
      range.setStart(...at(found));
      range.setEnd(last, end + 1);
      this.hits.push(range);
    }
    this.hit = -1;
    CSS.highlights?.set("eb-hits", new Highlight(...this.hits));
    CSS.highlights?.delete("eb-hit");
    this.piece("hits").textContent = wanted && !this.hits.length ? this.tools.dataset.sayNone : "";
    if (this.hits.length) this.turn(1);
  }

  up() { this.turn(-1); }
  down() { this.turn(1); }

  turn(by) {
    const total = this.hits.length;
    if (!total) return;
    this.hit = (this.hit + by + total) % total;
    const range = this.hits[this.hit];
    if (CSS.highlights) CSS.highlights.set("eb-hit", new Highlight(range));
    else {
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    this.piece("hits").textContent = fill(this.tools.dataset.sayHits, { number: this.hit + 1, total });
    this.bring(range);
  }

  async copy() {
    let speaker = "";
    const lines = [...this.text.querySelectorAll("p")].map((paragraph) => {
      speaker = paragraph.querySelector("b")?.textContent ?? speaker;
      const said = [...paragraph.querySelectorAll("[data-t]")].map((line) => line.textContent).join(" ");
      return `${paragraph.querySelector("time").textContent} ${speaker && `${speaker}: `}${said}`;
    });
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      this.say("Copied");
    } catch {
      this.say("Failed");
    }
  }
}

customElements.define("eb-transcript", Transcript);
