/* The keys that lead to the field in the header, and open it where it is folded: "/" and Ctrl+K. On the search page they lead to its own field. */
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.isContentEditable;
    var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    var drop = document.querySelector(".eb-seek");
    var field = document.getElementById("eb-query") || document.getElementById("eb-seek");
    if (!field) return;
    event.preventDefault();
    if (drop && drop.contains(field) && !field.checkVisibility()) drop.open = true;
    field.focus();
    field.select();
  });
  document.addEventListener("toggle", function (event) {
    if (event.target.matches(".eb-seek[open]")) document.getElementById("eb-seek").focus();
  }, true);
})();
