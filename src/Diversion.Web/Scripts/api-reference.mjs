// The description of the API at /docs. Scalar puts its styles into <style> elements, which the content policy of these
// pages refuses; sheets made by script are allowed. So each refused element's text becomes such a sheet.
const script = document.querySelector("script[data-scalar]");
const sheets = new Map();

function adopt(style) {
  if (!sheets.has(style)) sheets.set(style, new CSSStyleSheet());
  sheets.get(style).replaceSync(style.textContent);
}

function adoptAll() {
  document.querySelectorAll("style").forEach(adopt);
  for (const style of sheets.keys()) {
    if (!style.isConnected) sheets.delete(style);
  }
  document.adoptedStyleSheets = [...sheets.values()];
}

new MutationObserver(adoptAll).observe(document, { childList: true, subtree: true });

const scalar = document.createElement("script");
scalar.src = script.dataset.scalar;
scalar.addEventListener("load", () => {
  adoptAll();
  window.Scalar.createApiReference("#reference", {
    url: "/openapi/v1.json",
    theme: "default",
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: "never",
    persistAuth: false,
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  });
});
document.head.append(scalar);
