/* What each button, choice and key of a player does. */

import { clock } from "./place.js";
import * as memory from "./remember.js";

const STEP = 15;

export function work(player) {
  const { media, piece } = player;
  const button = (name) => player.querySelector(`[data-do="${name}"]`);
  const press = (one, on) => one?.setAttribute("aria-pressed", String(on));
  for (const one of player.querySelectorAll("[data-src]")) one.dataset.src = new URL(one.dataset.src, location.href);

  /* The place */
  const seek = piece("seek");
  seek.addEventListener("input", () => {
    seek.toggleAttribute("data-held", true);
    player.showTime(Number(seek.value));
  });
  seek.addEventListener("change", () => {
    seek.toggleAttribute("data-held", false);
    player.seek(Number(seek.value));
  });
  for (const name of ["pointerup", "pointercancel", "blur"]) { // dragged back to where it was: no change comes
    seek.addEventListener(name, () => setTimeout(() => seek.toggleAttribute("data-held", false)));
  }

  /* Speed */
  const speed = piece("speed");
  speed.value = String(player.speed);
  speed.addEventListener("change", () => player.chooseSpeed(Number(speed.value)));
  const changeSpeed = (by) => {
    const to = speed.options[speed.selectedIndex + by];
    if (!to) return;
    speed.value = to.value;
    player.chooseSpeed(Number(to.value));
  };

  /* Captions: one button, and the language where there are several */
  const language = piece("language");
  const tracks = [...media.textTracks];
  const shown = () => tracks.some((track) => track.mode === "showing");
  const showCaptions = (on) => tracks.forEach((track, index) => {
    track.mode = on && index === Number(language?.value ?? 0) ? "showing" : "disabled";
  });
  media.textTracks.addEventListener("change", () => press(button("captions"), shown()));
  language?.addEventListener("change", () => showCaptions(true));

  /* The described or signed version takes over at the same second. One that is sound alone plays over the poster: the
     film would cost a phone its data a second time, and two that play side by side drift apart. */
  const choose = (chosen) => {
    const on = chosen.getAttribute("aria-pressed") !== "true";
    const { at } = player;
    const playing = !media.paused;
    for (const one of player.querySelectorAll("[data-do='version']")) press(one, on && one === chosen);
    if (on) media.src = chosen.dataset.src;
    else media.removeAttribute("src");
    media.load();
    media.currentTime = at;
    if (playing) player.play();
  };

  /* Sleep: after some minutes, or at the end of the chapter */
  const sleep = piece("sleep");
  let timer;
  const slumber = () => {
    media.pause();
    sleep.value = "";
    player.say("Slept");
  };
  const chapterEnd = () => {
    if (sleep.value === "end") player.stopAt = player.starts[player.chapter + 1] ?? player.total;
  };
  sleep.addEventListener("change", () => {
    clearTimeout(timer);
    player.stopAt = null;
    player.say("");
    if (Number(sleep.value)) timer = setTimeout(slumber, Number(sleep.value) * 60_000);
    chapterEnd();
  });
  player.addEventListener("eb:seek", chapterEnd);
  player.addEventListener("eb:stop", () => { if (sleep.value === "end") slumber(); });
  media.addEventListener("ended", () => { if (sleep.value === "end") slumber(); });

  /* Volume, where the device lets a page set it */
  const volume = piece("volume");
  media.volume = 0.5;
  volume.closest("label").hidden = media.volume === 1;
  media.volume = 1;
  volume.addEventListener("input", () => {
    media.volume = Number(volume.value);
    media.muted = false;
  });
  media.addEventListener("volumechange", () => press(button("mute"), media.muted));

  /* Full screen and picture in picture, where the browser has them */
  const full = button("full");
  const picture = button("picture");
  if (full) full.hidden = !(document.fullscreenEnabled || media.webkitEnterFullscreen);
  if (picture) {
    const showPicture = () => { picture.hidden = !document.pictureInPictureEnabled || (media.readyState > 0 && !media.videoWidth); };
    showPicture();
    media.addEventListener("loadedmetadata", showPicture);
    for (const name of ["enter", "leave"]) media.addEventListener(`${name}pictureinpicture`, () => press(picture, name === "enter"));
  }
  let scrolled = 0; // the page below shrinks meanwhile, and browsers come back to another place
  player.addEventListener("fullscreenchange", () => {
    const on = document.fullscreenElement === player;
    press(full, on);
    const { activeElement } = document;
    if (on && !(player.contains(activeElement) && activeElement.checkVisibility())) full.focus(); // what had it is not there now
    if (!on) scrollTo({ top: scrolled, behavior: "instant" });
  });
  const toggleFull = () => {
    if (document.fullscreenElement) return document.exitFullscreen();
    scrolled = scrollY;
    if (player.requestFullscreen) return player.requestFullscreen().catch(() => player.say("Failed"));
    return media.webkitEnterFullscreen?.();
  };
  const togglePicture = async () => {
    try {
      if (document.pictureInPictureElement === media) return await document.exitPictureInPicture();
      if (!media.readyState) await new Promise((resolve) => {
        media.addEventListener("loadedmetadata", resolve, { once: true });
        media.preload = "metadata";
      });
      return await media.requestPictureInPicture();
    } catch {
      return player.say("Failed");
    }
  };
  if (media.matches("video")) media.addEventListener("click", () => player.toggle());

  /* What this device remembers */
  const remember = piece("remember");
  const showMemory = () => {
    remember.checked = memory.isOn();
    button("forget").hidden = !remember.checked;
  };
  const forget = () => {
    memory.forget();
    showMemory();
    remember.focus();
    player.say("Forgotten");
  };
  showMemory();
  remember.addEventListener("change", () => {
    if (!remember.checked) return forget();
    memory.begin();
    memory.keepSpeed(player.speed);
    player.save();
    player.say("");
    return showMemory();
  });

  const actions = {
    play: () => player.toggle(),
    back: () => player.step(-STEP),
    forward: () => player.step(STEP),
    previous: () => player.leap(-1),
    next: () => player.leap(1),
    captions: () => showCaptions(!shown()),
    version: choose,
    mute: () => { media.muted = !media.muted; },
    share: () => share(player),
    picture: togglePicture,
    full: toggleFull,
    close: () => player.dispatchEvent(new CustomEvent("eb:close", { bubbles: true })),
    forget,
    slower: () => changeSpeed(-1),
    faster: () => changeSpeed(1),
  };
  player.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) actions[pressed.dataset.do](pressed);
  });
  player.act = (name) => {
    if (name === "slower" || name === "faster" || button(name)?.hidden === false) actions[name]();
  };
  player.addEventListener("keydown", (event) => useKey(player, event));
}

const KEYS = {
  k: "play", " ": "play", j: "back", ArrowLeft: "back", l: "forward", ArrowRight: "forward", p: "previous", n: "next",
  m: "mute", c: "captions", f: "full", "<": "slower", ">": "faster",
};

/* Keys count only inside the player and the transcript, and never where somebody types or a control needs them. */
export function useKey(player, event) {
  const does = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const { target } = event;
  if (!does || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (target.matches("select, textarea, input:not([type='range'], [type='checkbox'])")) return;
  if (event.key === " " && target.matches("button, summary, a, input")) return;
  if (event.key.startsWith("Arrow") && target.matches("input")) return;
  event.preventDefault();
  player.act(does);
}

/* The address of this second: to the device's own sheet where there is one, else to the clipboard. */
export async function share(player, tell = (name, values) => player.say(name, values)) {
  const at = Math.floor(player.at);
  const url = at ? `${player.page}#t=${at}` : player.page;
  const title = at ? `${player.dataset.title} (${clock(at)})` : player.dataset.title;
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      tell("Copied", { address: url });
    }
  } catch (error) {
    if (error.name !== "AbortError") tell("Failed");
  }
}
