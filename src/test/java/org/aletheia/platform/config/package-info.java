@NullMarked
package org.aletheia.platform.config;

import org.jspecify.annotations.NullMarked;
