/**
 * Lines to real servers that are cut at one chosen request, before it is forwarded or after it took effect and before the
 * answer. Requests are known by what they ask, so that a fault means the same in each run.
 */
package org.aletheia.resilience.faults;
