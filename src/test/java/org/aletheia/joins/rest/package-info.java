@NullMarked
package org.aletheia.joins.rest;

import org.jspecify.annotations.NullMarked;
