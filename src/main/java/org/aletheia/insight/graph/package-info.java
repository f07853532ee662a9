/** What records have to do with each other. */
@NullMarked
package org.aletheia.insight.graph;

import org.jspecify.annotations.NullMarked;
