@NullMarked
package org.aletheia.platform.openapi;

import org.jspecify.annotations.NullMarked;
