// Hides what belongs to the answers that are not chosen. Without script all of it is there to be filled in.
// The package's own way puts aria-expanded on radios, where that attribute is not allowed.
function show(radio) {
  document.getElementById(radio.dataset.reveals)?.classList.toggle("govuk-radios__conditional--hidden", !radio.checked);
}

const radios = [...document.querySelectorAll("input[data-reveals]")];
radios.forEach(show);
document.addEventListener("change", (event) => {
  if (event.target.type === "radio") radios.filter((radio) => radio.name === event.target.name).forEach(show);
});
addEventListener("pageshow", () => radios.forEach(show));
