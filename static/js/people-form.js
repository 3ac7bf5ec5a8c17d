// What is only asked of some roles is shown with those roles; without script everything simply stands there.

const ASKED = {
  takes_over: ["casusregisseur"],
  speaks_for: ["woordvoerder", "ervaringsdeskundige", "belangrijke_ander", "anders"],
};
const form = document.getElementById("mens");
const role = form?.elements.namedItem("role");

function showWhatIsAsked() {
  for (const [name, roles] of Object.entries(ASKED)) {
    const place = document.getElementById(`div_id_${name}`);
    if (place) place.hidden = !roles.includes(role.value) && !place.querySelector("input:checked");
  }
}

role?.addEventListener("change", showWhatIsAsked);
if (role) showWhatIsAsked();
