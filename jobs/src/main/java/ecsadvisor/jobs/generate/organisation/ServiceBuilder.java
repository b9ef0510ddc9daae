package ecsadvisor.jobs.generate.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes down a service step by step; what is not said is ordinary and sound. */
final class ServiceBuilder {
  private Cluster cluster;
  private String name;
  private final Archetype archetype;
  private Launch launch = Launch.FARGATE;
  private String pool = "";
  private Processor processor = Processor.X86;
  private int cpuUnits = 1024;
  private int memoryMiB = 2048;
  private int tasks = 2;
  private int maxTasks = 2;
  private CountRule countRule = CountRule.FIXED;
  private Workload workload = new Workload(Shape.FLAT, 0.5, 0.65, 0.6, 0.7, 0.04);
  private String owner = "";
  private String environment = "prod";
  private Telemetry telemetry = Telemetry.METRIC_DATA;
  private int firstDay = -200;
  private int endDay = Service.NEVER;
  private int resizedDay = Service.NEVER;
  private int earlierCpuUnits;
  private int earlierMemoryMiB;
  private boolean committed;
  private String loadBalancer = "";
  private String repository;
  private int imageMiB = 120;
  private int heapMiB;
  private boolean sidecar;
  private boolean tagged = true;
  private boolean fileSystem;
  private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);

  ServiceBuilder(Cluster cluster, String name, Archetype archetype) {
    this.cluster = cluster;
    this.name = name;
    this.archetype = archetype;
    this.repository = name;
  }

  /** A builder that repeats a service, to be varied. */
  static ServiceBuilder of(Service service) {
    ServiceBuilder builder =
        new ServiceBuilder(service.cluster(), service.name(), service.archetype());
    builder.launch = service.launch();
    builder.pool = service.pool();
    builder.processor = service.processor();
    builder.cpuUnits = service.cpuUnits();
    builder.memoryMiB = service.memoryMiB();
    builder.tasks = service.tasks();
    builder.maxTasks = service.maxTasks();
    builder.countRule = service.countRule();
    builder.workload = service.workload();
    builder.owner = service.owner();
    builder.environment = service.environment();
    builder.telemetry = service.telemetry();
    builder.firstDay = service.firstDay();
    builder.endDay = service.endDay();
    builder.resizedDay = service.resizedDay();
    builder.earlierCpuUnits = service.earlierCpuUnits();
    builder.earlierMemoryMiB = service.earlierMemoryMiB();
    builder.committed = service.committed();
    builder.loadBalancer = service.loadBalancer();
    builder.repository = service.repository();
    builder.imageMiB = service.imageMiB();
    builder.heapMiB = service.heapMiB();
    builder.sidecar = service.sidecar();
    builder.tagged = service.tagged();
    builder.fileSystem = service.fileSystem();
    builder.flaws.addAll(service.flaws());
    return builder;
  }

  ServiceBuilder in(Cluster newCluster) {
    this.cluster = newCluster;
    return this;
  }

  ServiceBuilder named(String newName) {
    this.name = newName;
    this.repository = newName;
    return this;
  }

  ServiceBuilder size(int newCpuUnits, int newMemoryMiB) {
    this.cpuUnits = newCpuUnits;
    this.memoryMiB = newMemoryMiB;
    return this;
  }

  ServiceBuilder count(int count) {
    this.tasks = count;
    this.maxTasks = count;
    return this;
  }

  /** The same rule with counts multiplied; two tasks stay at least two. */
  ServiceBuilder countTimes(double factor) {
    if (maxTasks == 1 || launch == Launch.EC2_DAEMON) {
      return this;
    }
    this.tasks = Math.max(2, (int) Math.round(tasks * factor));
    this.maxTasks = Math.max(tasks, (int) Math.round(maxTasks * factor));
    return this;
  }

  ServiceBuilder tracking(int fewest, int most) {
    this.countRule = CountRule.TRACKING;
    this.tasks = fewest;
    this.maxTasks = most;
    return this;
  }

  ServiceBuilder scheduled(CountRule rule, int count) {
    this.countRule = rule;
    return count(count);
  }

  ServiceBuilder launch(Launch newLaunch) {
    this.launch = newLaunch;
    return this;
  }

  ServiceBuilder on(Launch newLaunch, String newPool) {
    this.pool = newPool;
    return launch(newLaunch);
  }

  ServiceBuilder processor(Processor newProcessor) {
    this.processor = newProcessor;
    return this;
  }

  ServiceBuilder busy(
      Shape shape, double cpuQuiet, double cpuPeak, double memoryQuiet, double memoryPeak) {
    this.workload = new Workload(shape, cpuQuiet, cpuPeak, memoryQuiet, memoryPeak, 0.04);
    return this;
  }

  ServiceBuilder busyTimes(double factor) {
    this.workload = workload.scaled(factor, factor);
    return this;
  }

  ServiceBuilder team(String newOwner, String newEnvironment) {
    this.owner = newOwner;
    this.environment = newEnvironment;
    return this;
  }

  ServiceBuilder telemetry(Telemetry newTelemetry) {
    this.telemetry = newTelemetry;
    return this;
  }

  ServiceBuilder createdDay(int day) {
    this.firstDay = day;
    return this;
  }

  ServiceBuilder deletedDay(int day) {
    this.endDay = day;
    return this;
  }

  ServiceBuilder resized(int day, int fromCpuUnits, int fromMemoryMiB) {
    this.resizedDay = day;
    this.earlierCpuUnits = fromCpuUnits;
    this.earlierMemoryMiB = fromMemoryMiB;
    return this;
  }

  ServiceBuilder committed() {
    this.committed = true;
    return this;
  }

  ServiceBuilder behind(String newLoadBalancer) {
    this.loadBalancer = newLoadBalancer;
    return this;
  }

  ServiceBuilder image(int newImageMiB) {
    this.imageMiB = newImageMiB;
    return this;
  }

  ServiceBuilder heap(int newHeapMiB) {
    this.heapMiB = newHeapMiB;
    return this;
  }

  ServiceBuilder withSidecar() {
    this.sidecar = true;
    return this;
  }

  ServiceBuilder untagged() {
    this.tagged = false;
    return this;
  }

  ServiceBuilder withFileSystem() {
    this.fileSystem = true;
    return this;
  }

  ServiceBuilder flawed(Flaw... newFlaws) {
    this.flaws.addAll(List.of(newFlaws));
    return this;
  }

  Service build() {
    return new Service(
        cluster,
        name,
        archetype,
        launch,
        pool,
        processor,
        cpuUnits,
        memoryMiB,
        tasks,
        maxTasks,
        countRule,
        workload,
        owner,
        environment,
        telemetry,
        firstDay,
        endDay,
        resizedDay,
        earlierCpuUnits,
        earlierMemoryMiB,
        committed,
        loadBalancer,
        repository,
        imageMiB,
        heapMiB,
        sidecar,
        tagged,
        fileSystem,
        flaws);
  }
}
