/** The security findings in the formats that other tools read: OCSF, ASFF and OSCAL. */
@NullMarked
package ecsadvisor.jobs.export.security;

import org.jspecify.annotations.NullMarked;
