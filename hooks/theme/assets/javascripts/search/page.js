/* The search page: form, facets and hits. Its whole state is the address, so that back, forward and bookmarks work. */
import { openEngine } from "./engine.js";
import { inOrder, spoken, words, written } from "./passages.js";

const AT_FIRST = 4; /* hits that are fetched and shown for a query: few bytes on a slow line */
const AT_ONCE = 8; /* and each time that more are asked for */
const PLACES = 3; /* sentences of a transcript before "more places" */
const MORE_PLACES = 12; /* and behind it */

const clock = (second) => {
  const pad = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return hours ? `${hours}:${pad(minutes)}:${pad(second % 60)}` : `${minutes}:${pad(second % 60)}`;
};

const made = (tag, name = "", ...children) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
};

/* The parts of the transcript where words of the query stand, those with most of them first. A mask has a bit for what is
   written, and then one for each part. */
function partsWith(masks) {
  const counted = [0, 1, 2, 3, 4, 5, 6].map((part) => ({ part, words: masks.filter((mask) => mask & (2 << part)).length }));
  return counted.filter(({ words: many }) => many).sort((a, b) => b.words - a.words || a.part - b.part).map(({ part }) => part);
}

class Search extends HTMLElement {
  #engine = null;
  #turn = 0;
  #shown = 0;
  #numbers = [];
  #found = null;

  connectedCallback() {
    this.form = this.querySelector("#eb-find");
    this.status = this.querySelector("#found [role=status]");
    this.list = this.querySelector(".eb-hits");
    this.chips = this.querySelector(".eb-chips");
    this.more = this.querySelector("[data-more]");
    this.boxes = [...this.querySelectorAll(".eb-facet input")];
    this.querySelector(".eb-narrow__all").open = matchMedia("(min-width: 60rem)").matches;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go();
    });
    this.addEventListener("change", (event) => {
      if (event.target.matches(".eb-facet input, select")) this.#go();
    });
    this.more?.addEventListener("click", () => this.#showMore());
    this.back = () => this.#run();
    window.addEventListener("popstate", this.back);
    if (location.search) this.#run();
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.back);
  }

  /* Write the form into the address, then follow the address. */
  #go() {
    const state = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value.trim()));
    const address = state.size ? `?${state}` : location.pathname;
    if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
    this.#run();
  }

  #say(sentence, values = {}) {
    return (this.dataset[sentence] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  #count(sentence, n, values = {}) {
    return this.#say(n === 1 ? `${sentence}One` : sentence, { n, ...values });
  }

  /* Search for what the address says. A slower answer to an earlier question is thrown away. */
  async #run(again = true) {
    const turn = (this.#turn += 1);
    const state = new URLSearchParams(location.search);
    const query = (state.get("q") || "").trim();
    this.form.q.value = query;
    this.form.sort.value = state.get("sort") === "date" ? "date" : "";
    for (const box of this.boxes) box.checked = state.getAll(box.name).includes(box.value);
    this.status.textContent = this.dataset.running;
    this.setAttribute("aria-busy", "true");
    try {
      this.#engine ??= openEngine(new URL(this.dataset.index, document.baseURI).href, this.dataset.stopWords);
      const engine = await this.#engine;
      const found = query ? await engine.find(query) : { numbers: [...engine.items, ...engine.packages], masks: new Map(), meant: [] };
      if (turn !== this.#turn) return;
      const chosen = this.#chosen(engine);
      this.#numbers = found.numbers.filter((number) => chosen.every(([, numbers]) => numbers.has(number)));
      if (!query || this.form.sort.value) this.#numbers.sort((a, b) => a - b);
      this.#found = found;
      this.#shown = 0;
      await this.#draw(this.list, turn);
      if (turn !== this.#turn) return;
      this.#recount(found.numbers, chosen);
      this.#showChips();
      this.#showMeant(found.meant);
      const n = this.#numbers.length;
      const asked = found.meant.reduce((text, { unknown, meant }) => text.replace(unknown, meant), query);
      if (n) this.status.textContent = query ? this.#count("found", n, { query: asked }) : this.#count("all", n);
      else this.status.textContent = query ? this.#say("noneQuery", { query }) : this.#say("none");
    } catch (error) {
      this.#engine = null;
      if (again && turn === this.#turn) return await this.#run(false); /* the site may have been built anew meanwhile */
      console.error(error);
      this.status.textContent = this.dataset.failed;
    } finally {
      if (turn === this.#turn) this.removeAttribute("aria-busy");
    }
  }

  /* The facets with a choice, each with the records that fit: any of its values will do. */
  #chosen(engine) {
    const chosen = new Map();
    for (const box of this.boxes.filter((each) => each.checked)) {
      const fitting = chosen.get(box.name) || new Set();
      for (const number of engine.facets.get(box.name)?.get(box.value) || []) fitting.add(number);
      chosen.set(box.name, fitting);
    }
    this.facets = engine.facets;
    return [...chosen];
  }

  /* Behind every value: how many items it would give together with the choices in the other facets. */
  #recount(numbers, chosen) {
    for (const facet of this.querySelectorAll(".eb-facet")) {
      const others = chosen.filter(([name]) => name !== facet.dataset.facet).map(([, fitting]) => fitting);
      const rest = numbers.filter((number) => others.every((fitting) => fitting.has(number)));
      let visible = 0;
      for (const box of facet.querySelectorAll("input")) {
        const fitting = this.facets.get(box.name)?.get(box.value) || new Set();
        const count = rest.filter((number) => fitting.has(number)).length;
        const label = box.closest("label");
        label.hidden = count === 0 && !box.checked;
        label.querySelector(".eb-facet__count").textContent = count;
        visible += label.hidden ? 0 : 1;
      }
      facet.hidden = visible === 0;
    }
  }

  #showChips() {
    const active = this.boxes.filter((box) => box.checked);
    this.chips.hidden = active.length === 0;
    this.chips.replaceChildren(
      ...active.map((box) => {
        const what = box.nextElementSibling.textContent;
        const button = made("button", "eb-chip", what);
        button.type = "button";
        button.setAttribute("aria-label", this.#say("remove", { what }));
        button.addEventListener("click", () => {
          box.checked = false;
          this.#go();
          this.status.parentElement.focus();
        });
        return made("li", "", button);
      }),
    );
    const narrow = this.querySelector("[data-narrow]");
    narrow.dataset.plain ??= narrow.textContent;
    narrow.textContent = active.length ? this.#say("narrowed", { n: active.length }) : narrow.dataset.plain;
  }

  #showMeant(meant) {
    const line = this.querySelector(".eb-meant");
    line.hidden = meant.length === 0;
    line.replaceChildren(
      ...meant.flatMap(({ unknown, meant: word }) => {
        const link = made("a", "", word);
        const state = new URLSearchParams(location.search);
        state.set("q", state.get("q").replace(unknown, word));
        link.href = `?${state}`;
        const [before, after] = this.#say("meant", { query: unknown, meant: "\n" }).split("\n");
        return [before, link, `${after} `];
      }),
    );
  }

  async #showMore() {
    if (!this.#engine) await this.#run();
    const first = this.list.children.length;
    await this.#draw(this.list, this.#turn, true);
    this.list.children[first]?.querySelector("a").focus();
  }

  async #draw(list, turn, add = false) {
    const engine = await this.#engine;
    const numbers = this.#numbers.slice(this.#shown, this.#shown + (add ? AT_ONCE : AT_FIRST));
    const hits = await Promise.all(numbers.map((number) => this.#hit(engine, number)));
    if (turn !== this.#turn) return;
    this.#shown += numbers.length;
    if (add) list.append(...hits);
    else list.replaceChildren(...hits);
    if (this.more) this.more.hidden = this.#shown >= this.#numbers.length;
  }

  /* One hit: the card that the build has written, and the sentences that were found in it. */
  async #hit(engine, number) {
    const { masks, matcher } = this.#found;
    const places = masks.get(number) || [];
    const parts = partsWith(places);
    const [record, part] = await Promise.all([engine.record(number), parts.length ? engine.part(number, parts[0]) : null]);
    const row = made("li");
    row.innerHTML = record.card;
    const [lead] = places.some((mask) => mask & 1) ? written(record.notes, matcher) : [];
    if (lead) row.querySelector(".eb-hit__lead").replaceChildren(...this.#marked(words(lead)));
    const said = part ? spoken(part, matcher) : [];
    if (said.length) {
      const item = row.querySelector(".eb-hit__title a").href;
      const { lang } = row.querySelector(".eb-hit__title");
      const lines = (passages) => {
        const ordered = [...passages].sort((a, b) => a.second - b.second);
        const list = made("ol", "eb-places", ...ordered.map((passage) => this.#place(item, passage)));
        if (lang) list.lang = lang;
        return list;
      };
      const rest = async () => {
        const others = await Promise.all(parts.slice(1).map((other) => engine.part(number, other)));
        const every = [...said.slice(PLACES), ...others.flatMap((other) => spoken(other, matcher))];
        return lines(every.sort(inOrder).slice(0, MORE_PLACES));
      };
      const text = row.querySelector(".eb-hit__text");
      text.append(lines(said.slice(0, PLACES)));
      if (parts.length > 1) text.append(this.#morePlaces(this.dataset.somePlaces, rest));
      else if (said.length > PLACES) text.append(this.#morePlaces(this.#count("morePlaces", Math.min(said.length - PLACES, MORE_PLACES)), rest));
    }
    return row;
  }

  /* Further sentences, which are fetched when somebody opens them. */
  #morePlaces(summary, lines) {
    const more = made("details", "eb-places__more", made("summary", "", summary));
    more.addEventListener("toggle", async () => {
      if (!more.open || more.querySelector("ol")) return;
      try {
        const list = await lines();
        if (!more.querySelector("ol")) more.append(list);
      } catch (error) {
        console.error(error);
        more.open = false;
        this.status.textContent = this.dataset.failed;
      }
    });
    return more;
  }

  #place(item, { second, speaker, ...said }) {
    const link = made("a", "eb-place", made("time", "", clock(second)), " ");
    link.href = `${item}#t=${second}`;
    const line = made("span", "eb-place__said");
    if (speaker) line.append(made("b", "", speaker), " ");
    line.append(...this.#marked(words(said)));
    link.append(line);
    return made("li", "", link);
  }

  #marked(tokens) {
    return tokens.flatMap(([token, isHit]) => {
      const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(token);
      return isHit ? [before, made("mark", "", word), `${after} `] : [`${token} `];
    });
  }
}

if (!customElements.get("eb-search")) customElements.define("eb-search", Search);
