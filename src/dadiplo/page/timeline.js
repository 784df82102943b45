// Time: how many events in each quarter, by kind, and the two handles that choose a span.
const bars = $("bars");
const TIME = { pad: 14, height: 64, width: 0 };
const quarterDay = value => `${Math.floor(value / 4)}-${String((value % 4) * 3 + 1).padStart(2, "0")}`;
const timeX = value => TIME.pad + (value - DATA.span[0]) / (DATA.span[1] + 1 - DATA.span[0]) * (TIME.width - 2 * TIME.pad);

const timeline = () => {
  const width = bars.parentElement.clientWidth, ratio = Math.min(window.devicePixelRatio || 1, 2);
  TIME.width = width;
  bars.width = width * ratio;
  bars.height = TIME.height * ratio;
  const ink = bars.getContext("2d");
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  ink.clearRect(0, 0, width, TIME.height);
  const count = DATA.span[1] - DATA.span[0] + 1;
  const heaps = Array.from({ length: count }, () => new Map());
  for (const event of DATA.events) {
    if (!event.span || !passes(event, "time")) continue;
    // What is known to the year alone stands in its first quarter.
    const heap = heaps[event.span[0] - DATA.span[0]];
    heap.set(typeOf(event), (heap.get(typeOf(event)) ?? 0) + 1);
  }
  const most = Math.max(1, ...heaps.map(heap => [...heap.values()].reduce((sum, n) => sum + n, 0)));
  const floor = TIME.height - 17, top = 6, slot = (width - 2 * TIME.pad) / count;
  heaps.forEach((heap, i) => {
    let y = floor;
    const on = DATA.span[0] + i >= S.from && DATA.span[0] + i <= S.to;
    for (const type of [...TYPES, "other"]) {
      const height = (heap.get(type) ?? 0) / most * (floor - top);
      if (!height) continue;
      ink.globalAlpha = on ? 0.92 : 0.18;
      ink.fillStyle = COLOURS.types[type];
      ink.fillRect(TIME.pad + i * slot + slot * 0.12, y - height, Math.max(1, slot * 0.76), height);
      y -= height;
    }
  });
  ink.globalAlpha = 1;
  ink.fillStyle = COLOURS.line;
  ink.fillRect(TIME.pad, floor, width - 2 * TIME.pad, 1);
  ink.font = `11px ${COLOURS.font}`;
  ink.textBaseline = "top";
  ink.textAlign = "left";
  const every = Math.max(1, Math.ceil(46 / (slot * 4)));
  for (let year = DATA.span[0] / 4; year <= DATA.span[1] / 4; year++) {
    if ((year - DATA.span[0] / 4) % every) continue;
    ink.fillStyle = COLOURS.line;
    ink.fillRect(timeX(year * 4), floor, 1, 4);
    ink.fillStyle = COLOURS.soft;
    ink.fillText(String(year), timeX(year * 4) + 3, floor + 4);
  }
  const x0 = timeX(S.from), x1 = timeX(S.to + 1);
  ink.fillStyle = COLOURS.accent;
  if (!wholeTime()) { ink.globalAlpha = 0.09; ink.fillRect(x0, 0, x1 - x0, floor); ink.globalAlpha = 1; }
  for (const x of [x0, x1]) { ink.fillRect(x - 1, 4, 2, floor - 4); ink.beginPath(); ink.roundRect(x - 4, 12, 8, 20, 4); ink.fill(); }
  for (const [id, value] of [["first", S.from], ["last", S.to]]) {
    const handle = $(id);
    [handle.min, handle.max, handle.step] = [DATA.span[0], DATA.span[1], 1];
    handle.value = value;
    handle.setAttribute("aria-valuetext", dated(quarterDay(value)));
  }
  const rest = wholeTime() && V.undated ? ` · ${say("undated", { n: number(V.undated) })}` : "";
  $("span").textContent = wholeTime() ? `${Math.floor(S.from / 4)}–${Math.floor(S.to / 4)}${rest}`
    : `${dated(quarterDay(S.from))} – ${dated(quarterDay(S.to).slice(0, 5) + String((S.to % 4) * 3 + 3).padStart(2, "0"))}`;
};

const timeOf = x => Math.max(DATA.span[0], Math.min(DATA.span[1] + 1,
  Math.round(DATA.span[0] + (x - TIME.pad) / (TIME.width - 2 * TIME.pad) * (DATA.span[1] + 1 - DATA.span[0]))));
const setTime = (from, to) => {
  S.from = Math.max(DATA.span[0], Math.min(from, to));
  S.to = Math.min(DATA.span[1], Math.max(from, to));
  changed("time");
};

const timeEvents = () => {
  $("first").addEventListener("input", e => setTime(Math.min(+e.target.value, S.to), S.to));
  $("last").addEventListener("input", e => setTime(S.from, Math.max(+e.target.value, S.from)));
  let drag = null;
  bars.addEventListener("pointerdown", e => {
    const x = e.offsetX, near = value => Math.abs(timeX(value) - x) < 9;
    bars.setPointerCapture(e.pointerId);
    if (near(S.from)) drag = { fixed: S.to + 1 };
    else if (near(S.to + 1)) drag = { fixed: S.from };
    else if (!wholeTime() && x > timeX(S.from) && x < timeX(S.to + 1)) drag = { grab: timeOf(x), from: S.from, to: S.to };
    else drag = { fixed: timeOf(x), fresh: true };
  });
  bars.addEventListener("pointermove", e => {
    if (!drag) return;
    const now = timeOf(e.offsetX);
    if (drag.grab !== undefined) {
      const by = Math.max(DATA.span[0] - drag.from, Math.min(now - drag.grab, DATA.span[1] - drag.to));
      setTime(drag.from + by, drag.to + by);
    } else if (now !== drag.fixed) setTime(Math.min(now, drag.fixed), Math.max(now, drag.fixed) - 1);
  });
  bars.addEventListener("pointerup", () => { drag = null; });
  bars.addEventListener("dblclick", () => setTime(...DATA.span));
};
