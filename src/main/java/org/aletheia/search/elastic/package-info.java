/** All that speaks to Elasticsearch: mappings, index roll-over, bulk writes, queries. The only importer of its client. */
@NullMarked
package org.aletheia.search.elastic;

import org.jspecify.annotations.NullMarked;
