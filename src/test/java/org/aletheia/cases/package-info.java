@NullMarked
package org.aletheia.cases;

import org.jspecify.annotations.NullMarked;
