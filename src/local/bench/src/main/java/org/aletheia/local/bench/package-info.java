/**
 * Benchmarks of the whole server against the bare services beneath it, in one run on one machine, so that only ratios
 * matter. Both sides use the same HTTP client, connections and tokens are reused, and each pair is run in turn.
 */
package org.aletheia.local.bench;
