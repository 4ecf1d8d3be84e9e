// The clock of every measurement: processor time of this process, so that whatever else runs counts for little.

/** Milliseconds, user and system, helper threads of the garbage collector included. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
