/* Runs before the page is drawn. Material's bundle asks for these four names; here they keep nothing on the device. */
document.documentElement.classList.replace("no-js", "js");
var __md_scope = new URL("../../", document.currentScript.src);
var __md_hash = function (text) { return text.length; };
var __md_get = function () { return null; };
var __md_set = function () {};

/* Light or dark, only if the visitor asked for it to be kept, and for 180 days at most. */
(function () {
  try {
    var kept = JSON.parse(localStorage.getItem("ebenerdig.appearance"));
    if (kept && kept.until > Date.now()) document.documentElement.dataset.scheme = kept.scheme;
    else if (kept) localStorage.removeItem("ebenerdig.appearance");
  } catch (error) { /* no storage, no wish */ }
})();
