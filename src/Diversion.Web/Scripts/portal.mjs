// Script only adds: every page works without it.
import { initAll } from "./govuk-frontend.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

if (document.querySelector("[data-module^='moj-']")) {
  const moj = await import("./moj-frontend.mjs");
  moj.initAll();
}
