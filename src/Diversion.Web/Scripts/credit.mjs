// Shows the credit of a session while its minutes are typed. The server computes it, with the same rule as for recording.
const part = document.querySelector("[data-credit]");
const form = part.closest("form");
const result = part.querySelector("[data-credit-result]");
const asked = ["Chosen", "Attended.Hours", "Attended.Minutes", "TakenOff.Hours", "TakenOff.Minutes"];
const quietTime = 300;
let waiting;
let asking;

async function workOut() {
  const answers = new FormData(form);
  const address = new URL(part.dataset.credit, location.href);
  for (const name of asked) {
    if (answers.get(name)) address.searchParams.set(name, answers.get(name));
  }
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    result.textContent = answer.ok && !answer.redirected ? await answer.text() : "";
  } catch {
    // The page was left, or more was typed: the form works without the preview.
  }
}

part.querySelector("[data-credit-button]").hidden = true;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(workOut, quietTime);
});
