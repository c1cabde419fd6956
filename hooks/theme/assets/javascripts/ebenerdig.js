/* What a page can do beyond reading: seek the player, its extra buttons and the menus. All works by keyboard. */
(function () {
  "use strict";
  var one = function (selector) { return document.querySelector(selector); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  document.documentElement.classList.remove("no-js");

  /* Player: `#t=754` leads to that second, by a click, on load, and when the address changes. */
  var player = one(".eb-player audio, .eb-player video");

  function second(hash) {
    var match = /^#t=(\d+(?:\.\d+)?)$/.exec(hash);
    return match ? Number(match[1]) : null;
  }

  function seek(to, play) {
    if (player === null || to === null) return;
    var go = function () { player.currentTime = to; };
    if (player.readyState > 0) go();
    else {
      player.addEventListener("loadedmetadata", go, { once: true });
      player.preload = "metadata";
      player.load();
    }
    if (play) {
      var started = player.play();
      if (started) started.catch(function () { /* the browser wants a click on the player itself */ });
    }
  }

  if (player) {
    seek(second(location.hash), false);
    window.addEventListener("hashchange", function () { seek(second(location.hash), false); });
    document.addEventListener("click", function (event) {
      var link = event.target.closest('a[href^="#t="]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(history.state, "", link.hash);
      seek(second(link.hash), true);
    });
    all("[data-eb-skip]").forEach(function (button) {
      button.addEventListener("click", function () {
        var to = Math.max(0, player.currentTime + Number(button.dataset.ebSkip));
        seek(player.duration ? Math.min(to, player.duration) : to, false);
      });
    });
    all("[data-eb-speed]").forEach(function (choice) {
      choice.addEventListener("change", function () { player.defaultPlaybackRate = player.playbackRate = Number(choice.value); });
    });
    all("[data-eb-captions]").forEach(function (button) {
      var tracks = player.textTracks;
      var show = function () {
        var shown = Array.prototype.some.call(tracks, function (track) { return track.mode === "showing"; });
        button.setAttribute("aria-pressed", String(shown));
        return shown;
      };
      button.hidden = tracks.length === 0;
      button.addEventListener("click", function () {
        var wanted = !show();
        Array.prototype.forEach.call(tracks, function (track, index) { track.mode = wanted && index === 0 ? "showing" : "disabled"; });
        show();
      });
      tracks.addEventListener("change", show);
    });

    /* Where playback is: the chapter in the list and the paragraph in the transcript. */
    var places = [[".eb-chapters a[href^='#t=']", "aria-current"], [".eb-transcript .eb-mark", "class"]].map(function (kind) {
      return { links: all(kind[0]).map(function (link) { return [second(link.hash), link]; }), how: kind[1], now: null };
    });
    player.addEventListener("timeupdate", function () {
      places.forEach(function (place) {
        var found = null;
        place.links.forEach(function (row) { if (row[0] <= player.currentTime + 0.25) found = row[1]; });
        if (found === place.now) return;
        if (place.how === "class") {
          if (place.now) place.now.parentElement.classList.remove("eb-now");
          if (found) found.parentElement.classList.add("eb-now");
        } else {
          if (place.now) place.now.removeAttribute("aria-current");
          if (found) found.setAttribute("aria-current", "true");
        }
        place.now = found;
      });
    });
  }

  /* "Read instead" opens the transcript it leads to. */
  all('a[href="#transcript"]').forEach(function (link) {
    link.addEventListener("click", function () {
      var text = one(".eb-transcript details");
      if (text) text.open = true;
    });
  });

  /* Menus close on Escape and on a click elsewhere. */
  all("[data-eb-drop]").forEach(function (drop) {
    document.addEventListener("click", function (event) { if (!drop.contains(event.target)) drop.open = false; });
    drop.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drop.open) {
        drop.open = false;
        drop.querySelector("summary").focus();
      }
    });
  });

  /* Light or dark: for this page; kept on the device only with the tick, gone with "like my device". */
  var KEY = "ebenerdig.appearance";
  var DAYS = 180;
  var form = document.getElementById("eb-appearance");
  if (form) {
    form.scheme.value = document.documentElement.dataset.scheme || "device";
    form.keep.checked = form.scheme.value !== "device";
    form.addEventListener("change", function () {
      var scheme = form.scheme.value;
      if (scheme === "device") {
        delete document.documentElement.dataset.scheme;
        form.keep.checked = false;
      } else document.documentElement.dataset.scheme = scheme;
      try {
        if (form.keep.checked) localStorage.setItem(KEY, JSON.stringify({ scheme: scheme, until: Date.now() + DAYS * 864e5 }));
        else localStorage.removeItem(KEY);
      } catch (error) { /* storage is off: the choice holds for this page */ }
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  }
})();
