// The side with the boxes and the list of letters.
import { ask, button, element, fill, iconButton, note } from "./elements.js";
import { showKeys } from "./keys.js";
import { get, remove } from "./requests.js";
import { language, shortMoment, switchLanguage, words } from "./words.js";

const PAGE = 50;

export class Side {
  constructor(place, about) {
    this.place = place;
    this.about = about;
    this.boxes = [];
    this.online = true;
  }

  async reload() {
    this.boxes = await get("boxes");
  }

  draw(route) {
    const unseen = this.boxes.reduce((sum, box) => sum + box.unseen, 0);
    fill(this.place,
      element("a", { class: "brand", href: "#/" }, element("img", { src: "/icon.svg", alt: "", width: 26, height: 26 }), words.title),
      element("div", { class: "links" },
        link("#/", words.all, route.view === "letters" && !route.address, unseen),
        link("#/connections", words.connections, route.view === "connections"),
        link("#/faults", words.faults, route.view === "faults", this.faults, "trouble")),
      this.boxes.length > 0 && element("h2", {}, words.boxes),
      element("div", { class: "links boxes" }, ...this.boxLinks(route)),
      element("div", { class: "foot" },
        element("dl", { class: "servers" }, ...Object.entries(this.about.servers).flatMap(([name, where]) =>
          [element("dt", {}, name), element("dd", {}, button(where, () => copy(where), { class: "quiet" }))])),
        element("div", { class: "row" },
          element("span", { class: this.online ? "dot" : "dot lost", title: this.online ? words.live : words.lost }),
          button(words.language, switchLanguage, { class: "quiet", lang: language === "ru" ? "en" : "ru" }),
          iconButton("sun", words.theme, switchTheme),
          iconButton("keys", words.keys, showKeys))));
    document.title = unseen ? `(${unseen}) ${words.title}` : words.title;
  }

  boxLinks(route) {
    // Empty folders that every account has say nothing.
    const shown = this.boxes.filter((box) => box.folder === "INBOX" || box.letters > 0);
    return shown.map((box) => {
      const here = route.address === box.address && route.folder === box.folder;
      const inner = box.folder !== "INBOX";
      return link(boxPath(box), inner ? box.folder : box.address, here, box.unseen, "", inner ? "inner" : "", `${box.address} / ${box.folder}`);
    });
  }
}

function link(href, text, here, count = 0, countKind = "", kind = "", title = null) {
  return element("a", { href, class: `${kind} ${here ? "here" : ""}`.trim(), "aria-current": here ? "page" : null, title },
    element("span", {}, text), count ? element("b", { class: countKind }, String(count)) : null);
}

export function boxPath(box) {
  return `#/box/${encodeURIComponent(box.address)}/${encodeURIComponent(box.folder)}`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    note(words.copied);
  } catch {
    note(text);
  }
}

function switchTheme() {
  const dark = getComputedStyle(document.documentElement).getPropertyValue("--dark").trim() === "1";
  localStorage.setItem("theme", dark ? "light" : "dark");
  document.documentElement.dataset.theme = dark ? "light" : "dark";
}

export class LetterList {
  constructor(place, onOpen, about) {
    this.place = place;
    this.onOpen = onOpen;
    this.about = about;
    this.letters = [];
    this.before = null;
    this.known = new Set();
    this.search = "";
    this.route = { view: "letters" };
    this.current = null;
    this.asked = 0;
    this.rows = element("div", { class: "rows", role: "listbox" });
    this.field = element("input", { type: "search", placeholder: words.search, title: words.searchHelp, "aria-label": words.search,
      oninput: () => this.typed(), onkeydown: (event) => { if (event.key === "Enter") this.field.blur(); } });
    this.wipe = iconButton("bin", words.clearAll, () => this.clear());
  }

  show(route) {
    this.route = route;
    const title = route.address ? words.clearBox : words.clearAll;
    this.wipe.title = title;
    this.wipe.setAttribute("aria-label", title);
    fill(this.place,
      element("header", {}, this.field, this.wipe),
      this.rows);
    this.letters = [];
    this.known.clear();
    return this.reload();
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.search = this.field.value.trim(); this.known.clear(); this.reload(); }, 200);
  }

  query(before, limit) {
    const query = new URLSearchParams({ limit });
    if (this.route.address) query.set("address", this.route.address);
    if (this.route.folder) query.set("folder", this.route.folder);
    if (this.search) query.set("search", this.search);
    if (before) query.set("before", before);
    return `letters?${query}`;
  }

  async reload() {
    const asked = ++this.asked;
    const found = await get(this.query(null, Math.max(PAGE, Math.min(this.letters.length, 500))));
    // A later question has been asked meanwhile.
    if (asked !== this.asked) return;
    this.letters = found.letters;
    this.before = found.before;
    this.draw();
  }

  async more() {
    const found = await get(this.query(this.before, PAGE));
    this.letters.push(...found.letters);
    this.before = found.before;
    this.draw();
  }

  draw() {
    const isFirst = this.known.size === 0;
    const rows = this.letters.map((letter) => this.row(letter, !isFirst && !this.known.has(letter.number)));
    for (const letter of this.letters) this.known.add(letter.number);
    this.wipe.disabled = this.letters.length === 0;
    fill(this.rows, ...(rows.length ? rows : [this.emptiness()]),
      this.before && button(words.more, () => this.more(), { class: "more" }));
  }

  emptiness() {
    if (this.search) return element("p", { class: "empty" }, words.nothingFound);
    const servers = Object.entries(this.about.servers).map(([name, where]) => `${name.padEnd(6)} ${where}`);
    return element("div", { class: "empty" },
      element("p", { class: "large" }, words.nothing),
      servers.length > 0 && element("p", {}, words.howTo),
      servers.length > 0 && element("pre", {}, servers.join("\n")),
      servers.length > 0 && this.about.any_password && element("p", {}, words.anyPassword),
      element("p", {}, words.howToScript), element("pre", {}, "1cs run --sandbox письмо.1cs"));
  }

  row(letter, isNew) {
    const kind = ["letter", letter.seen ? "" : "unseen", letter.number === this.current ? "here" : "", isNew ? "new" : ""];
    return element("a", { class: kind.filter(Boolean).join(" "), href: `#/letter/${letter.number}`, role: "option", "data-number": letter.number,
      "aria-selected": letter.number === this.current ? "true" : "false" },
      element("span", { class: "who" }, name(letter.sender) || words.nobody),
      element("time", { datetime: letter.received, title: letter.received }, shortMoment(letter.received)),
      element("span", { class: "subject" }, letter.subject || words.noSubject),
      element("span", { class: "whose" }, letter.folder === "INBOX" ? letter.address : `${letter.address} / ${letter.folder}`));
  }

  mark(number) {
    this.current = number;
    for (const row of this.rows.querySelectorAll(".letter")) {
      const here = Number(row.dataset.number) === number;
      row.classList.toggle("here", here);
      row.setAttribute("aria-selected", String(here));
      if (here) row.scrollIntoView({ block: "nearest" });
    }
  }

  // The number so many places further on; null beyond the ends.
  beside(step) {
    const place = this.letters.findIndex((letter) => letter.number === this.current);
    const found = this.letters[place < 0 ? 0 : place + step];
    return found ? found.number : null;
  }

  async clear() {
    if (!(await ask(words.sure, words.yesDelete, words.cancel))) return;
    const query = this.route.address ? `?address=${encodeURIComponent(this.route.address)}` : "";
    await remove(`letters${query}`);
    location.hash = this.route.address ? boxPath(this.route) : "#/";
  }
}

function name(sender) {
  const match = /^\s*"?([^"<]+?)"?\s*<[^>]*>\s*$/.exec(sender);
  return match ? match[1] : sender;
}

