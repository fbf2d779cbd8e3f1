// The side with the boxes and the list of letters.
import { ask, button, element, fill, iconButton, note } from "./elements.js";
import { showKeys } from "./keys.js";
import { get, patch, remove } from "./requests.js";
import { language, shortMoment, switchLanguage, words } from "./words.js";

const PAGE = 50;
const AT_ONCE = 500;

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
          iconButton("keys", words.keys, showKeys, { class: "quiet keys" }))));
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
    this.chosen = new Set();
    this.anchor = null;
    this.header = element("header", {});
    this.rows = element("div", { class: "rows", role: "listbox" });
    this.field = element("input", { type: "search", placeholder: words.search, title: words.searchHelp, "aria-label": words.search,
      oninput: () => this.typed(), onkeydown: (event) => { if (event.key === "Enter") this.field.blur(); } });
    this.readAll = iconButton("read", words.markAllRead, () => this.markAllRead());
    this.wipe = iconButton("bin", words.clearAll, () => this.clear());
  }

  show(route) {
    this.route = route;
    this.chosen.clear();
    this.drawHeader();
    fill(this.place, this.header, this.rows);
    this.letters = [];
    this.known.clear();
    return this.reload();
  }

  drawHeader() {
    const title = this.search ? words.clearFound : this.route.address ? words.clearBox : words.clearAll;
    this.wipe.title = title;
    this.wipe.setAttribute("aria-label", title);
    if (!this.chosen.size) {
      // Moved about, the field would lose what is being typed.
      if (!this.header.contains(this.field)) fill(this.header, this.field, this.readAll, this.wipe);
      return;
    }
    fill(this.header, element("span", { class: "chosen-count" }, words.chosen(this.chosen.size)),
      iconButton("read", words.markRead, () => this.markChosen({ seen: true })),
      iconButton("unread", words.markUnread, () => this.markChosen({ seen: false })),
      iconButton("star", words.flag, () => this.markChosen({ flagged: true })),
      iconButton("bin", words.delete, () => this.removeChosen()),
      iconButton("cross", words.cancel, () => this.choose([])));
  }

  // Whether anything has changed.
  choose(numbers) {
    if (!this.chosen.size && !numbers.length) return false;
    this.chosen = new Set(numbers);
    this.drawHeader();
    for (const row of this.rows.querySelectorAll(".letter")) row.classList.toggle("chosen", this.chosen.has(Number(row.dataset.number)));
    return true;
  }

  chooseCurrent() {
    if (this.current !== null) this.toggle(this.current);
  }

  toggle(number) {
    const numbers = new Set(this.chosen);
    if (!numbers.delete(number)) numbers.add(number);
    this.anchor = number;
    this.choose([...numbers]);
  }

  chooseUpTo(number) {
    const places = [this.anchor ?? this.current, number].map((each) => this.letters.findIndex((letter) => letter.number === each));
    const [first, last] = [Math.max(0, Math.min(...places)), Math.max(...places)];
    this.choose(this.letters.slice(first, last + 1).map((letter) => letter.number));
  }

  // With Ctrl a letter more is chosen, with Shift all up to it.
  clicked(event, number) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      event.preventDefault();
      if (event.shiftKey) this.chooseUpTo(number);
      else this.toggle(number);
      return;
    }
    this.anchor = number;
    this.choose([]);
  }

  async markChosen(marks) {
    for (const numbers of this.portions()) await patch(`letters?numbers=${numbers}`, marks).catch((error) => note(error.message, true));
    this.choose([]);
  }

  async removeChosen() {
    if (!(await ask(words.sure, words.yesDelete, words.cancel))) return;
    for (const numbers of this.portions()) await remove(`letters?numbers=${numbers}`).catch((error) => note(error.message, true));
    this.choose([]);
    location.hash = this.route.address ? boxPath(this.route) : "#/";
  }

  portions() {
    const all = [...this.chosen];
    return all.filter((_, place) => place % AT_ONCE === 0).map((_, place) => all.slice(place * AT_ONCE, (place + 1) * AT_ONCE).join());
  }

  async markAllRead() {
    await patch(`letters?${this.which()}`, { seen: true }).catch((error) => note(error.message, true));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.search = this.field.value.trim(); this.drawHeader(); this.known.clear(); this.reload(); }, 200);
  }

  // The letters of this list, as the API is asked about them.
  which() {
    const query = new URLSearchParams();
    if (this.route.address) query.set("address", this.route.address);
    if (this.route.folder) query.set("folder", this.route.folder);
    if (this.search) query.set("search", this.search);
    return query;
  }

  query(before, limit) {
    const query = this.which();
    query.set("limit", limit);
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
    this.readAll.disabled = this.letters.every((letter) => letter.seen);
    if (this.chosen.size) this.choose([...this.chosen].filter((number) => this.known.has(number) && this.letters.some((letter) => letter.number === number)));
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
    const kind = ["letter", letter.seen ? "" : "unseen", letter.number === this.current ? "here" : "", isNew ? "new" : "", this.chosen.has(letter.number) ? "chosen" : ""];
    return element("a", { class: kind.filter(Boolean).join(" "), href: `#/letter/${letter.number}`, role: "option", "data-number": letter.number,
      "aria-selected": letter.number === this.current ? "true" : "false", onclick: (event) => this.clicked(event, letter.number) },
      element("span", { class: "who" }, name(letter.sender) || words.nobody),
      element("time", { datetime: letter.received, title: letter.received },
        letter.answered && element("span", { class: "mark", title: words.answered }, "↩"), letter.flagged && element("span", { class: "mark", title: words.flagged }, "★"),
        shortMoment(letter.received)),
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
    await remove(`letters?${this.which()}`);
    location.hash = this.route.address ? boxPath(this.route) : "#/";
  }
}

function name(sender) {
  const match = /^\s*"?([^"<]+?)"?\s*<[^>]*>\s*$/.exec(sender);
  return match ? match[1] : sender;
}

