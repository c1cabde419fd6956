/* <eb-embed>: a film at another provider. Nothing is asked there before the click, and the click loads it once. */

class Embed extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button?.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.title = this.dataset.title;
      frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
      frame.referrerPolicy = "strict-origin-when-cross-origin"; // YouTube plays nothing without it
      frame.src = this.dataset.frame;
      for (const media of document.querySelectorAll("audio, video")) media.pause();
      this.querySelector(".eb-embed__stage").replaceChildren(frame);
      frame.focus();
    }, { once: true });
  }
}

customElements.define("eb-embed", Embed);
