// What every test file starts with: what Node 20 lacks, and the seed of all generated cases.

// The grid library expects Node 22.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
};

// What the tests say of a commit depends on the commit alone. UCJ_SEED=random, or a number, looks at other cases.
const { UCJ_SEED = "20261121" } = process.env;
if (UCJ_SEED !== "random") require("fast-check").configureGlobal({ seed: Number(UCJ_SEED) });
