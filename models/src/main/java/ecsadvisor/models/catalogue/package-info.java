/** What is asked: the rows of the design document and of today's Security Hub, as data. */
@NullMarked
package ecsadvisor.models.catalogue;

import org.jspecify.annotations.NullMarked;
