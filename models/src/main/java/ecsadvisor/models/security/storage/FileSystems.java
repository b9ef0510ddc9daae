package ecsadvisor.models.security.storage;

import ecsadvisor.models.fact.security.SecurityFacts;
import ecsadvisor.models.finding.Evidence;
import ecsadvisor.models.security.CheckReason;
import ecsadvisor.models.security.CheckResult;
import ecsadvisor.models.security.Freshness;

/** EFS file systems that volumes name. */
final class FileSystems {
  static final String KIND = "efs-file-system";
  static final String CALL = "aws efs describe-file-systems";

  private FileSystems() {}

  /** The answer for a file system that the inventory lacks. */
  static CheckResult unresolved(SecurityFacts service, KeptVolume volume) {
    CheckResult unread = Freshness.unread(service, KIND, CALL);
    return unread != null
        ? unread
        : CheckResult.noData(
            CheckReason.UNRESOLVED_REFERENCE,
            KIND,
            "Add " + CALL + " of the account that owns the file system.",
            volume.evidence(),
            new Evidence("fileSystemId", volume.volume().fileSystemId()));
  }
}
