@NullMarked
package org.aletheia.cases.rest;

import org.jspecify.annotations.NullMarked;
