/** What JMH measures: it runs the product's own classes in a process of its own. */
package org.aletheia.local.bench.policy;
