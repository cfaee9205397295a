import type { Nullable } from "@univerjs/core";
import { invalidArgument } from "./api-error";
import { asText } from "./arguments";

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  pink: "#FFC0CB",
  gray: "#808080",
  grey: "#808080",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  darkgray: "#A9A9A9",
  silver: "#C0C0C0",
  brown: "#A52A2A",
  cyan: "#00FFFF",
  magenta: "#FF00FF",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
  olive: "#808000",
  gold: "#FFD700",
  lightyellow: "#FFFFE0",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
};

/** A colour as Office.js takes it, `#rrggbb` or an HTML name, in the form `#RRGGBB`. */
export function colorOf(value: unknown): string {
  const text = asText(value).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const color = hex === undefined ? NAMED[text.toLowerCase()] : `#${hex.toUpperCase()}`;
  if (color === undefined) {
    throw invalidArgument(`colour ${text}`);
  }
  return color;
}

/** Univer's colour (`#rgb`, `#rrggbb`, `rgb(r,g,b)`) as Excel tells it; undefined when there is none. */
export function toColor(rgb: Nullable<string>): string | undefined {
  if (typeof rgb !== "string" || rgb === "") {
    return undefined;
  }
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (parts !== null) {
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(rgb);
  return (
    short === null
      ? rgb
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join("")}`
  ).toUpperCase();
}
