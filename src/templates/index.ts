import type { Template } from "../core/model/template";
import { nb2019 } from "./nb2019";
import { nb2021 } from "./nb2021";

/** Every form that Gouji knows, oldest first. */
export const templates: readonly Template[] = [nb2019, nb2021];
