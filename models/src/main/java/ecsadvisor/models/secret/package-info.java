/**
 * Finds secrets in the texts of container definitions. Expressions run on RE2/J, in linear time,
 * because strangers write what they look at. What is found is told by place, name and rule; the
 * text itself never leaves.
 */
@NullMarked
package ecsadvisor.models.secret;

import org.jspecify.annotations.NullMarked;
