/** The ways in which every part has to be readable. */

export type LookName = "light" | "dark" | "sepia" | "grey" | "deuteranopia" | "phone";

export interface Look {
  readonly label: string;
  readonly theme: "light" | "dark" | "sepia";
}

export const LOOKS: Readonly<Record<LookName, Look>> = {
  light: { label: "Light", theme: "light" },
  dark: { label: "Dark", theme: "dark" },
  sepia: { label: "Sepia", theme: "sepia" },
  grey: { label: "Grey, as printed", theme: "light" },
  deuteranopia: { label: "Deuteranopia, simulated", theme: "light" },
  phone: { label: "320 px", theme: "light" },
};

export const LOOK_NAMES = Object.keys(LOOKS) as LookName[];
