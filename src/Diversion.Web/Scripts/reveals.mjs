// Hides the parts of answers that are not chosen. Without script all parts are visible.
// The package's own script sets aria-expanded on radios, where that attribute is not allowed.
const radios = [...document.querySelectorAll("input[data-reveals]")];
const revealed = (radio) => radio.dataset.reveals.split(" ");

// Several answers may reveal the same part.
function show() {
  const open = new Set(radios.filter((radio) => radio.checked).flatMap(revealed));
  for (const id of new Set(radios.flatMap(revealed))) {
    document.getElementById(id)?.classList.toggle("govuk-radios__conditional--hidden", !open.has(id));
  }
}

show();
document.addEventListener("change", (event) => {
  if (event.target.type === "radio") show();
});
addEventListener("pageshow", show);
