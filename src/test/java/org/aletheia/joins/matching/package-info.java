@NullMarked
package org.aletheia.joins.matching;

import org.jspecify.annotations.NullMarked;
