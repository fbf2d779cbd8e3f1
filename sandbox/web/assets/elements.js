// Elements are only ever built from text: nothing of a letter is taken for HTML.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function button(text, action, attributes = {}) {
  return element("button", { type: "button", onclick: action, ...attributes }, text);
}

const drawings = {
  back: "M15 5l-7 7 7 7",
  bin: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13",
  unread: "M4 6h16v12H4zM4 7l8 6 8-6",
  read: "M4 10v10h16V10l-8-6-8 6zM4 11l8 5 8-5",
  star: "M12 4l2.5 5.2 5.6.7-4.1 3.9 1 5.7-5-2.8-5 2.8 1-5.7-4.1-3.9 5.6-.7z",
  cross: "M6 6l12 12M18 6L6 18",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  send: "M4 12l16-8-6 16-3-7z",
  clip: "M17 7l-7.5 7.5a2 2 0 003 3L20 10a4.2 4.2 0 00-6-6l-8 8a6.3 6.3 0 009 9l6-6",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2",
  moon: "M20 14a8 8 0 01-10-10 8 8 0 1010 10z",
  keys: "M3 7h18v10H3zM6.5 10.5h.01M10 10.5h.01M14 10.5h.01M17.5 10.5h.01M7 14h10",
  phone: "M8 3h8v18H8zM11 18.2h2",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", drawings[name]);
  drawn.append(path);
  return drawn;
}

export function iconButton(name, title, action, attributes = {}) {
  return button(icon(name), action, { title, "aria-label": title, class: "quiet", ...attributes });
}

export function fill(place, ...children) {
  place.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

export function note(text, isTrouble = false) {
  const shown = element("div", { class: isTrouble ? "toast trouble" : "toast" }, text);
  document.getElementById("notes").append(shown);
  setTimeout(() => shown.remove(), isTrouble ? 8000 : 3000);
}

export function ask(question, yes, no) {
  return new Promise((resolve) => {
    const dialog = element(
      "dialog",
      { onclose: () => { resolve(dialog.returnValue === "yes"); dialog.remove(); } },
      element("p", {}, question),
      element("div", { class: "row end" },
        button(no, () => dialog.close("no")),
        button(yes, () => dialog.close("yes"), { class: "main", autofocus: true })),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
