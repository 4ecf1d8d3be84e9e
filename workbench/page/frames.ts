// The two small texts the server adds around what ships: one runs in Excel's task pane, one is the frame of Sheets' sidebar.

/** Office.js from Microsoft's network, as the shipped task pane asks for it. */
export const OFFICE_TAG =
  '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

/** In its place: the page's half of Excel, then the same office.js from node_modules. */
export const LOCAL_OFFICE_TAGS =
  '<script src="/excel-seam.js"></script><script src="/vendor/office-js/office.js"></script>';

export const EXCEL_SEAM = `// Hands this window to the page around it, before office.js looks for Excel in it.
if (parent !== window && parent.ucjWorkbench) parent.ucjWorkbench.connectTaskPane(window);
`;

// As at Google, the sidebar's own page arrives by message in a frame of another origin. A page of its own, because a
// srcdoc frame would inherit the page's rule against inline scripts, which the shipped sidebar has.
export const SHEETS_FRAME = `<!doctype html>
<meta charset="utf-8" />
<title>Sidebar</title>
<script>
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data || data.ucj !== "page") return;
    document.open();
    document.write(data.html);
    document.close();
  });
  parent.postMessage({ ucj: "frame" }, "*");
</script>
`;
