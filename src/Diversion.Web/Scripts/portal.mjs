// Scripts only add convenience: every page works without them.
import { initAll } from "./govuk-frontend.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

if (document.querySelector("form[data-live]")) {
  const live = await import("./live-part.mjs");
  live.keepCurrent();
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

if (document.querySelector("[data-module^='moj-']")) {
  const moj = await import("./moj-frontend.mjs");
  moj.initAll();
}

if (document.querySelector("[data-credit]")) {
  await import("./credit.mjs");
}

if (document.querySelector("[data-reveals]")) {
  await import("./reveals.mjs");
}

if (document.querySelector("[data-register]")) {
  await import("./register.mjs");
}

if (document.querySelector("[data-inbox]")) {
  await import("./inbox.mjs");
}

if (document.querySelector("[role='search'], main form[action='/search'], [data-shortcuts]")) {
  await import("./shortcuts.mjs");
}

if (document.body.dataset.sessionSeconds) {
  const session = await import("./session.mjs");
  session.watch();
}

// Long work continues automatically; without script the user presses its button.
document.querySelector("form[data-go-on]")?.requestSubmit();
