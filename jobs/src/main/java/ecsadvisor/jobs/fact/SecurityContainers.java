package ecsadvisor.jobs.fact;

import static ecsadvisor.jobs.source.file.JsonFields.field;
import static ecsadvisor.jobs.source.file.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import ecsadvisor.models.fact.security.ContainerSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.LogSecurity;
import ecsadvisor.models.fact.security.ContainerSecurity.MountPoint;
import ecsadvisor.models.fact.security.ContainerSecurity.PortMapping;
import ecsadvisor.models.fact.security.ContainerSecurity.Ulimit;
import ecsadvisor.models.fact.security.SecretHit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a container definition says of isolation, identity and logging. */
final class SecurityContainers {
  private SecurityContainers() {}

  static ContainerSecurity of(JsonNode definition) {
    SecurityFields fields = SecurityFields.of(definition);
    SecurityFields linux = fields.part("linuxParameters");
    Integer cpuUnits = fields.size("cpu");
    return new ContainerSecurity(
        fields.text("name"),
        fields.text("image"),
        fields.flag("privileged"),
        fields.text("user"),
        fields.flag("readonlyRootFilesystem"),
        cpuUnits == null ? 0 : cpuUnits,
        fields.size("memory"),
        fields.size("memoryReservation"),
        ports(fields),
        mounts(fields),
        linux.part("capabilities").texts("add"),
        fields.texts("dockerSecurityOptions"),
        ulimits(fields),
        linux.parts("devices").stream().map(device -> device.text("hostPath")).sorted().toList(),
        InventoryBodies.texts(field(definition, "environment"), "name"),
        InventoryBodies.texts(field(definition, "environmentFiles"), "value"),
        hits(field(definition, "secretHits")),
        field(definition, "secretsScanned").asBoolean(false),
        log(fields.part("logConfiguration")),
        field(definition, "firelensConfiguration").isObject(),
        text(definition, "versionConsistency"),
        fields.open());
  }

  private static List<PortMapping> ports(SecurityFields container) {
    List<PortMapping> ports = new ArrayList<>();
    for (SecurityFields mapping : container.parts("portMappings")) {
      ports.add(new PortMapping(mapping.count("containerPort"), mapping.count("hostPort")));
    }
    return ports;
  }

  private static List<MountPoint> mounts(SecurityFields container) {
    List<MountPoint> mounts = new ArrayList<>();
    for (SecurityFields mount : container.parts("mountPoints")) {
      mounts.add(
          new MountPoint(
              mount.text("sourceVolume"), mount.text("containerPath"), mount.flag("readOnly")));
    }
    return mounts;
  }

  private static List<Ulimit> ulimits(SecurityFields container) {
    List<Ulimit> ulimits = new ArrayList<>();
    for (SecurityFields limit : container.parts("ulimits")) {
      ulimits.add(
          new Ulimit(limit.text("name"), limit.limit("softLimit"), limit.limit("hardLimit")));
    }
    return ulimits;
  }

  private static List<SecretHit> hits(JsonNode found) {
    List<SecretHit> hits = new ArrayList<>();
    for (JsonNode hit : found) {
      hits.add(
          new SecretHit(
              text(hit, "place"),
              text(hit, "name"),
              text(hit, "rule"),
              text(hit, "confidence").equals("HIGH")
                  ? SecretHit.Confidence.HIGH
                  : SecretHit.Confidence.MEDIUM,
              text(hit, "length")));
    }
    return hits;
  }

  private static @Nullable LogSecurity log(SecurityFields configuration) {
    if (!configuration.exists()) {
      return null;
    }
    SecurityFields options = configuration.part("options");
    return new LogSecurity(
        configuration.text("logDriver"),
        options.text("awslogs-group", "log_group_name"),
        options.text("awslogs-region", "region"),
        options.text("mode"));
  }
}
