// Keeps the lead's inbox up to date: the stream says that something changed, and the items are then loaded.
const part = document.querySelector("[data-inbox]");
const list = part.querySelector("[data-inbox-list]");
const news = part.querySelector("[data-inbox-news]");
const state = part.querySelector("[data-inbox-state]");
const reloadAdvice = state.textContent;
const plainTitle = document.title.replace(/^\([^)]*\) /, "");
const calm = 3000;
let shown;
let told = waiting();
let telling;
let fetching;
let heard = false;

function waiting() {
  return Number(list.querySelector("[data-count]").dataset.count);
}

// Several quick changes are announced once, and removed items are not announced.
function tellSoon() {
  clearTimeout(telling);
  telling = setTimeout(() => {
    const now = waiting();
    if (now > told) news.textContent = `${now - told} new in the inbox, ${now} in all.`;
    told = now;
  }, calm);
}

function show(html) {
  const key = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.innerHTML = html;
  if (key) (list.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? list).focus({ preventScroll: true });
  document.title = waiting() > 0 ? `(${waiting()}) ${plainTitle}` : plainTitle;
  tellSoon();
}

function stop() {
  stream.close();
  state.textContent = reloadAdvice;
}

async function renew() {
  fetching?.abort();
  const asking = new AbortController();
  fetching = asking;
  try {
    // A redirect goes to the sign-in: the session has ended.
    const answer = await fetch(part.dataset.inboxItems, { signal: asking.signal, redirect: "error" });
    const html = await answer.text();
    if (!answer.ok) {
      stop();
    } else if (html !== shown) {
      shown = html;
      show(html);
    }
  } catch {
    if (!asking.signal.aborted) stop();
  }
}

const stream = new EventSource(part.dataset.inbox);
stream.addEventListener("inbox", (event) => {
  // The first event only gives the present state. After a broken connection, one item may have come and another gone unnoticed.
  if (heard || JSON.parse(event.data).count !== waiting()) renew();
  heard = true;
});
stream.addEventListener("open", () => { state.textContent = state.dataset.inboxState; });
stream.addEventListener("error", () => { state.textContent = reloadAdvice; });
addEventListener("pagehide", () => stream.close());
