// The ribbon's second button: recalculates every formula of the workbook, UCJ functions included.

/** Asks Excel for a full recalculation, which also wakes functions that answered before the add-in had started. */
async function ucjRecalculate(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Excel.run(async (context) => {
      context.workbook.application.calculate("Full");
      await context.sync();
    });
  } finally {
    event.completed();
  }
}

Office.actions?.associate("ucjRecalculate", ucjRecalculate);
