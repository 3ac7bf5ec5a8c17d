// The summary of what is wrong gets the focus; its links go into the field itself.

function focusSummary(root) {
  const summary = root.querySelector?.("[data-error-focus]");
  if (summary) summary.focus();
}

function goToField(event) {
  const link = event.target.closest?.("[data-error-focus] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest("details:not([open])")?.setAttribute("open", "");
  field.focus();
  field.closest(".et-field")?.scrollIntoView({ block: "center" });
}

focusSummary(document);
document.addEventListener("click", goToField);
document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.target));
