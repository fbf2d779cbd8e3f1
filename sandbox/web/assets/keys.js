// The keyboard: one key does one thing, unless somebody is typing.
import { button, element } from "./elements.js";
import { words } from "./words.js";

export function obeyKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input, textarea");
    if (typing) {
      if (event.key === "Escape") typing.blur();
      return;
    }
    // By place, so that they work in the Russian layout, too.
    const letter = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
    const action = actions[event.key] || actions[letter];
    if (!action || (event.key === "Enter" && event.target.closest("button, a"))) return;
    event.preventDefault();
    action();
  });
}

export function showKeys() {
  const rows = words.keyHelp.map(([keys, what]) => element("tr", {}, element("td", {}, element("kbd", {}, keys)), element("td", {}, what)));
  const dialog = element("dialog", { onclose: () => dialog.remove() },
    element("h2", {}, words.keys), element("table", {}, ...rows),
    element("div", { class: "row end" }, button("OK", () => dialog.close(), { class: "main", autofocus: true })));
  document.body.append(dialog);
  dialog.showModal();
}
