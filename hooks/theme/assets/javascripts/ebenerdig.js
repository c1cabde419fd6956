/* What a page can do beyond reading: its menus, and light or dark. All works by keyboard. The player stands in `player/`. */
(function () {
  "use strict";
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };

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
