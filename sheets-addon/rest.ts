// What is not in the first view: further files of the script project, asked of the server.

interface Runner {
  withSuccessHandler(then: (text: string) => void): Runner;
  withFailureHandler(then: (error: Error) => void): Runner;
  ucjPanels(file: string): void;
}

declare const google: { script: { run: Runner } };

export const load = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((text) => {
        const script = document.createElement("script");
        script.textContent = text.replace(/^\s*<script>|<\/script>\s*$/g, "");
        document.body.append(script);
        resolve();
      })
      .withFailureHandler(reject)
      .ucjPanels(file);
  });
