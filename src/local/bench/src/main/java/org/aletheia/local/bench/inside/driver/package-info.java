/** What the benchmarks have the server's own services do. Loaded beside the server's classes. */
package org.aletheia.local.bench.inside.driver;
