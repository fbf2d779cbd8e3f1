// Faults on demand.
import { button, element, fill, icon, note } from "./elements.js";
import { get, post, remove } from "./requests.js";
import { words } from "./words.js";

export class Faults {
  constructor(list, reading) {
    this.list = list;
    this.reading = reading;
    this.draft = "";
  }

  async show() {
    const { faults, presets } = await get("faults");
    // Somebody has gone elsewhere meanwhile.
    if (location.hash !== "#/faults") return;
    fill(this.list,
      element("header", {}, element("h1", {}, words.faults)),
      element("div", { class: "rows padded" },
        element("p", {}, words.faultsAbout), element("h2", {}, words.faultsExamples), this.help()));
    fill(this.reading,
      element("div", { class: "row tools only-narrow" }, element("a", { class: "button quiet", href: "#/" }, icon("back"))),
      element("div", { class: "padded" },
        element("div", { class: "row" }, element("h1", {}, words.faultsNow),
          faults.length > 0 && button(words.clear, () => this.change(remove("faults")), { class: "last" })),
        faults.length === 0 && element("p", { class: "empty-line" }, words.faultsNone),
        element("ul", { class: "faults" }, ...faults.map((each) => this.row(each))),
        element("h2", {}, words.faultsReady),
        element("div", { class: "choices" }, ...presets.map((each) => this.preset(each, faults))),
        element("h2", {}, words.faultsOwn), this.form()));
  }

  preset({ name, line }, faults) {
    const there = faults.find((each) => each.line === line);
    const text = (words.presets && words.presets[line]) || name;
    return button(text, () => this.change(there ? remove(`faults/${there.number}`) : post("faults", { line })),
      { title: line, class: "choice", "aria-pressed": String(Boolean(there)) });
  }

  row(each) {
    return element("li", { class: each.over ? "over" : null }, element("code", {}, each.line),
      element("small", {}, each.over ? words.over : words.happened(each.happened)),
      button(words.removeFault, () => this.change(remove(`faults/${each.number}`))));
  }

  form() {
    const field = element("input", { type: "text", value: this.draft, placeholder: words.faultLine, "aria-label": words.faultLine, spellcheck: "false",
      oninput: () => { this.draft = field.value; } });
    return element("form", { class: "row", onsubmit: (event) => { event.preventDefault(); this.add(field.value); } },
      field, element("button", { class: "main" }, words.add));
  }

  help() {
    return element("dl", { class: "help" }, ...words.faultHelp.flatMap(([line, what]) => [
      element("dt", {}, button(line, () => { this.draft = line; this.show(); }, { class: "code" })), element("dd", {}, what)]));
  }

  async add(line) {
    await this.change(post("faults", { line }).then(() => { this.draft = ""; }));
  }

  async change(promise) {
    try {
      await promise;
    } catch (error) {
      note(error.message, true);
    }
    await this.show();
  }
}
