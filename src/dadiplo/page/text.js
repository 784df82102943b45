// Spelling, words, elements. Text enters the page as text nodes only.
const MARKS = /\p{M}+/gu;
const DROPPED = /[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LETTERS = { "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647", "\u06c3": "\u0647",
  "\u06c1": "\u0647", "\u06d5": "\u0647", "\u06be": "\u0647", "\u0671": "\u0627", "\u2019": "'" };
const fold = text => text.replace(DROPPED, "").normalize("NFKC").toLowerCase().normalize("NFKD").replace(MARKS, "")
  .replace(/[\u0649\u06cc\u06a9\u0629\u06c3\u06c1\u06d5\u06be\u0671\u2019]/g, letter => LETTERS[letter]);

const RIGHT_TO_LEFT = new Set(["ar", "ur", "fa", "he"]);
const LANGUAGE_NAMES = new Map();
const $ = id => document.getElementById(id);

/** Returns an element; attributes are set as such, on… as listeners, children are elements or text. */
const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter(child => child !== undefined && child !== null));
  return made;
};

/** Returns the words of the page in its language; what fills a slot keeps its own direction. */
const say = (name, slots = {}) => {
  const text = (DATA.texts[S.language] ?? {})[name] ?? DATA.texts.en[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, slot) => slot in slots ? `\u2068${slots[slot]}\u2069` : whole);
};

/** Returns the label in the page's language, else English, else any, with the language it is in. */
const named = labels => {
  const tag = labels[S.language] !== undefined ? S.language : labels.en !== undefined ? "en" : Object.keys(labels)[0];
  return tag === undefined ? ["", ""] : [labels[tag], tag];
};
const label = thing => named(thing.labels)[0] || thing.id.replace(/^[^:]*:/, "");
const word = key => DATA.words[key] ? named(DATA.words[key])[0] : key.replace(/^[^:]*:/, "");

/** Returns an element that isolates a label and tells its language. */
const name = (labels, tag = "bdi") => {
  const [text, language] = named(labels);
  return el(tag, { lang: language || undefined }, text);
};

const locale = () => ({ ar: "ar-u-nu-latn-ca-gregory", ur: "ur-u-nu-latn-ca-gregory" })[S.language] ?? S.language;
const number = value => new Intl.NumberFormat(locale()).format(value);
/** Returns a date as exactly as it is stated: a year, a month or a day. */
const dated = stated => {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(stated ?? "");
  if (!parts) return stated ?? "";
  const style = { year: "numeric", timeZone: "UTC" };
  if (parts[2]) style.month = parts[3] ? "short" : "long";
  if (parts[3]) style.day = "numeric";
  return new Intl.DateTimeFormat(locale(), style).format(Date.UTC(+parts[1], +(parts[2] ?? 1) - 1, +(parts[3] ?? 1)));
};
const languageName = tag => {
  const key = `${S.language}/${tag}`;
  if (!LANGUAGE_NAMES.has(key)) {
    let found = tag;
    try { found = new Intl.DisplayNames([S.language], { type: "language" }).of(tag); } catch { /* no such tag */ }
    LANGUAGE_NAMES.set(key, found);
  }
  return LANGUAGE_NAMES.get(key);
};
