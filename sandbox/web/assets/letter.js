// One letter.
import { button, element, fill, icon, iconButton, note } from "./elements.js";
import { get, patch, post, remove, source } from "./requests.js";
import { fullMoment, size, words } from "./words.js";

const TABS = ["html", "text", "headers", "source", "files", "check"];
const REMOTE = /(?:src|srcset|background|poster)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|<link\b/i;

export class Letter {
  constructor(place, about, onGone, listAddress) {
    this.place = place;
    this.about = about;
    this.onGone = onGone;
    this.listAddress = listAddress;
    this.letter = null;
    this.wanted = null;
    this.tab = "html";
    this.remote = false;
    this.narrow = false;
  }

  leave() {
    this.letter = this.wanted = null;
  }

  async open(number) {
    this.remote = false;
    this.wanted = number;
    let letter = null;
    try {
      letter = await get(`letters/${number}`);
    } catch (error) {
      if (this.wanted === number) fill(this.place, element("p", { class: "empty" }, error.status === 404 ? words.gone : error.message));
      return;
    }
    // Somebody has gone elsewhere meanwhile.
    if (this.wanted !== number) return;
    this.letter = letter;
    this.draw();
    this.place.scrollTop = 0;
    if (!letter.seen) await patch(`letters/${number}`, { seen: true });
  }

  get tabs() {
    return TABS.filter((tab) => (tab === "html" ? this.letter.has_html : tab === "files" ? this.letter.files.length : true));
  }

  choose(place) {
    const tab = TABS[place];
    if (this.letter && this.tabs.includes(tab)) {
      this.tab = tab;
      this.draw();
    }
  }

  async draw() {
    const { letter } = this;
    const tab = this.tabs.includes(this.tab) ? this.tab : this.tabs[0];
    const body = element("div", { class: `body ${tab}` });
    fill(this.place,
      element("header", { class: "letter-head" },
        element("div", { class: "row tools" },
          element("a", { class: "button quiet only-narrow", href: this.listAddress(), "aria-label": words.letters }, icon("back")),
          iconButton("unread", `${words.markUnread} (u)`, () => this.unread()),
          this.star = iconButton("star", `${words.flag} (s)`, () => this.flag(), { class: "quiet star", "aria-pressed": String(letter.flagged) }),
          iconButton("bin", `${words.delete} (Delete)`, () => this.delete()),
          element("a", { class: "button quiet", href: `/api/letters/${letter.number}/source?download`, title: words.download, "aria-label": words.download }, icon("download")),
          this.about.release && iconButton("send", words.sendOn, () => this.askRecipients())),
        element("h1", {}, letter.subject || words.noSubject),
        this.people(),
        letter.repaired && element("p", { class: "remark" }, words.repaired)),
      element("div", { class: "row tabs", role: "tablist" },
        ...this.tabs.map((each) => button(this.tabTitle(each), () => { this.tab = each; this.draw(); }, { role: "tab", "aria-selected": String(each === tab) })),
        tab === "html" && iconButton("phone", words.phone, () => { this.narrow = !this.narrow; this.draw(); }, { class: "quiet last", "aria-pressed": String(this.narrow) })),
      body);
    fill(body, ...(await this[tab]()));
    body.dataset.letter = letter.number;
  }

  tabTitle(tab) {
    const titles = { html: words.tabHtml, text: words.tabText, headers: words.tabHeaders, source: words.tabSource, files: words.tabFiles, check: words.tabCheck };
    return tab === "files" ? `${titles.files} ${this.letter.files.length}` : titles[tab];
  }

  people() {
    const { letter } = this;
    const rows = [
      [words.from, letter.from ? [letter.from] : []], [words.to, letter.to], [words.cc, letter.cc],
      [words.bcc, letter.bcc], [words.replyTo, letter.reply_to],
    ].filter(([, found]) => found.length > 0).map(([title, found]) => [title, found.map(person).flatMap((each, at) => (at ? [", ", each] : [each]))]);
    rows.push([words.sent, [fullMoment(letter.sent || letter.received)]]);
    rows.push([words.box, [`${letter.address} / ${letter.folder}`]]);
    return element("dl", {}, ...rows.flatMap(([title, value]) => [element("dt", {}, title), element("dd", {}, ...value)]));
  }

  html() {
    const html = this.letter.texts.find((text) => text.type === "text/html");
    const hasRemote = REMOTE.test(html.text);
    const frame = element("iframe", {
      src: `/api/letters/${this.letter.number}/html${this.remote ? "?remote=1" : ""}`, title: words.tabHtml, class: this.narrow ? "narrow" : null,
      sandbox: "allow-popups allow-popups-to-escape-sandbox", referrerpolicy: "no-referrer",
    });
    if (!hasRemote) return [frame];
    const bar = this.remote
      ? element("div", { class: "bar" }, element("span", {}, words.remoteShown), button(words.remoteHide, () => { this.remote = false; this.draw(); }))
      : element("div", { class: "bar" }, element("span", {}, words.remote), button(words.remoteShow, () => { this.remote = true; this.draw(); }));
    return [bar, frame];
  }

  text() {
    const plain = this.letter.texts.filter((text) => text.type !== "text/html");
    const shown = plain.length ? plain : this.letter.texts;
    if (!shown.length) return [element("p", { class: "empty" }, words.noText)];
    return shown.flatMap((text) => [
      shown.length > 1 || text.type !== "text/plain" ? element("h3", {}, text.type) : null,
      element("pre", { class: text.type === "text/plain" ? "prose" : null }, ...withLinks(text.text)),
      text.cut ? element("p", { class: "remark" }, words.cut) : null,
    ]).filter(Boolean);
  }

  headers() {
    return [element("table", {}, ...this.letter.headers.map(([name, value]) => element("tr", {}, element("th", {}, name), element("td", {}, value))))];
  }

  async source() {
    const text = await source(this.letter.number);
    return [element("pre", {}, text.length > 1000000 ? `${text.slice(0, 1000000)}…` : text)];
  }

  files() {
    return [element("ul", { class: "attached" }, ...this.letter.files.map((file) => {
      const path = `/api/letters/${this.letter.number}/files/${file.place}`;
      const shown = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type);
      return element("li", {},
        shown ? element("img", { src: `${path}?show`, alt: "", loading: "lazy" }) : element("span", { class: "kind" }, icon("clip")),
        element("div", {}, element("b", {}, file.name || file.type), element("small", {}, `${file.type} · ${size(file.size)}`)),
        element("a", { class: "button", href: path, download: file.name || "" }, words.save));
    }))];
  }

  async check() {
    const { remarks, links, pictures } = await get(`letters/${this.letter.number}/check`);
    const told = remarks.map(({ code, detail }) => element("li", {}, words.remarks[code] || code, detail && element("code", {}, detail)));
    const rows = links.map(({ address, text }) => element("tr", {}, element("th", {}, text || "—"), element("td", {}, ...withLinks(address))));
    return [
      told.length ? element("ul", { class: "remarks" }, ...told) : element("p", { class: "empty-line" }, words.sound),
      links.length > 0 && element("h3", {}, `${words.links}: ${links.length}`), links.length > 0 && element("table", {}, ...rows),
      pictures.length > 0 && element("h3", {}, `${words.pictures}: ${pictures.length}`),
      pictures.length > 0 && element("ul", { class: "plain" }, ...pictures.map((each) => element("li", {}, element("code", {}, each)))),
    ];
  }

  async flag() {
    const { letter } = this;
    if (!letter) return;
    letter.flagged = !letter.flagged;
    this.star.setAttribute("aria-pressed", String(letter.flagged));
    await patch(`letters/${letter.number}`, { flagged: letter.flagged });
  }

  async unread() {
    if (!this.letter) return;
    await patch(`letters/${this.letter.number}`, { seen: false });
    location.hash = this.listAddress();
  }

  async delete() {
    if (!this.letter) return;
    const { number } = this.letter;
    this.letter = null;
    await remove(`letters/${number}`).catch((error) => note(error.message, true));
    this.onGone(number);
  }

  askRecipients() {
    const field = element("input", { type: "text", value: this.letter.to.map((each) => each.address).join(", "), "aria-label": words.sendOnTo });
    const dialog = element("dialog", { onclose: () => dialog.remove() },
      element("h2", {}, `${words.sendOnTitle} ${this.about.release}`), element("label", {}, words.sendOnTo, field),
      element("div", { class: "row end" }, button(words.cancel, () => dialog.close()),
        button(words.sendOn, () => { this.sendOn(field.value); dialog.close(); }, { class: "main" })));
    document.body.append(dialog);
    dialog.showModal();
  }

  async sendOn(recipients) {
    try {
      await post(`letters/${this.letter.number}/release`, { to: recipients.split(",").map((each) => each.trim()).filter(Boolean) });
      note(words.sendOnDone);
    } catch (error) {
      note(error.message, true);
    }
  }
}

function person({ name, address }) {
  return name ? element("span", { title: address }, element("b", {}, name), ` <${address}>`) : element("b", {}, address);
}

// Addresses of pages become links; all else stays text.
function withLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((piece, at) =>
    at % 2 ? element("a", { href: piece, target: "_blank", rel: "noopener noreferrer" }, piece) : piece);
}
