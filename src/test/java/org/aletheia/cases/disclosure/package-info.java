@NullMarked
package org.aletheia.cases.disclosure;

import org.jspecify.annotations.NullMarked;
