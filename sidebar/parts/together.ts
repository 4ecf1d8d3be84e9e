// A figure and its sign stay on one line: "62,69 %" never breaks before the sign.
export const together = (text: string): string => text.replace(/(\d) %/g, "$1\u00a0%");
