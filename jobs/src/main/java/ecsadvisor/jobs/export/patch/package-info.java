/** Turns a proposal into files that apply it and undo it; pure, nothing from outside is trusted. */
@NullMarked
package ecsadvisor.jobs.export.patch;

import org.jspecify.annotations.NullMarked;
