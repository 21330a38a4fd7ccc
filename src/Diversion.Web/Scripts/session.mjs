// Warns two minutes before the session ends and lets the reader stay signed in. Another tab may have extended the
// session, so the script asks the server before it shows anything.
const warnSeconds = 120;
const dialog = document.getElementById("session-end");
const text = document.getElementById("session-end-text");
const stay = dialog.querySelector("[data-stay]");
let timer;

async function ask(address) {
  const answer = await fetch(address, { redirect: "error" }).catch(() => null);
  return answer?.status === 200 ? answer.json() : null;
}

function waitFor(seconds) {
  clearTimeout(timer);
  timer = setTimeout(look, Math.max(0, seconds - warnSeconds) * 1000);
}

async function look() {
  const session = await ask("/session");
  if (session && session.seconds > warnSeconds) {
    dialog.close();
    waitFor(session.seconds);
  } else {
    warn(session);
  }
}

function warn(session) {
  const minutes = session ? Math.max(1, Math.round(session.seconds / 60)) : 0;
  stay.hidden = !session?.canStay;
  if (!session) {
    text.textContent = "You have been signed out. Sign in again to go on.";
  } else if (session.canStay) {
    text.textContent = `You have not done anything here for a while. You will be signed out in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}.`;
  } else {
    text.textContent = `You have been signed in for the longest time allowed. You will be signed out in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. Save what you are doing and sign in again.`;
  }
  if (!dialog.open) {
    dialog.showModal();
  }
  if (session) {
    timer = setTimeout(look, session.seconds > 60 ? 60000 : (session.seconds + 1) * 1000);
  }
}

export function watch() {
  stay.addEventListener("click", async () => {
    const session = await ask("/session/stay");
    if (session) {
      dialog.close();
      waitFor(session.seconds);
    } else {
      warn(null);
    }
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  waitFor(Number(document.body.dataset.sessionSeconds));
}
