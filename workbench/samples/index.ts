// Every sample, in the order of the picker.
import { BANYUMAS } from "./banyumas";
import { BATAM } from "./batam";
import { KENDARI } from "./kendari";
import { KONAWE } from "./konawe";
import type { Sample } from "./sample";
import { SINGKAWANG } from "./singkawang";
import { SINJAI } from "./sinjai";
import { TEXT } from "./text";

export const SAMPLES: readonly Sample[] = [KENDARI, KONAWE, SINGKAWANG, SINJAI, BATAM, BANYUMAS, TEXT];
