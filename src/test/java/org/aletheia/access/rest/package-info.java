@NullMarked
package org.aletheia.access.rest;

import org.jspecify.annotations.NullMarked;
