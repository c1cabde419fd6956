/* Unfolds the transcript where an address or a link leads into it. Its own script comes with the first time it is open. */

import { place } from "./place.js";

const unfold = () => {
  const details = document.querySelector("eb-transcript details");
  if (details) details.open = true;
};
const arrive = () => { if (place(location.hash) || location.hash === "#transcript") unfold(); };
arrive();
document.addEventListener("eb:page", arrive);

document.addEventListener("toggle", ({ target }) => {
  if (target.matches("eb-transcript > details[open]")) import("./transcript.js").catch(() => { /* it can be read without */ });
}, true);

/* "Read instead" opens the transcript it leads to. */
document.addEventListener("click", (event) => { if (event.target.closest?.("a[href='#transcript']")) unfold(); });

/* On paper nothing can be unfolded: style sheets do it where a browser lets them, this does it everywhere. */
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("eb-transcript details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
