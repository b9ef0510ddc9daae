/**
 * Readers: find files, check them, bring each form to one canonical schema, count what is skipped.
 */
@NullMarked
package ecsadvisor.jobs.source;

import org.jspecify.annotations.NullMarked;
