// Hides what belongs to the answers that are not chosen. Without script all of it is there to be filled in.
// The package's own way puts aria-expanded on radios, where that attribute is not allowed.
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
