import { element } from "./dom";

export const PANE_WIDTH = { narrowest: 320, usual: 350, widest: 640 } as const;
const KEY_STEP = 10;

/**
 * The handle between grid and task pane: dragged with the mouse, or moved with the arrow keys, Home and End. `resize`
 * gets the pane's new width in pixels, always within PANE_WIDTH.
 */
export function createSplitter(label: string, resize: (width: number) => void): HTMLElement {
  let width: number = PANE_WIDTH.usual;
  const handle = element("div", {
    class: "splitter",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": label,
    "aria-valuemin": String(PANE_WIDTH.narrowest),
    "aria-valuemax": String(PANE_WIDTH.widest),
  });
  const setWidth = (wanted: number): void => {
    width = Math.min(PANE_WIDTH.widest, Math.max(PANE_WIDTH.narrowest, Math.round(wanted)));
    handle.setAttribute("aria-valuenow", String(width));
    resize(width);
  };
  handle.addEventListener("keydown", (event) => {
    const wanted = widthForKey(event.key, width);
    if (wanted === null) return;
    event.preventDefault();
    setWidth(wanted);
  });
  handle.addEventListener("pointerdown", (event) => {
    const start = { x: event.clientX, width };
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("dragging");
    const move = (moved: PointerEvent): void => {
      setWidth(start.width + start.x - moved.clientX);
    };
    const end = (): void => {
      handle.classList.remove("dragging");
      handle.removeEventListener("pointermove", move);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
  setWidth(width);
  return handle;
}

/** The pane is on the right, so the left arrow makes it wider. */
function widthForKey(key: string, width: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return width + KEY_STEP;
    case "ArrowRight":
      return width - KEY_STEP;
    case "Home":
      return PANE_WIDTH.widest;
    case "End":
      return PANE_WIDTH.narrowest;
    default:
      return null;
  }
}
