// How the tests run: TypeScript through esbuild, plain Node, the built files of dist/ at hand.
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  transform: { "\\.(tsx?|m?js)$": "<rootDir>/tools/jest-esbuild.cjs" },
  transformIgnorePatterns: ["/node_modules/(?!@ironcalc/)", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  setupFiles: ["<rootDir>/tests/setup.cjs"],
  testTimeout: 30000,
};
