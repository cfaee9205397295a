import { element, icon } from "./dom";

/** The buttons of the tab 勾稽, named as the functions that manifest.xml gives them. */
export const RIBBON_ACTIONS = {
  forms: "showForms",
  check: "showCheck",
  report: "showReport",
  submit: "showSubmit",
} as const;

export type RibbonAction = (typeof RIBBON_ACTIONS)[RibbonGroup];
type RibbonGroup = keyof typeof RIBBON_ACTIONS;

type ButtonTexts = { readonly label: string; readonly button: string; readonly tip: string };

export type RibbonTexts = {
  readonly ribbon: string;
  readonly files: string;
  readonly open: string;
  readonly openTip: string;
  readonly save: string;
  readonly saveTip: string;
  readonly groups: Readonly<Record<RibbonGroup, ButtonTexts>>;
};

export type RibbonHandlers = {
  readonly onAction: (action: RibbonAction) => void;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
};

const ICONS: Readonly<Record<RibbonGroup | "open" | "save", string>> = {
  open: "M2.5 4.5h5l1.5 2h8.5v9h-15zM2.5 8.5h15",
  save: "M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13",
  forms: "M3.5 3.5h13v13h-13zM3.5 7.5h13M8 7.5v9M12.5 7.5v9M3.5 12h13",
  check: "M3.5 10.5 8 15l8.5-10",
  report: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3.5",
  submit: "M17.5 2.5 9 11M17.5 2.5 12 17.5 9 11 2.5 8z",
};

/** The bar above the grid: files on the left, then the groups of the product's ribbon tab. */
export function createRibbon(texts: RibbonTexts, handlers: RibbonHandlers): HTMLElement {
  const picker = element("input", { type: "file", accept: ".xlsx", hidden: "", "data-testid": "open-file" });
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    // The same file can be chosen again.
    picker.value = "";
    if (file !== undefined) handlers.onOpen(file);
  });
  const open = ribbonButton("open", texts.open, texts.openTip, () => {
    picker.click();
  });
  const save = ribbonButton("save", texts.save, texts.saveTip, handlers.onSave);
  const groups = (Object.keys(RIBBON_ACTIONS) as RibbonGroup[]).map((group) => {
    const { label, button, tip } = texts.groups[group];
    return ribbonGroup(
      label,
      ribbonButton(group, button, tip, () => {
        handlers.onAction(RIBBON_ACTIONS[group]);
      }),
    );
  });
  return element(
    "div",
    { class: "ribbon", role: "toolbar", "aria-label": texts.ribbon },
    ribbonGroup(texts.files, open, save, picker),
    ...groups,
  );
}

function ribbonGroup(label: string, ...buttons: readonly HTMLElement[]): HTMLElement {
  return element(
    "div",
    { class: "ribbon-group", role: "group", "aria-label": label },
    element("div", { class: "ribbon-buttons" }, ...buttons),
    element("div", { class: "ribbon-label", "aria-hidden": "true" }, label),
  );
}

function ribbonButton(drawing: keyof typeof ICONS, label: string, tip: string, onClick: () => void): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", title: tip, class: "ribbon-button", "data-action": drawing },
    icon(ICONS[drawing]),
    label,
  );
  button.addEventListener("click", onClick);
  return button;
}
