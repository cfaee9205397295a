import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

/** How light or dark Office itself is at the moment. */
export type Scheme = "light" | "dark" | "contrast";

/** What Office tells about its theme: colours as #rrggbb. */
export type OfficeColors = { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string };

/** Office on the web tells no theme; it is light there. */
export function schemeOf(colors: OfficeColors | undefined): Scheme {
  if (colors === undefined) return "light";
  const background = luminance(colors.bodyBackgroundColor);
  const text = luminance(colors.bodyForegroundColor);
  if (background === undefined || text === undefined) return "light";
  if (background === 0 && text > 0.5) return "contrast";
  return background < text ? "dark" : "light";
}

/** Relative luminance as in WCAG, 0 black … 1 white. */
function luminance(color: string): number | undefined {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/iu.exec(color);
  if (match === null) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const level = parseInt(part, 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The green of the icon. */
const brand: BrandVariants = {
  10: "#021412",
  20: "#062522",
  30: "#083833",
  40: "#0a4741",
  50: "#0c544d",
  60: "#0d5f57",
  70: "#0e665d",
  80: "#0f6b62",
  90: "#2a7f76",
  100: "#449188",
  110: "#5ea59c",
  120: "#7ab8b0",
  130: "#98cac4",
  140: "#b4dad6",
  150: "#cfe8e5",
  160: "#e8f4f2",
};

/** Chinese first needs a face that is on the machine: YaHei on Windows, PingFang on Mac, Noto or Source Han elsewhere. */
const fontFamilyBase =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** The face of official documents, for the preview of the report. */
export const documentFont =
  '"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Songti SC", "Noto Serif CJK SC", serif';

/** Nothing is smaller than 14 px: small buttons and hints differ by colour and weight. */
const type = { fontFamilyBase, fontSizeBase200: "14px", lineHeightBase200: "20px" };

const light: Theme = { ...createLightTheme(brand), ...type };
const dark: Theme = {
  ...createDarkTheme(brand),
  ...type,
  // Fluent's dark picks are too dim for this green on grey: 4.5:1 needs two steps more.
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[110],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandStroke: brand[120],
};
const contrast: Theme = { ...teamsHighContrastTheme, ...type };

export const themes: Readonly<Record<Scheme, Theme>> = { light, dark, contrast };
