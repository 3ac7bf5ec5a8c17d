// Menus made of <details>: Escape, a click elsewhere and leaving with Tab close them.

const OPEN = "details[data-menu][open]";

function close(menu, withFocus) {
  menu.open = false;
  if (withFocus) menu.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(OPEN)) close(menu, menu.contains(document.activeElement));
});

for (const name of ["click", "focusin"]) {
  document.addEventListener(name, (event) => {
    for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(event.target)) close(menu, false);
  });
}
