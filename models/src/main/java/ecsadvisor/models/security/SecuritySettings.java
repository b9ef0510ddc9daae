package ecsadvisor.models.security;

import ecsadvisor.models.security.audit.TrailRecords;
import ecsadvisor.models.security.change.DeployedByPipeline;
import ecsadvisor.models.security.change.ImagesScanned;
import ecsadvisor.models.security.change.ManagedByCode;
import ecsadvisor.models.security.change.NoDrift;
import ecsadvisor.models.security.continuity.DedicatedTenancy;
import ecsadvisor.models.security.continuity.SeveralTasks;
import ecsadvisor.models.security.entry.TargetsEncrypted;
import ecsadvisor.models.security.identity.PasswordPolicy;
import ecsadvisor.models.security.identity.RolesUsed;
import ecsadvisor.models.security.secret.NoSecretsInDefinition;
import ecsadvisor.models.security.storage.VolumesBackedUp;
import ecsadvisor.models.security.task.LatestPlatformVersion;
import ecsadvisor.models.security.task.NoSensitiveHostPaths;

/**
 * The settings of all checks. The components' names are the sections of {@code checks} in the
 * settings file.
 */
public record SecuritySettings(
    NoSensitiveHostPaths.Settings noSensitiveHostPaths,
    LatestPlatformVersion.Settings latestPlatformVersion,
    RolesUsed.Settings rolesUsed,
    PasswordPolicy.Settings passwordPolicy,
    TargetsEncrypted.Settings targetsEncrypted,
    VolumesBackedUp.Settings volumesBackedUp,
    ManagedByCode.Settings managedByCode,
    NoDrift.Settings noDrift,
    ImagesScanned.Settings imagesScanned,
    DeployedByPipeline.Settings deployedByPipeline,
    SeveralTasks.Settings severalTasks,
    DedicatedTenancy.Settings dedicatedTenancy,
    NoSecretsInDefinition.Settings noSecretsInDefinition,
    TrailRecords.Settings trailRecords) {
  /** What holds where the user says nothing. */
  public static SecuritySettings defaults() {
    return new SecuritySettings(
        NoSensitiveHostPaths.Settings.defaults(),
        LatestPlatformVersion.Settings.defaults(),
        RolesUsed.Settings.defaults(),
        PasswordPolicy.Settings.defaults(),
        TargetsEncrypted.Settings.defaults(),
        VolumesBackedUp.Settings.defaults(),
        ManagedByCode.Settings.defaults(),
        NoDrift.Settings.defaults(),
        ImagesScanned.Settings.defaults(),
        DeployedByPipeline.Settings.defaults(),
        SeveralTasks.Settings.defaults(),
        DedicatedTenancy.Settings.defaults(),
        NoSecretsInDefinition.Settings.defaults(),
        TrailRecords.Settings.defaults());
  }
}
