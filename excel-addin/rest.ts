// The panels that are not in the first view: one more script of the site.

export const loadRest = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "panels.js";
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error("panels.js"));
    };
    document.head.append(script);
  });
