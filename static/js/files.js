// Says which files were chosen, and which one is too large, before anything is sent.

function megabytes(bytes) {
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / 1024 ** 2).toLocaleString("nl-NL", { maximumFractionDigits: 1 })} MB`;
}

function lineFor(file, most) {
  const line = document.createElement("li");
  const tooLarge = most && file.size > most;
  line.textContent = `${file.name}, ${megabytes(file.size)}${tooLarge ? `: te groot, hooguit ${megabytes(most)}` : ""}`;
  line.classList.toggle("doc-files__no", Boolean(tooLarge));
  return line;
}

for (const input of document.querySelectorAll("input[data-files]")) {
  const list = document.createElement("ul");
  list.className = "doc-files";
  list.setAttribute("aria-live", "polite");
  input.after(list);
  input.addEventListener("change", () => {
    list.replaceChildren(...[...input.files].map((file) => lineFor(file, Number(input.dataset.mostBytes))));
  });
}
