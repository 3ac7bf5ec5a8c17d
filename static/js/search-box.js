// The list under a search box: arrows walk through it, Escape and leaving the box close it.

function listOf(box) {
  return box.querySelector(".et-search__list");
}

function walk(box, step) {
  const stops = [box.querySelector("input[type=search]"), ...listOf(box).querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (next) next.focus();
}

for (const box of document.querySelectorAll("[data-search-box]")) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(box, event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Escape" && listOf(box).childElementCount) {
      event.stopPropagation();
      listOf(box).replaceChildren();
      box.querySelector("input[type=search]").focus();
    }
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) listOf(box).replaceChildren();
  });
}
