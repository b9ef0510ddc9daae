package ecsadvisor.jobs.generate.inventory;

import ecsadvisor.jobs.generate.organisation.Archetype;
import ecsadvisor.jobs.generate.organisation.Flaw;
import ecsadvisor.jobs.generate.organisation.Launch;
import ecsadvisor.jobs.generate.organisation.Processor;
import ecsadvisor.jobs.generate.organisation.Seeds;
import ecsadvisor.jobs.generate.organisation.Service;
import ecsadvisor.jobs.generate.utilization.ContainerInsights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Task definitions, with the weaknesses that were planted in them. */
public final class TaskDefinitions {
  /** The revision that services run. */
  static final int CURRENT = 7;

  /** The revision before it. */
  static final int PREVIOUS = 6;

  /** The name of the container beside the application. */
  static final String PROXY = "envoy";

  /** Its image, of a public registry. */
  static final String PROXY_IMAGE = "public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29.12.0-prod";

  private static final int QUICK_STOP_SECONDS = 30;
  private static final int LONGEST_STOP_SECONDS = 120;

  private final long seed;

  TaskDefinitions(long seed) {
    this.seed = seed;
  }

  /** The ARN of a revision. */
  static String arn(Service service, int revision) {
    return service.cluster().arn("ecs", "task-definition/" + service.family() + ":" + revision);
  }

  /** The ARN of the revision that a service runs. */
  public static String currentArn(Service service) {
    return arn(service, CURRENT);
  }

  /** The digest of the image that a service runs. */
  static String digest(long seed, Service service) {
    return "sha256:" + Seeds.hex(64, seed, "digest", service.arn());
  }

  /** The body of a revision. */
  Map<String, Object> body(Service service, int revision, int cpuUnits, int memoryMiB) {
    boolean fargate = service.launch().fargate();
    boolean softLimit = service.flaws().contains(Flaw.NO_MEMORY_LIMIT);
    Map<String, Object> body =
        Body.of(
            "taskDefinitionArn",
            arn(service, revision),
            "containerDefinitions",
            containers(service, cpuUnits, memoryMiB),
            "family",
            service.family(),
            "taskRoleArn",
            Identities.taskRoleArn(service),
            "executionRoleArn",
            Identities.executionRoleArn(service),
            "networkMode",
            networkMode(service),
            "revision",
            revision,
            "volumes",
            volumes(service),
            "status",
            "ACTIVE",
            "placementConstraints",
            constraints(service),
            "compatibilities",
            fargate ? List.of("EC2", "FARGATE") : List.of("EC2"),
            "requiresCompatibilities",
            List.of(fargate ? "FARGATE" : "EC2"),
            "cpu",
            noTaskCpu(service) ? null : Integer.toString(cpuUnits),
            "memory",
            softLimit ? null : Integer.toString(memoryMiB),
            "pidMode",
            service.flaws().contains(Flaw.HOST_PID) ? "host" : null,
            "runtimePlatform",
            runtimePlatform(service),
            "registeredBy",
            service
                .cluster()
                .arn("iam", "role/deploy-pipeline")
                .replace(":" + service.cluster().region() + ":", "::"));
    body.put("tags", Body.ecsTags(EcsInventory.tags(service)));
    return body;
  }

  private static boolean noTaskCpu(Service service) {
    return service.flaws().contains(Flaw.NO_CPU_LIMIT);
  }

  static String networkMode(Service service) {
    if (service.flaws().contains(Flaw.HOST_NETWORK)) {
      return "host";
    }
    if (service.flaws().contains(Flaw.FIXED_HOST_PORT) || service.launch() == Launch.EC2_DAEMON) {
      return "bridge";
    }
    return "awsvpc";
  }

  private static @Nullable Map<String, Object> runtimePlatform(Service service) {
    if (!service.launch().fargate()) {
      return null;
    }
    return switch (service.processor()) {
      case X86 -> Body.of("cpuArchitecture", "X86_64", "operatingSystemFamily", "LINUX");
      case ARM -> Body.of("cpuArchitecture", "ARM64", "operatingSystemFamily", "LINUX");
      case WINDOWS ->
          Body.of("cpuArchitecture", "X86_64", "operatingSystemFamily", "WINDOWS_SERVER_2022_CORE");
    };
  }

  private static List<Object> volumes(Service service) {
    List<Object> volumes = new ArrayList<>();
    if (service.flaws().contains(Flaw.HOST_DIRECTORY)) {
      volumes.add(Body.of("name", "docker", "host", Body.of("sourcePath", "/var/run/docker.sock")));
    }
    if (service.fileSystem()) {
      boolean plain = service.flaws().contains(Flaw.EFS_PLAINTEXT);
      volumes.add(
          Body.of(
              "name",
              "reports",
              "efsVolumeConfiguration",
              Body.of(
                  "fileSystemId",
                  Storage.fileSystemId(service),
                  "rootDirectory",
                  "/",
                  "transitEncryption",
                  plain ? null : "ENABLED")));
    }
    return volumes;
  }

  private List<Object> containers(Service service, int cpuUnits, int memoryMiB) {
    double share = service.sidecar() ? 1 - ContainerInsights.PROXY_RESERVED : 1;
    List<Object> containers = new ArrayList<>();
    containers.add(
        container(
            service,
            service.name(),
            image(service),
            (int) (cpuUnits * share),
            (int) (memoryMiB * share),
            service.flaws().contains(Flaw.PRIVILEGED)));
    if (service.sidecar()) {
      containers.add(
          container(
              service,
              PROXY,
              PROXY_IMAGE,
              (int) (cpuUnits * ContainerInsights.PROXY_RESERVED),
              (int) (memoryMiB * ContainerInsights.PROXY_RESERVED),
              false));
    }
    return containers;
  }

  /** The reference of the image that a service runs. */
  String image(Service service) {
    String repository =
        service.cluster().account().id()
            + ".dkr.ecr."
            + service.cluster().region()
            + ".amazonaws.com/"
            + service.repository();
    return service.flaws().contains(Flaw.LATEST_TAG)
        ? repository + ":latest"
        : repository + "@" + digest(seed, service);
  }

  private Map<String, Object> container(
      Service service, String name, String image, int cpuUnits, int memoryMiB, boolean privileged) {
    boolean application = name.equals(service.name());
    boolean softLimit = service.flaws().contains(Flaw.NO_MEMORY_LIMIT);
    boolean windows = service.processor() == Processor.WINDOWS;
    return Body.of(
        "name",
        name,
        "image",
        image,
        "cpu",
        service.flaws().contains(Flaw.NO_CPU_LIMIT) ? 0 : cpuUnits,
        "memory",
        softLimit ? null : memoryMiB,
        "memoryReservation",
        softLimit ? memoryMiB : null,
        "portMappings",
        application ? ports(service) : List.of(),
        "essential",
        true,
        "environment",
        application ? environment(service) : List.of(),
        "secrets",
        application ? secrets(service) : List.of(),
        "environmentFiles",
        List.of(),
        "mountPoints",
        application ? mounts(service) : List.of(),
        "volumesFrom",
        List.of(),
        "user",
        service.flaws().contains(Flaw.ROOT_USER) ? null : windows ? "ContainerUser" : "1000:1000",
        "privileged",
        privileged ? true : null,
        "readonlyRootFilesystem",
        (service.flaws().contains(Flaw.WRITABLE_ROOT) || windows) ? null : true,
        "stopTimeout",
        stopTimeout(service),
        "healthCheck",
        application
            ? Body.of(
                "command",
                List.of("CMD-SHELL", "/bin/healthcheck"),
                "interval",
                10,
                "timeout",
                5,
                "retries",
                3)
            : null,
        "logConfiguration",
        service.flaws().contains(Flaw.NO_LOGGING) ? null : logs(service, name),
        "versionConsistency",
        service.flaws().contains(Flaw.LATEST_TAG) ? "disabled" : null);
  }

  /** Work in long steps asks for the longest time that Fargate grants; some say nothing. */
  private static @Nullable Integer stopTimeout(Service service) {
    return switch (service.archetype()) {
      case BATCH, BATCH_ALWAYS_ON, SPOT_CANDIDATE -> LONGEST_STOP_SECONDS;
      case SPIKY, UNTAGGED -> null;
      default -> QUICK_STOP_SECONDS;
    };
  }

  private static List<Object> constraints(Service service) {
    return service.archetype() == Archetype.EC2_OVERSIZED
        ? List.of(Body.of("type", "memberOf", "expression", "attribute:ecs.os-type == linux"))
        : List.of();
  }

  private static List<Object> ports(Service service) {
    if (service.loadBalancer().isEmpty()) {
      return List.of();
    }
    boolean fixed = service.flaws().contains(Flaw.FIXED_HOST_PORT);
    boolean bridge = networkMode(service).equals("bridge");
    return List.of(
        Body.of(
            "containerPort", 8080, "hostPort", (fixed || !bridge) ? 8080 : 0, "protocol", "tcp"));
  }

  private static List<Object> mounts(Service service) {
    List<Object> mounts = new ArrayList<>();
    if (service.flaws().contains(Flaw.HOST_DIRECTORY)) {
      mounts.add(
          Body.of(
              "sourceVolume",
              "docker",
              "containerPath",
              "/var/run/docker.sock",
              "readOnly",
              false));
    }
    if (service.fileSystem()) {
      mounts.add(
          Body.of("sourceVolume", "reports", "containerPath", "/reports", "readOnly", false));
    }
    return mounts;
  }

  /** Values that look like secrets are AWS's documented example key or say that they are fake. */
  private static List<Object> environment(Service service) {
    List<Object> variables = new ArrayList<>();
    variables.add(Body.of("name", "ENVIRONMENT", "value", service.environment()));
    variables.add(Body.of("name", "TOKEN_TTL_SECONDS", "value", "900"));
    if (service.heapMiB() > 0) {
      variables.add(
          Body.of(
              "name",
              "JAVA_TOOL_OPTIONS",
              "value",
              "-Xms" + service.heapMiB() + "m -Xmx" + service.heapMiB() + "m"));
    }
    if (service.flaws().contains(Flaw.SECRET_BY_NAME)) {
      variables.add(Body.of("name", "AWS_ACCESS_KEY_ID", "value", "AKIAIOSFODNN7EXAMPLE"));
      variables.add(
          Body.of(
              "name",
              "AWS_SECRET_ACCESS_KEY",
              "value",
              "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }
    if (service.flaws().contains(Flaw.SECRET_BY_CONTENT)) {
      variables.add(
          Body.of(
              "name",
              "DATABASE_URL",
              "value",
              "postgres://newsletter:fake-Passw0rd-4-sample@db.internal:5432/mail"));
    }
    return variables;
  }

  private static List<Object> secrets(Service service) {
    if (service.archetype() == Archetype.IDLE) {
      return List.of();
    }
    return List.of(
        Body.of(
            "name",
            "API_KEY",
            "valueFrom",
            service
                .cluster()
                .arn("secretsmanager", "secret:" + service.family() + "/api-key-AbCdEf")));
  }

  private static Map<String, Object> logs(Service service, String container) {
    return Body.of(
        "logDriver",
        "awslogs",
        "options",
        Body.of(
            "awslogs-group",
            "/ecs/" + service.family(),
            "awslogs-region",
            service.cluster().region(),
            "awslogs-stream-prefix",
            container));
  }
}
