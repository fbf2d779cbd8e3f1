// Puts the page together: where it is shows in the address after #.
import { LetterList, Side, boxPath } from "./boxes.js";
import { Connections } from "./connections.js";
import { element, fill, note } from "./elements.js";
import { Faults } from "./faults.js";
import { obeyKeys, showKeys } from "./keys.js";
import { Letter } from "./letter.js";
import { get, listen } from "./requests.js";
import { language, words } from "./words.js";

function routeOf(hash) {
  const [view, first, second] = hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  if (view === "letter") return { view: "letters", letter: Number(first) };
  if (view === "box") return { view: "letters", address: first, folder: second };
  if (view === "connections") return { view, number: first ? Number(first) : null };
  return { view: view === "faults" ? view : "letters" };
}

class Page {
  constructor(about) {
    const [side, list, reading] = ["side", "list", "reading"].map((id) => document.getElementById(id));
    this.reading = reading;
    this.side = new Side(side, about);
    this.letters = new LetterList(list, null, about);
    this.letter = new Letter(reading, about, (number) => this.afterDeleted(number), () => this.listAddress());
    this.connections = new Connections(list, reading);
    this.faults = new Faults(list, reading);
    this.route = { view: "" };
  }

  async go() {
    const route = routeOf(location.hash);
    this.letter.leave();
    const wasList = this.route.view === "letters";
    // A letter opens beside the list it was chosen from.
    if (route.letter && wasList) Object.assign(route, { address: this.route.address, folder: this.route.folder });
    const sameList = wasList && route.address === this.route.address && route.folder === this.route.folder;
    this.route = route;
    document.body.dataset.reading = String(Boolean(route.letter || route.number || route.view === "faults"));
    this.side.draw(route);
    if (route.view === "connections") return this.connections.show(route.number);
    if (route.view === "faults") return this.faults.show();
    if (!sameList) await this.letters.show(route);
    // Somebody has gone elsewhere meanwhile.
    if (this.route !== route) return null;
    this.letters.mark(route.letter || null);
    if (route.letter) return this.letter.open(route.letter);
    return this.inviteToChoose();
  }

  inviteToChoose() {
    fill(this.reading, this.letters.letters.length > 0 && element("p", { class: "empty" }, words.choose));
  }

  async changed(what) {
    if (what === "letters" || what === "all") await this.side.reload();
    if (what === "faults" || what === "all") this.side.faults = (await get("faults")).faults.filter((each) => !each.over).length;
    this.side.draw(this.route);
    if (this.route.view === "letters" && what !== "faults" && what !== "connections") {
      await this.letters.reload();
      if (this.route.view === "letters" && !this.route.letter) this.inviteToChoose();
    }
    if (this.route.view === "connections" && what === "connections") await this.connections.show(this.route.number);
    // What is being typed there must not be lost.
    if (this.route.view === "faults" && what === "faults" && document.activeElement.tagName !== "INPUT") await this.faults.show();
  }

  online(isOnline) {
    this.side.online = isOnline;
    this.side.draw(this.route);
  }

  step(by) {
    if (this.route.view !== "letters") return;
    const number = this.letters.beside(by);
    if (number) location.hash = `#/letter/${number}`;
  }

  listAddress() {
    return this.route.address ? boxPath(this.route) : "#/";
  }

  afterDeleted(number) {
    this.letters.current = number;
    const next = this.letters.beside(1) || this.letters.beside(-1);
    location.hash = next ? `#/letter/${next}` : this.listAddress();
  }

  keys() {
    const reading = () => this.route.view === "letters" && this.route.letter;
    return {
      j: () => this.step(1), k: () => this.step(-1), ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1),
      x: () => this.route.view === "letters" && this.letters.chooseCurrent(), s: () => reading() && this.letter.flag(),
      Enter: () => this.step(0), u: () => reading() && this.letter.unread(), Delete: () => reading() && this.letter.delete(),
      "#": () => reading() && this.letter.delete(), "/": () => this.letters.field.focus(), Escape: () => { if (!this.letters.choose([])) location.hash = this.listAddress(); },
      g: () => { location.hash = "#/"; }, c: () => { location.hash = "#/connections"; }, f: () => { location.hash = "#/faults"; }, "?": showKeys,
      ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((place) => [String(place + 1), () => reading() && this.letter.choose(place)])),
    };
  }
}

async function start() {
  document.documentElement.lang = language;
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
  const page = new Page(await get("about"));
  const guarded = (promise) => Promise.resolve(promise).catch((error) => note(error.message, true));
  await page.side.reload();
  addEventListener("hashchange", () => guarded(page.go()));
  await page.go();
  listen((what) => guarded(page.changed(what)), (isOnline) => page.online(isOnline));
  obeyKeys(page.keys());
}

start().catch((error) => note(error.message, true));
