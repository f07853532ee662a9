/**
 * Runs inside the packaged server: starts it as its own jar does, and lets the benchmarks call its services where they lie,
 * without HTTP between. Only {@code driver} sees the server's classes.
 */
package org.aletheia.local.bench.inside;
