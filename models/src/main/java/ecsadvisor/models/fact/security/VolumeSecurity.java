package ecsadvisor.models.fact.security;

import java.io.Serializable;

/**
 * A volume of a task definition.
 *
 * @param name its name
 * @param hostPath directory of the host; empty for none
 * @param fileSystemId EFS file system; empty for none
 * @param transitEncryption EFS's setting, ENABLED, DISABLED or empty
 * @param iamAuthorization EFS's setting likewise
 * @param accessPointId EFS access point; empty for none
 * @param dockerScope task or shared for a Docker volume; empty for none
 * @param configuredAtLaunch whether the service says what it is (EBS)
 */
public record VolumeSecurity(
    String name,
    String hostPath,
    String fileSystemId,
    String transitEncryption,
    String iamAuthorization,
    String accessPointId,
    String dockerScope,
    boolean configuredAtLaunch)
    implements Serializable {}
