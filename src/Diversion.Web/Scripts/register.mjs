// The register of a session: at a site there may be no signal, so what is marked stays on the phone until the server has
// recorded it. It keeps marks by appointment, and no name.
const prefix = "diversion-register:";
const oldest = 14 * 24 * 60 * 60 * 1000;
const unsent = "Kept on this phone, not yet sent.";
const fields = ["Came", "Minutes", "Grade"];
let wanted = false;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function write(key, marks) {
  try {
    if (Object.keys(marks).length > 0) localStorage.setItem(key, JSON.stringify({ at: Date.now(), marks }));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function forgetOld() {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
    if (Date.now() - (read(key).at ?? 0) > oldest) localStorage.removeItem(key);
  }
}

function inputs(person, field) {
  return [...person.querySelectorAll(`[name$=".${field}"]`)];
}

function valueOf(person, field) {
  const all = inputs(person, field);
  return (all[0]?.type === "radio" ? all.find((one) => one.checked)?.value : all[0]?.value) ?? "";
}

function restore(person, mark) {
  for (const field of fields) {
    for (const input of inputs(person, field)) {
      if (input.type === "radio") input.checked = input.value === mark[field];
      else if (mark[field]) input.value = mark[field];
    }
  }
}

function marked(form) {
  const marks = {};
  for (const person of form.querySelectorAll("[data-person]")) {
    const mark = Object.fromEntries(fields.map((field) => [field, valueOf(person, field)]));
    if (fields.some((field) => mark[field])) marks[person.dataset.person] = mark;
  }
  return marks;
}

function tell(part, sentence) {
  const state = part.querySelector("[data-register-state]");
  state.textContent = sentence;
  state.hidden = sentence === "";
}

async function send(part, form, key) {
  const kept = write(key, marked(form));
  wanted = true;
  tell(part, "Sending the register.");
  let page;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    tell(part, kept ? `${unsent} There is no signal: it is sent when there is one, or press the button again.` : "There is no signal, and this phone keeps nothing. Leave this page open and press the button again.");
    return;
  }
  wanted = false;
  const there = page.querySelector("[data-register]");
  if (there?.dataset.register !== part.dataset.register) {
    tell(part, `${unsent} The server did not take it: you may have been signed out. Sign in and open this register again.`);
    return;
  }

  // Whoever the server does not ask about any more is recorded; start() drops them.
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  start();
  document.querySelector(".govuk-error-summary, .govuk-notification-banner")?.scrollIntoView();
}

function start() {
  const part = document.querySelector("[data-register]");
  const form = part.querySelector("form");
  const key = prefix + part.dataset.register;
  const marks = read(key).marks ?? {};
  const people = form ? [...form.querySelectorAll("[data-person]")] : [];
  const left = {};
  for (const person of people) {
    const mark = marks[person.dataset.person];
    if (mark) {
      restore(person, mark);
      left[person.dataset.person] = mark;
    }
  }
  write(key, left);
  tell(part, Object.keys(left).length > 0 ? unsent : "");
  form?.addEventListener("input", () => tell(part, write(key, marked(form)) && Object.keys(marked(form)).length > 0 ? unsent : ""));
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    send(part, form, key);
  });
}

forgetOld();
start();
addEventListener("online", () => {
  if (wanted) document.querySelector("[data-register] form")?.requestSubmit();
});
