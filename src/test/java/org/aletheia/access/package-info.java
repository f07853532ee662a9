@NullMarked
package org.aletheia.access;

import org.jspecify.annotations.NullMarked;
