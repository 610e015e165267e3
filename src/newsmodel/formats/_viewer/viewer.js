// Hovering or focusing a quote shows its speaker; a speaker's button shows only their quotes; Escape shows all again.
// Text is only ever set as text, and nothing is fetched.
(() => {
  "use strict";
  const root = document.documentElement;
  const card = document.getElementById("card");
  const status = document.getElementById("status");
  const all = document.getElementById("all");
  const buttons = new Map([...document.querySelectorAll("button.speaker")].map((it) => [it.dataset.speaker, it]));
  const parts = new Map();
  for (const part of document.querySelectorAll(".body .quote")) {
    const number = part.dataset.quote;
    if (!parts.has(number)) parts.set(number, []);
    parts.get(number).push(part);
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = null;

  const line = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  const nameOf = (button) => (button ? button.querySelector(".name").textContent : "Speaker unknown");

  const mark = (number, on) => {
    const found = parts.get(number);
    const { source, cue, speaker } = found[0].dataset;
    for (const part of found) part.classList.toggle("active", on);
    for (const id of [source, cue]) document.getElementById(id)?.classList.toggle("lit", on);
    buttons.get(speaker)?.classList.toggle("active", on);
  };

  const show = (quote) => {
    const number = quote?.dataset.quote ?? null;
    if (number === shown) return;
    if (shown !== null) mark(shown, false);
    shown = number;
    card.hidden = number === null;
    if (number === null) return;
    mark(number, true);
    const { rule, speaker } = parts.get(number)[0].dataset;
    const button = buttons.get(speaker);
    const role = button?.parentElement.querySelector(".role")?.textContent;
    const kind = quote.classList.contains("direct") ? "direct" : quote.classList.contains("mixed") ? "mixed" : "indirect";
    const how = [role, `${kind} quote`, rule && `found by: ${rule}`].filter(Boolean).join(" · ");
    card.replaceChildren(line("b", nameOf(button)), line("small", how));
  };

  const only = (speaker) => {
    for (const [id, button] of buttons) button.setAttribute("aria-pressed", String(id === speaker));
    root.classList.toggle("only", speaker !== null);
    let first = null;
    let count = 0;
    for (const found of parts.values()) {
      const theirs = found[0].dataset.speaker === speaker;
      for (const part of found) part.classList.toggle("theirs", theirs);
      if (theirs) count += 1;
      if (theirs) first ??= found[0];
    }
    all.hidden = speaker === null;
    const said = `${count} ${count === 1 ? "quote" : "quotes"} by ${nameOf(buttons.get(speaker))}`;
    status.textContent = speaker === null ? "" : said;
    first?.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  };

  const quoteAt = (target) => (target instanceof Element ? target.closest(".body .quote") : null);
  const focused = () => quoteAt(document.activeElement);
  document.addEventListener("pointerover", (event) => show(quoteAt(event.target) ?? focused()));
  document.addEventListener("focusin", () => show(focused()));
  document.addEventListener("focusout", () => show(null));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(null);
    only(null);
  });
  for (const [id, button] of buttons) {
    button.disabled = false;
    button.addEventListener("click", () => only(button.getAttribute("aria-pressed") === "true" ? null : id));
  }
  all.addEventListener("click", () => {
    only(null);
    buttons.values().next().value?.focus();
  });
})();
