// The slash goes to the search, except while something is typed. Whoever dictates to the computer, or presses the key by
// mistake, can turn it off (success criterion 2.1.4); the browser remembers that.
const setting = "diversion-shortcuts";
const box = document.getElementById("header-search") ?? document.querySelector("main form[action='/search'] #Typed");
const control = document.querySelector("[data-shortcuts]");

const isOff = () => localStorage.getItem(setting) === "off";

// Announced by screen readers only where the key works.
const announce = () => isOff() ? box?.removeAttribute("aria-keyshortcuts") : box?.setAttribute("aria-keyshortcuts", "/");

const isTyping = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && box && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && !isOff()) {
    event.preventDefault();
    box.focus();
  }
});
announce();

if (control) {
  const state = document.querySelector("[data-shortcuts-state]");
  const show = () => {
    control.textContent = isOff() ? "Turn the shortcut on" : "Turn the shortcut off";
    state.textContent = isOff() ? "The shortcut is off in this browser." : "The shortcut is on.";
  };
  control.hidden = false;
  show();
  control.addEventListener("click", () => {
    localStorage.setItem(setting, isOff() ? "on" : "off");
    announce();
    show();
  });
}
