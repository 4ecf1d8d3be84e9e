// The sheet in which a file keeps its settings (core/settings.ts reads it).

export const SETTINGS_SHEET = "UCJ_Pengaturan";
