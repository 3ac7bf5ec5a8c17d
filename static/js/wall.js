// The big screen follows the board. Nothing on it can be pressed but what it shows.

import "./board/calm.js";
import "./board/people.js";
import "./board/stream.js";

function still() {
  for (const link of document.querySelectorAll("#analyse a")) {
    if (link.getAttribute("href")?.startsWith("#")) continue;
    for (const name of ["href", "hx-get", "hx-target", "data-window"]) link.removeAttribute(name);
  }
}

const down = (is) => { document.querySelector("[data-down]").hidden = !is; };

still();
for (const name of ["board:stand", "board:drawn"]) document.addEventListener(name, still);
document.addEventListener("board:down", () => down(true));
document.addEventListener("board:back", () => down(false));
