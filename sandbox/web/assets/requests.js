// The same API that other programs use; see docs/mail-sandbox.md of 1cs.

export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/${path}`, options);
  const found = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, found.error || response.statusText);
  return found;
}

export const get = (path) => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);

export async function source(number) {
  const response = await fetch(`/api/letters/${number}/source`);
  if (!response.ok) throw new Refused(response.status, response.statusText);
  return response.text();
}

// Calls back by the name of what changed; after a break everything counts as changed.
export function listen(onChange, onState) {
  const stream = new EventSource("/api/events");
  for (const name of ["letters", "connections", "faults"]) stream.addEventListener(name, () => onChange(name));
  stream.addEventListener("ready", () => { onState(true); onChange("all"); });
  stream.onerror = () => onState(false);
}
