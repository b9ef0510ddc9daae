/** What people state of controls, read from files. */
@NullMarked
package ecsadvisor.jobs.source.attestation;

import org.jspecify.annotations.NullMarked;
