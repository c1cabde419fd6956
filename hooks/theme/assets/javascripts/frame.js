/* Runs before the page is drawn. */
document.documentElement.classList.replace("no-js", "js");

/* Light or dark, only if the visitor asked for it to be kept, and for 180 days at most. */
(function () {
  try {
    var kept = JSON.parse(localStorage.getItem("ebenerdig.appearance"));
    if (kept && kept.until > Date.now()) document.documentElement.dataset.scheme = kept.scheme;
    else if (kept) localStorage.removeItem("ebenerdig.appearance");
  } catch (error) { /* no storage, no wish */ }
})();
