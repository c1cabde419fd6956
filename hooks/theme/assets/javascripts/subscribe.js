/* The page "Abonnieren": copy an address with one tap, and open the box that the address of the page names. */
(function () {
  "use strict";

  function copy(field, done) {
    var old = function () {
      field.select();
      if (document.execCommand("copy")) done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, old);
    else old();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-eb-copy]");
    if (!button) return;
    copy(document.getElementById(button.dataset.ebCopy), function () {
      var label = button.textContent;
      if (label === button.dataset.ebCopied) return;
      button.textContent = button.dataset.ebCopied;
      setTimeout(function () { button.textContent = label; }, 4000);
    });
  });
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(".eb-feed__row input")) event.target.select();
  });

  function open() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var box = place && place.closest(".eb-feed--folded");
    if (!box) return;
    box.open = true;
    box.scrollIntoView();
  }
  window.addEventListener("hashchange", open);
  open();
})();
