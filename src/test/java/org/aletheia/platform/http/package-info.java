@NullMarked
package org.aletheia.platform.http;

import org.jspecify.annotations.NullMarked;
