// What clients and the server said to each other.
import { ask, element, fill, icon, iconButton } from "./elements.js";
import { get, remove } from "./requests.js";
import { fullMoment, shortMoment, words } from "./words.js";

export class Connections {
  constructor(list, reading) {
    this.list = list;
    this.reading = reading;
    this.number = null;
    this.found = [];
  }

  async show(number) {
    this.number = number;
    this.found = await get("connections");
    // Somebody has gone elsewhere meanwhile.
    if (!location.hash.startsWith("#/connections")) return;
    this.draw();
    await this.open();
  }

  draw() {
    fill(this.list,
      element("header", {}, element("h1", {}, words.connections), iconButton("bin", words.clearLog, () => this.clear(), { disabled: this.found.length === 0 })),
      element("div", { class: "rows" },
        ...this.found.map((each) => this.row(each)),
        this.found.length === 0 && element("p", { class: "empty" }, words.noConnections)));
  }

  row(each) {
    return element("a", { class: each.number === this.number ? "letter here" : "letter", href: `#/connections/${each.number}` },
      element("span", { class: "who" }, each.user || words.noUser),
      element("time", { datetime: each.started, title: each.started }, shortMoment(each.started)),
      element("span", { class: "subject" }, each.protocol.toUpperCase(), each.tls ? element("em", {}, "TLS") : null, each.ended ? null : element("em", { class: "live" }, words.goesOn)),
      element("span", { class: "whose" }, each.peer));
  }

  async open() {
    if (this.number === null) {
      fill(this.reading, element("p", { class: "empty" }, words.chooseConnection));
      return;
    }
    const said = await get(`connections/${this.number}`).catch(() => []);
    const current = this.found.find((each) => each.number === this.number);
    const titles = { client: words.client, server: words.server, note: words.remark };
    const down = this.reading.scrollHeight - this.reading.scrollTop - this.reading.clientHeight < 40;
    fill(this.reading,
      element("div", { class: "row tools only-narrow" }, element("a", { class: "button quiet", href: "#/connections" }, icon("back"))),
      current && element("div", { class: "said-head" }, element("h1", {}, `${current.protocol.toUpperCase()}${current.tls ? " · TLS" : ""}`),
        element("p", {}, `${current.user || words.noUser} · ${current.peer} · ${fullMoment(current.started)}`)),
      element("ol", { class: "wire" }, ...said.map((each) => element("li", { class: each.who },
        element("time", {}, each.seconds.toFixed(3)), element("span", { class: "who" }, titles[each.who] || each.who), element("pre", {}, each.text)))));
    if (down) this.reading.scrollTop = this.reading.scrollHeight;
    clearTimeout(this.timer);
    // Only beginnings and ends are told; what is said in between is looked for.
    if (current && !current.ended) this.timer = setTimeout(() => location.hash === `#/connections/${this.number}` && this.open(), 1000);
  }

  async clear() {
    if (!(await ask(`${words.clearLog}?`, words.yesDelete, words.cancel))) return;
    await remove("connections");
    location.hash = "#/connections";
    await this.show(null);
  }
}
