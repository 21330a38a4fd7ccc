// What is wrong with the markup of the present page: a list of sentences.
() => {
  const faults = [];
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const say = (element, what) => faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
  const nameOf = (element) =>
    (element.getAttribute("aria-label") ?? "").trim() ||
    (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => id && document.getElementById(id)?.textContent).join(" ").trim() ||
    element.textContent.trim() ||
    all("img[alt], svg[aria-label]", element).map((image) => image.getAttribute("alt") ?? image.getAttribute("aria-label")).join("").trim();

  if (document.documentElement.lang !== "en") faults.push("the language is not said");
  if (!/^\S.* – Diversion$/.test(document.title)) faults.push(`the title is "${document.title}"`);

  const counts = new Map();
  for (const { id } of all("[id]")) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) {
    if (count > 1 || id === "") faults.push(`id "${id}" stands ${count} times`);
    if (/\s/.test(id)) faults.push(`id "${id}" has a space`);
  }

  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/)) if (!counts.has(id)) say(element, `${attribute} names nothing`);
    }
  }
  for (const link of all("a[href^='#']")) if (!counts.has(link.getAttribute("href").slice(1))) say(link, "leads nowhere");

  if (all("h1").length !== 1) faults.push(`${all("h1").length} main headings`);
  if (all("main").length !== 1) faults.push(`${all("main").length} main parts`);
  let before = 0;
  for (const heading of all("main h1, main h2, main h3, main h4, main h5, main h6")) {
    const level = Number(heading.tagName[1]);
    const isBefore = heading.closest(".govuk-error-summary, .govuk-notification-banner");
    if (!isBefore && level > before + 1) say(heading, "a heading jumps a level");
    if (!isBefore) before = level;
    if (!nameOf(heading)) say(heading, "an empty heading");
  }

  for (const field of all("input:not([type=hidden]), select, textarea")) {
    if (!field.labels?.length && !field.getAttribute("aria-label") && !field.getAttribute("aria-labelledby")) say(field, "a field without a label");
  }
  for (const set of all("fieldset")) if (!set.querySelector(":scope > legend")?.textContent.trim()) say(set, "a fieldset without a legend");
  for (const table of all("table")) if (!table.caption?.textContent.trim()) say(table, "a table without a caption");
  for (const image of all("img:not([alt])")) say(image, "an image without words");
  for (const link of all("a")) if (!nameOf(link)) say(link, "a link without words");
  for (const button of all("button")) if (!nameOf(button)) say(button, "a button without words");
  for (const button of all("button:not([type])")) say(button, "a button that does not say its type");
  for (const element of all("[style], script:not([src]), style")) say(element, "style or script in the page");
  for (const form of all("form[method=post]")) if (!form.querySelector("input[name=__RequestVerificationToken]")) say(form, "a form without antiforgery");
  for (const link of all("a[target=_blank]")) if (!nameOf(link).includes("new tab")) say(link, "opens another tab without saying so");
  return faults;
}
