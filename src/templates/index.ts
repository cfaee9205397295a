import type { Template } from "../core/model/template";
import { gb2014 } from "./gb2014";
import { nb2019 } from "./nb2019";
import { nb2021 } from "./nb2021";
import { text2008 } from "./text2008";
import { tj2017 } from "./tj2017";

/** Every form that Gouji knows, oldest first. */
export const templates: readonly Template[] = [text2008, gb2014, tj2017, nb2019, nb2021];
