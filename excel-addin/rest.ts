// What is not in the first view: further scripts of the site.

export const load = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${file}.js`;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(script.src));
    };
    document.head.append(script);
  });
