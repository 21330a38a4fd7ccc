// A part of the page that is updated while a form is filled in: `data-live` is the address that returns the part,
// `data-live-part` the id of the element to replace. Without script the part is updated when the form is sent.
const pause = 400;

async function ask(form, part, signal) {
  const answer = await fetch(form.dataset.live, { method: "POST", body: new FormData(form), signal });
  if (answer.ok) {
    const html = await answer.text();
    if (html !== part.dataset.shown) {
      part.dataset.shown = html;
      part.innerHTML = html;
    }
  }
}

export function keepCurrent() {
  for (const form of document.querySelectorAll("form[data-live]")) {
    const part = document.getElementById(form.dataset.livePart);
    let waiting;
    let asking;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        asking?.abort();
        asking = new AbortController();
        ask(form, part, asking.signal).catch(() => {});
      }, pause);
    });
  }
}
