// <details data-fold> stands open on a wide screen and closed on a phone, until somebody opens or closes it by hand.
// Without this file it is closed on a phone, and on a wide screen as far as the browser knows how (case.css).

const wide = window.matchMedia("(min-width: 48rem)");
const folds = [...document.querySelectorAll("details[data-fold]")];

function set() {
  for (const one of folds) if (!one.dataset.touched) one.open = wide.matches;
}

for (const one of folds) {
  one.querySelector("summary").addEventListener("click", () => { one.dataset.touched = "yes"; });
  one.classList.add("case-fold--set");
}
set();
wide.addEventListener("change", set);
